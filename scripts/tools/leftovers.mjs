import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { commandLineOf } from './foreign.mjs';
import { observeProcesses } from './processes.mjs';
import { say } from './say.mjs';

/** @typedef {import('./processes.mjs').Living} Living */

const END_WITHIN_MS = 20_000;

/**
 * Keeps the list of our living processes in a file, so that the next start can end what a killed one left running.
 * @param {string} file
 */
export function recordProcesses(file) {
  observeProcesses((now) => {
    const draft = `${file}.draft`;
    fs.writeFileSync(draft, JSON.stringify(now.map(({ name, pid, mark, signal }) => ({ name, pid, mark, signal }))));
    fs.renameSync(draft, file);
  });
}

/**
 * Ends the processes in such a file that still live and are what they were.
 * @param {string} file
 */
export async function endLeftovers(file) {
  /** @type {Living[]} */
  let entries;
  try {
    entries = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return;
  }
  // The last started go first: those that use the servers before the servers.
  for (const entry of entries.toReversed()) {
    if (await isStill(entry)) {
      say(`Ending ${entry.name}, left running by an interrupted start (process ${entry.pid}).`);
      await end(entry);
    }
  }
  fs.rmSync(file, { force: true });
}

/** @param {Living} entry */
async function isStill({ pid, mark }) {
  return Boolean((await commandLineOf(pid))?.includes(mark));
}

/** @param {Living} entry */
async function end(entry) {
  signal(entry.pid, entry.signal);
  const until = Date.now() + END_WITHIN_MS;
  while (await isStill(entry)) {
    if (Date.now() > until) {
      signal(entry.pid, 'SIGKILL');
    }
    await delay(100);
  }
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // it ended by itself in between
  }
}
