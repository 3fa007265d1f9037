import fs from 'node:fs';
import { commandLineOf } from './foreign.mjs';
import { Trouble } from './say.mjs';

/**
 * Lets one start run per folder. A lock whose process is gone is taken over.
 * @param {string} file
 * @param {string} script part of the command line of a process that may hold the lock
 * @returns {Promise<() => void>} releases the lock
 */
export async function takeLock(file, script) {
  // Made beside it and linked: nobody ever sees a lock without its owner, or takes it over for that.
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    return await linkLock(own, file, script);
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** @param {string} own @param {string} file @param {string} script @returns {Promise<() => void>} */
async function linkLock(own, file, script) {
  for (;;) {
    try {
      fs.linkSync(own, file);
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') {
        throw error;
      }
    }
    const owner = Number(fs.readFileSync(file, 'utf8'));
    if (owner && (await commandLineOf(owner))?.includes(script)) {
      throw new Trouble(`Relais already runs in this folder (process ${owner}): stop that one first, with Ctrl-C.`);
    }
    fs.rmSync(file, { force: true });
  }
}
