import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(source, file), 'utf8');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

/** The keys that the help lists, of all subjects and of everywhere. */
const listed = [
  ...files
    .filter((file) => file === 'app/keys-dialog.tsx' || /^features\/[^/]+\/keys\.ts$/.test(file))
    .map(read)
    .join('\n')
    .matchAll(/keys: \[([^\]]+)\]/g),
].flatMap(([, keys = '']) => [...keys.matchAll(/'([^']+)'/g)].map(([, key = '']) => key));

/** The keys of one character that do something: of handlers, and of looks and choices that name theirs. */
function keysIn(text: string): readonly string[] {
  const handlers = [...text.matchAll(/useHotkeys\(\{([\s\S]*?)\}\s*[,)]/g)].map(([, object = '']) => object);
  const ofHandlers = handlers.flatMap((object) => [...object.matchAll(/(?:^|[{,\s])'?([^\s'{}:,]+)'?:/g)]);
  const ofLooks = [...text.matchAll(/\bkey: '(.)'/g)];
  return [...ofHandlers, ...ofLooks].map(([, key = '']) => key).filter((key) => [...key].length === 1);
}

describe('keys of one character', () => {
  it('are all in the list that `?` shows, where they can be changed', () => {
    const found = new Set(files.flatMap((file) => keysIn(read(file))));
    expect([...found].sort()).toEqual(['/', '?', 'a', 'b', 'c', 'd', 'e', 'f', 'h', 'j', 'k', 'n', 'o', 'p', 'r', 'w']);
    expect([...found].filter((key) => !listed.includes(key))).toEqual([]);
  });

  it('stand there once each: a key that is changed is changed wherever it does something', () => {
    const characters = listed.filter((key) => [...key].length === 1);
    expect(characters.filter((key, at) => characters.indexOf(key) !== at)).toEqual([]);
  });

  it('are heard by `useHotkeys` alone, which knows what the person chose', () => {
    const heard = files.filter(
      (file) => !file.endsWith('.spec.ts') && /(?:event|\bkey)\.?(?:key)? === '[^\s']'/.test(read(file)),
    );
    // Ctrl + C, which is the browser's.
    expect(heard).toEqual(['features/analysis/workbench/result-grid.tsx']);
  });
});
