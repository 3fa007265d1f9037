import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.join(import.meta.dirname, '../../../../..');

function filesIn(folder: string, kind: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => path.join(root, folder, file));
}

/** French texts of a file, as they stand in it: all of a catalogue, and what code calls `fr`. */
function french(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? [text] : [...text.matchAll(/\bfr:\s*(['`])(?:(?!\1).)*\1/g)].map(([found]) => found);
}

describe('French', () => {
  const files = [
    ...filesIn('apps/web/src', /\.fr\.json$/),
    ...['apps', 'libs'].flatMap((folder) => filesIn(folder, /(?<!\.spec)\.tsx?$/)),
  ];

  it('keeps its signs with their words: a space before ? ! : ; » % and behind « does not break (U+00A0)', () => {
    const broken = files.flatMap((file) =>
      french(file).flatMap((text) => text.match(/.{0,30}(?: [?!:;»%](?!=)|« ).{0,10}/g) ?? []),
    );
    expect(broken).toEqual([]);
  });
});
