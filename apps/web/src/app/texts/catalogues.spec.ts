import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventTypes } from '#contracts/catalogue';
import { languages } from '#contracts/kernel/codes';

type Texts = { readonly [key: string]: string | Texts };

const source = path.join(import.meta.dirname, '../..');

/** Every catalogue by its folder and kind, `features/case/inbox/texts`, wherever it lies. */
const catalogues = (readdirSync(source, { recursive: true, encoding: 'utf8' }) as string[])
  .flatMap((file) => /^(.+\/(?:texts|(?:event-)?names))\.fr\.json$/.exec(file)?.[1] ?? [])
  .sort();

function read(language: string, catalogue: string): Texts {
  return JSON.parse(readFileSync(path.join(source, `${catalogue}.${language}.json`), 'utf8')) as Texts;
}

/** All texts of a catalogue by their dotted key. */
function flat(texts: Texts, above = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[above + key, value]] : flat(value, `${above}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) {
      return sources(file);
    }
    return /\.tsx?$/.test(name) && !name.endsWith('.spec.ts') ? [readFileSync(file, 'utf8')] : [];
  });
}

/** Keys as the code writes them: `t('a.b')`, or the parts around `${…}` of `` t(`a.${x}`) ``. */
function mentioned(): { readonly exact: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const code = sources(source).join('\n');
  const exact = new Set([...code.matchAll(/'([\w:.<>+-]+)'/g)].map(([, key]) => (key ?? '').replace(/^[\w-]+:/, '')));
  const patterns = [...code.matchAll(/`([\w:.-]*\$\{[^`]*)`/g)]
    .map(([, template]) => (template ?? '').replace(/^[\w-]+:/, ''))
    .filter((template) => /^[\w.-]+\$\{/.test(template))
    .map((template) => {
      const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.+]/g, '\\$&'));
      return new RegExp(`^${parts.join('[^.]+(?:\\.[^.]+)*')}$`);
    });
  return { exact, patterns };
}

describe('the catalogues', () => {
  it('are found, each under a name of its own', () => {
    const folders = catalogues.filter((one) => one.endsWith('/texts')).map((one) => one.split('/').at(-2));
    expect(folders).toContain('common');
    expect(folders.length).toBeGreaterThan(20);
    expect(folders).toEqual([...new Set(folders)]);
  });

  it('are there in every language, and in no other', () => {
    const files = (readdirSync(source, { recursive: true, encoding: 'utf8' }) as string[]).filter((file) =>
      file.endsWith('.json'),
    );
    const expected = catalogues.flatMap((one) => languages.map((language) => `${one}.${language}.json`));
    expect(files.sort()).toEqual(expected.sort());
  });

  it.each(catalogues)('of %s have the same keys in every language', (catalogue) => {
    const keys = languages.map((language) => flat(read(language, catalogue)).map(([key]) => key));
    expect(keys).toEqual(languages.map(() => keys[0]));
  });

  it.each(catalogues)('of %s have the same placeholders in every language', (catalogue) => {
    const filled = languages.map((language) =>
      Object.fromEntries(flat(read(language, catalogue)).map(([key, text]) => [key, placeholders(text)])),
    );
    expect(filled).toEqual(languages.map(() => filled[0]));
  });

  it.each(catalogues)('of %s have no empty text and only <b> as markup', (catalogue) => {
    const texts = languages.flatMap((language) => flat(read(language, catalogue)));
    const wrong = texts.filter(([, text]) => text.trim() === '' || /<(?!\/?b>)[a-z/]/.test(text));
    expect(wrong).toEqual([]);
  });

  it('have no key that nothing uses', () => {
    const { exact, patterns } = mentioned();
    const isUsed = (key: string) => {
      const plain = key.replace(/_(?:one|other|many|zero)$/, '');
      return exact.has(plain) || eventTypes.has(plain) || patterns.some((pattern) => pattern.test(plain));
    };
    const unused = catalogues.flatMap((catalogue) =>
      flat(read('fr', catalogue))
        .map(([key]) => key)
        .filter((key) => !isUsed(key))
        .map((key) => `${catalogue}:${key}`),
    );
    expect(unused).toEqual([]);
  });
});
