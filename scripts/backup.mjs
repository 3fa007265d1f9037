// `npm run backup -- <folder>`: copies PostgreSQL, Kafka, Temporal and the keys of a stopped `npm start` into a folder.
import fs from 'node:fs';
import path from 'node:path';
import { takeLock } from './tools/lock.mjs';
import { dataFolder } from './tools/paths.mjs';
import { longStep, say, sayFailure, Trouble } from './tools/say.mjs';
import { store, refuseForeign, refuseLiving } from './tools/vault.mjs';

async function main() {
  const [given, ...others] = process.argv.slice(2);
  if (!given || given.startsWith('-') || others.length > 0) {
    throw new Trouble('Say which folder: `npm run backup -- <folder>`.');
  }
  refuseForeign(process.env);
  const folder = dataFolder(process.env);
  const place = path.resolve(given);
  fs.mkdirSync(folder, { recursive: true });
  const release = await takeLock(path.join(folder, 'lock'), 'start.mjs');
  try {
    await refuseLiving(folder);
    const { files, takenAt } = await longStep('Copying and checking', () => store(folder, place));
    say(
      `Backed up ${Object.keys(files).length} files from ${folder} to ${place} (state of ${takenAt}). The keys are in it: keep it as safe as the data.`,
    );
  } finally {
    release();
  }
}

main().catch((error) => {
  sayFailure(error);
  process.exitCode = error instanceof Trouble ? 2 : 1;
});
