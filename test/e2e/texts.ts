import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Text } from '#contracts/kernel/codes';

/** A language the stories are played in. */
export type Told = 'fr' | 'nl';

/** A text of the web app by catalogue and path, `texts('fr')('actions', 'button.accept')`, of one with placeholders its longest piece. */
export function texts(language: Told): (catalogue: string, key: string) => string {
  return (catalogue, key) => {
    const file = path.join(process.cwd(), 'apps/web/src/locales', language, `${catalogue}.json`);
    const found = key
      .split('.')
      .reduce<unknown>(
        (node, step) =>
          typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[step] : undefined,
        JSON.parse(readFileSync(file, 'utf8')),
      );
    if (typeof found !== 'string') {
      throw new Error(`there is no text ${key} in ${language}/${catalogue}.json`);
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
