import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes a file so that there is the whole of it or what was there before, whenever this process or the machine stops.
 * @param {string} file
 * @param {string} text
 * @param {{ mode?: number }} [options]
 */
export function writeWhole(file, text, { mode } = {}) {
  const draft = `${file}.draft`;
  try {
    fs.rmSync(draft, { force: true });
    const opened = fs.openSync(draft, 'wx', mode);
    try {
      fs.writeFileSync(opened, text);
      fs.fsyncSync(opened);
    } finally {
      fs.closeSync(opened);
    }
    fs.renameSync(draft, file);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(path.dirname(file));
}

/** Makes names that were given or taken in a folder outlast a power cut. @param {string} folder */
export function syncFolder(folder) {
  const opened = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}
