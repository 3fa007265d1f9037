import fs from 'node:fs';
import path from 'node:path';
import { takeLock } from './lock.mjs';
import { dataFolder } from './paths.mjs';
import { longStep, say, sayFailure, Trouble } from './say.mjs';
import { refuseForeign, refuseLiving } from './vault.mjs';

/** @typedef {{ files: Record<string, string>, takenAt: string }} Contents */

/**
 * Runs a command that copies between the data folder of a stopped `npm start` and the folder named on the command line.
 * @param {string} name of the command, as `npm run` knows it
 * @param {(data: string, place: string) => Promise<Contents>} copy
 * @param {(found: { files: number, data: string, place: string, takenAt: string }) => string} told what is said when it is done
 */
export function runVaultCommand(name, copy, told) {
  main(name, copy, told).catch((error) => {
    sayFailure(error);
    process.exitCode = error instanceof Trouble ? 2 : 1;
  });
}

/** @type {(...given: Parameters<typeof runVaultCommand>) => Promise<void>} */
async function main(name, copy, told) {
  const [given, ...others] = process.argv.slice(2);
  if (!given || given.startsWith('-') || others.length > 0) {
    throw new Trouble(`Say which folder: \`npm run ${name} -- <folder>\`.`);
  }
  refuseForeign(process.env);
  const data = dataFolder(process.env);
  const place = path.resolve(given);
  fs.mkdirSync(data, { recursive: true });
  const release = await takeLock(path.join(data, 'lock'), 'start.mjs');
  try {
    await refuseLiving(data);
    const { files, takenAt } = await longStep('Copying and checking', () => copy(data, place));
    say(told({ files: Object.keys(files).length, data, place, takenAt }));
  } finally {
    release();
  }
}
