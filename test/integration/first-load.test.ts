import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

const built = path.join(process.cwd(), 'dist/web');
const most = 220_000;

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
};

const manifest = JSON.parse(readFileSync(path.join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** A chunk with everything it imports statically. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (!found.has(name)) {
    found.add(name);
    manifest[name]?.imports?.forEach((one) => withImports(one, found));
  }
  return found;
}

function compressed(names: Iterable<string>): number {
  const files = [...names].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0);
}

const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
const textsOf = (part: string) => Object.keys(manifest).filter((name) => name.endsWith(`virtual:texts/${part}/fr`));
const language = textsOf('everywhere');

/** The texts of a subject are fetched with its first page, and count there. */
const subjectOf = (page: string) => /features\/([^/]+)\//.exec(page)?.[1] ?? '';
const pages = Object.keys(manifest).filter((name) => /features\/.*-page\.tsx$/.test(name));

it('finds the pages of the web app', () => {
  expect(entry).toHaveLength(1);
  expect(language).toHaveLength(1);
  expect(pages.filter((page) => subjectOf(page) === 'analysis')).toHaveLength(5);
  expect(pages.map((page) => textsOf(subjectOf(page)).length)).toEqual(pages.map(() => 1));
  expect(pages.length).toBeGreaterThan(7);
});

it.each(pages)('%s loads under 220 KB of compressed JavaScript at first', (page) => {
  const names = new Set(
    [...entry, ...language, ...textsOf(subjectOf(page)), page].flatMap((name) => [...withImports(name)]),
  );
  expect(compressed(names)).toBeLessThan(most);
});
