import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Text } from '#contracts/kernel/codes';

/** A language the stories are played in. */
export type Told = 'fr' | 'nl';

const source = path.join(process.cwd(), 'apps/web/src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });

const read = new Map<string, unknown>();

/** The texts of a catalogue, read once. */
function catalogueOf(language: Told, catalogue: string): unknown {
  const key = `${language} ${catalogue}`;
  const known = read.get(key) ?? readCatalogue(language, catalogue);
  read.set(key, known);
  return known;
}

/** The texts of a catalogue, the folder they lie in; all `names` are one, and so are all `event-names`. */
function readCatalogue(language: Told, catalogue: string): unknown {
  const isOne = catalogue === 'names' || catalogue === 'event-names';
  const ending = isOne ? `/${catalogue}.${language}.json` : `/${catalogue}/texts.${language}.json`;
  const found = files.filter((file) => file.endsWith(ending));
  return Object.assign(
    {},
    ...found.map((file) => JSON.parse(readFileSync(path.join(source, file), 'utf8')) as unknown),
  ) as unknown;
}

/** A text of the web app by catalogue and path, `texts('fr')('actions', 'button.accept')`, of one with placeholders its longest piece. */
export function texts(language: Told): (catalogue: string, key: string) => string {
  return (catalogue, key) => {
    // The name of an event stands under its type, dots and all.
    const found = (catalogue === 'event-names' ? [key] : key.split('.')).reduce<unknown>(
      (node, step) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[step] : undefined),
      catalogueOf(language, catalogue),
    );
    if (typeof found !== 'string') {
      throw new Error(`there is no text ${key} of ${catalogue} in ${language}`);
    }
    const pieces = found.split(/\{\{[^}]*\}\}|<\/?b>/).map((piece) => piece.trim());
    return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  };
}

/** The name of a code in the language. */
export function nameOf<Code extends string>(
  list: Readonly<Record<Code, { readonly label: Text }>>,
  code: Code,
  language: Told,
): string {
  return list[code].label[language];
}

/** The addresses of all pages, as their routes have them. */
export function pagesOfWeb(): readonly string[] {
  return files
    .filter((file) => path.basename(file) === 'route.ts')
    .flatMap((file) => [...readFileSync(path.join(source, file), 'utf8').matchAll(/ {2}path: '([^']+)'/g)])
    .map(([, address = '']) => address)
    .sort();
}
