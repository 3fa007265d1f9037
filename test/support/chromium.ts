import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { script } from './scripts.js';

let started: string | undefined;

/** How often the program of `makeChromium` was started. */
export function chromiumStarts(): number {
  return started === undefined || !fs.existsSync(started) ? 0 : fs.readFileSync(started, 'utf8').length;
}

/** A program that starts a Chromium with what it needs around it, made as `npm start` makes it. */
export async function makeChromium(): Promise<{ readonly program: string; remove(): void }> {
  const folder = fs.mkdtempSync(path.join(process.env['TEST_FOLDER'] ?? os.tmpdir(), 'chromium-'));
  const { programIn } = await script('servers/chromium');
  const program = await programIn(folder);
  if (program === undefined) {
    throw new Error('there is no Chromium: run this through `npm test`');
  }
  started = path.join(folder, 'started');
  const counting = path.join(folder, 'counting.sh');
  fs.writeFileSync(counting, `#!/bin/sh\nprintf x >> '${started}'\nexec '${program}' "$@"\n`, { mode: 0o755 });
  return { program: counting, remove: () => fs.rmSync(folder, { recursive: true }) };
}
