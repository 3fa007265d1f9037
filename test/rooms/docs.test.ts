import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const documents = ['README.md', ...readdirSync('docs').map((name) => path.join('docs', name))].filter((file) =>
  file.endsWith('.md'),
);
const sources = ['apps', 'libs', 'scripts', 'test', 'workflows'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules'))
    .map((file) => path.join(folder, file)),
);

describe('the documents', () => {
  it.each(documents)('%s names tests that exist', (document) => {
    const named = [...readFileSync(document, 'utf8').matchAll(/`([\w./-]+\.(?:suite|spec|test)\.tsx?)`/g)];
    const unknown = named
      .map(([, name = '']) => name)
      .filter((name) => !sources.some((file) => file === name || file.endsWith(`/${name}`)));
    expect(unknown).toEqual([]);
  });
});
