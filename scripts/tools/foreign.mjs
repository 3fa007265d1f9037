import fs from 'node:fs';
import { capture } from './processes.mjs';

/**
 * The command line of a living process, or undefined when there is none with that id.
 * @param {number} pid
 */
export async function commandLineOf(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return text || undefined;
  } catch {
    if (process.platform === 'linux') {
      return undefined;
    }
  }
  const { code, out } = await capture('ps', ['-o', 'args=', '-p', String(pid)]);
  return code === 0 ? out.trim() || undefined : undefined;
}

/**
 * The process that started another one, or undefined.
 * @param {number} pid
 */
async function parentOf(pid) {
  const { code, out } = await capture('ps', ['-o', 'ppid=', '-p', String(pid)]);
  return code === 0 ? Number(out) || undefined : undefined;
}

/**
 * Calls back when the npm that started us has ended without telling us, as after `kill -9`. A shell may stand in between.
 * @param {() => void} onGone
 */
export async function watchNpm(onGone) {
  for (let pid = process.ppid; pid > 1; pid = (await parentOf(pid)) ?? 1) {
    if ((await commandLineOf(pid))?.startsWith('npm ')) {
      setInterval(() => isGone(pid) && onGone(), 1_000).unref();
      return;
    }
  }
}

/** @param {number} pid */
function isGone(pid) {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
