import type { Language } from '#contracts/kernel/codes';
import { parts } from 'virtual:texts';
import type { Catalogue } from '../../client/i18n.js';

/** The namespace of a file of texts is the name of its folder; all `names` are one, and so are all `event-names`. */
function namespaceOf(file: string): string {
  return /\/((?:event-)?names)\./.exec(file)?.[1] ?? file.split('/').at(-2) ?? '';
}

/** Finds the texts of a subject by its folder, with null those that every room may need. */
export async function textsOf(subject: string | null, language: Language): Promise<Catalogue> {
  const part = parts[subject ?? 'everywhere'];
  if (part === undefined) {
    throw new Error(`There is no subject ${subject}.`);
  }
  const catalogue: Record<string, object> = {};
  for (const [file, found] of Object.entries((await part[language]()).texts)) {
    const namespace = namespaceOf(file);
    catalogue[namespace] = { ...catalogue[namespace], ...found };
  }
  return catalogue;
}
