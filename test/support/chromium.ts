import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { script } from './scripts.js';

/** A program that starts a Chromium with what it needs around it, made as `npm start` makes it. */
export async function makeChromium(): Promise<{ readonly program: string; remove(): void }> {
  const folder = fs.mkdtempSync(path.join(process.env['TEST_FOLDER'] ?? os.tmpdir(), 'chromium-'));
  const { programIn } = await script('servers/chromium');
  const program = await programIn(folder);
  if (program === undefined) {
    throw new Error('there is no Chromium: run this through `npm test`');
  }
  return { program, remove: () => fs.rmSync(folder, { recursive: true }) };
}
