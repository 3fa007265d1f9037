import type { Text } from '#contracts/kernel/codes';
import type { Objection } from './problem.js';

const nul: Text = {
  fr: 'contient le caractère nul (U+0000), qui ne peut pas être enregistré ; retirez-le',
  nl: 'bevat het nulteken (U+0000), dat niet bewaard kan worden; haal het weg',
  en: 'contains the null character (U+0000), which cannot be stored; remove it',
};

const half: Text = {
  fr: 'contient une moitié de caractère (demi-codet isolé), qui ne peut pas être enregistrée ; écrivez le caractère entier ou retirez-la',
  nl: 'bevat een half teken (losse surrogaat), dat niet bewaard kan worden; schrijf het hele teken of haal het weg',
  en: 'contains half a character (a lone surrogate), which cannot be stored; write the whole character or remove it',
};

/** Why a text can be stored nowhere and sent to nobody; undefined when it can. */
function faultOf(text: string): Text | undefined {
  if (text.includes('\0')) {
    return nul;
  }
  return /\p{Cs}/u.test(text) ? half : undefined;
}

/** The text as it can be sent and stored: a sign stands where one cannot. */
export function legible(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Cs}/gu, '\uFFFD');
}

/**
 * Every text within a value that no engine can store, names of fields included: PostgreSQL refuses U+0000, and half a character is
 * none in UTF-8. Looks at whatever comes in, before its shape is known and however deep it is.
 */
export function unwritableIn(value: unknown, root: readonly string[] = []): Objection[] {
  const found: Objection[] = [];
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: root }];
  const look = (text: string, path: readonly string[]) => {
    const fault = faultOf(text);
    if (fault !== undefined) {
      found.push({ path: legible(path.join('.')), text: (language) => fault[language] });
    }
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: one, path } = next;
    if (typeof one === 'string') {
      look(one, path);
    } else if (typeof one === 'object' && one !== null && !Buffer.isBuffer(one)) {
      for (const [name, inner] of Object.entries(one)) {
        // Deeper than any request goes, a path says no more.
        const place = path.length < 12 ? [...path, name] : path;
        look(name, place);
        waiting.push({ value: inner, path: place });
      }
    }
  }
  return found.toReversed();
}
