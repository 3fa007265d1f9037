import fs from 'node:fs';
import path from 'node:path';
import { capture } from './processes.mjs';
import { Trouble } from './say.mjs';

/**
 * Mounts an empty file system of a limited size in memory.
 * @param {string} folder made when missing
 * @param {number} megabytes
 * @returns {Promise<boolean>} false where the machine or the account does not allow it
 */
export async function mountSmall(folder, megabytes) {
  fs.mkdirSync(folder, { recursive: true });
  const options = `size=${megabytes}m,mode=0755`;
  const { code } = await capture('mount', ['-t', 'tmpfs', '-o', options, 'relais-small-disk', folder]);
  return code === 0;
}

/** Unmounts everything that is mounted in a folder or on it. @param {string} folder */
export async function unmountIn(folder) {
  for (const place of mountsIn(folder)) {
    const { code, out } = await capture('umount', ['--lazy', place]);
    if (code !== 0) {
      throw new Trouble(`${place} could not be unmounted: ${out.trim()}`);
    }
  }
}

/** @param {string} folder */
function mountsIn(folder) {
  const file = '/proc/self/mounts';
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
  const places = lines.map((line) => line.split(' ')[1] ?? '');
  return places.filter((place) => place === folder || place.startsWith(folder + path.sep));
}
