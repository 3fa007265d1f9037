import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inSources } from './places.js';

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'relais-places-'));
  // Column 5 of the second line is column 3 of line 4 of the source.
  const map = { version: 3, sources: ['../src/rule.ts'], names: [], mappings: ';IAGE' };
  fs.writeFileSync(path.join(folder, 'main.js.map'), JSON.stringify(map));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('tells places in a built file as places in its sources', () => {
  const built = pathToFileURL(path.join(folder, 'main.js')).href;
  const source = path.resolve(folder, '../src/rule.ts');
  expect(inSources(`Error: at 10:30:00\n    at rule (${built}:2:5)\n    at ${path.join(folder, 'main.js')}:2:9`)).toBe(
    `Error: at 10:30:00\n    at rule (${source}:4:3)\n    at ${source}:4:3`,
  );
});

it('leaves what has no map as it is', () => {
  const stack = 'Error: no\n    at rule (/nowhere/main.js:2:5)\n    at node:internal/timers:581:17';
  expect(inSources(stack)).toBe(stack);
});
