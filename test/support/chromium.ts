import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Found = { readonly executablePath?: string; readonly env?: Record<string, string> };

/** A program that starts the Chromium `npm test` found, with what it needs around it. */
export function makeChromium(): { readonly program: string; remove(): void } {
  const { executablePath, env = {} } = JSON.parse(process.env['TEST_CHROMIUM'] ?? '{}') as Found;
  if (executablePath === undefined) {
    throw new Error('TEST_CHROMIUM is not set: run this through `npm test`');
  }
  const folder = fs.mkdtempSync(path.join(process.env['TEST_FOLDER'] ?? os.tmpdir(), 'chromium-'));
  const program = path.join(folder, 'chromium.sh');
  const settings = Object.entries(env).map(([name, value]) => `${name}='${value}' `);
  fs.writeFileSync(program, `#!/bin/sh\n${settings.join('')}exec '${executablePath}' "$@"\n`, { mode: 0o755 });
  return { program, remove: () => fs.rmSync(folder, { recursive: true }) };
}
