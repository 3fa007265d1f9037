// `npm run restore -- <folder>`: puts a backup into a place without data; `npm start` goes on from there.
import fs from 'node:fs';
import path from 'node:path';
import { takeLock } from './tools/lock.mjs';
import { dataFolder } from './tools/paths.mjs';
import { longStep, say, sayFailure, Trouble } from './tools/say.mjs';
import { fetchBack, refuseForeign, refuseLiving } from './tools/vault.mjs';

async function main() {
  const [given, ...others] = process.argv.slice(2);
  if (!given || given.startsWith('-') || others.length > 0) {
    throw new Trouble('Say which folder: `npm run restore -- <folder>`.');
  }
  refuseForeign(process.env);
  const folder = dataFolder(process.env);
  const place = path.resolve(given);
  fs.mkdirSync(folder, { recursive: true });
  const release = await takeLock(path.join(folder, 'lock'), 'start.mjs');
  try {
    await refuseLiving(folder);
    const { files, takenAt } = await longStep('Copying and checking', () => fetchBack(place, folder));
    say(
      `Restored ${Object.keys(files).length} files to ${folder} (state of ${takenAt}). \`npm start\` goes on from there.`,
    );
  } finally {
    release();
  }
}

main().catch((error) => {
  sayFailure(error);
  process.exitCode = error instanceof Trouble ? 2 : 1;
});
