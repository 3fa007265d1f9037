import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = path.join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !import.meta.filename.endsWith(file),
);

/** The rooms of the web, each with those it may import beside itself; a feature is `features/<subject>`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  client: [],
  shared: ['client'],
  features: ['client', 'shared'],
  app: ['client', 'shared', 'features'],
};

function roomOf(file: string): string {
  const [room = '', subject = ''] = file.split(path.sep);
  return room === 'features' ? `features/${subject}` : room;
}

/** Every import between two rooms that is not allowed, as `file -> file`. */
function wrongImports(file: string, text: string): readonly string[] {
  const from = roomOf(file);
  return [...text.matchAll(/(?:from|import|module)\s*\(?\s*'(\.[^']+)'/g)]
    .map(([, specifier = '']) => path.normalize(path.join(path.dirname(file), specifier)))
    .filter((target) => {
      const to = roomOf(target);
      const allowed = mayImport[from.split('/')[0] ?? ''] ?? Object.keys(mayImport);
      const isIndex = from === 'app' && to.startsWith('features/') ? target === path.join(to, 'index.js') : true;
      return to !== from && !(allowed.includes(to.split('/')[0] ?? '') && isIndex);
    })
    .map((target) => `${file} -> ${target}`);
}

describe('the rooms of the web', () => {
  it('import only what lies below them: client <- shared <- features/<subject> <- app, which knows subjects by their index', () => {
    const wrong = files.flatMap((file) =>
      path.dirname(file) === '.' ? [] : wrongImports(file, readFileSync(path.join(source, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['client/api.ts', "import { Page } from '../shared/page.js';"],
    ['shared/page.tsx', "import { TopTools } from '../app/top-tools.js';"],
    ['features/case/index.ts', "const one = import('../monitoring/trends/trends-page.js');"],
    ['app/router.tsx', "import { inboxRoute } from '../features/case/inbox/route.js';"],
  ])('are checked: %s may not say %s', (file, text) => {
    expect(wrongImports(file, text)).toHaveLength(1);
  });

  it('are all known', () => {
    expect(new Set(files.map((file) => file.split(path.sep)[0]).filter((one) => !one?.startsWith('main')))).toEqual(
      new Set(Object.keys(mayImport)),
    );
  });
});
