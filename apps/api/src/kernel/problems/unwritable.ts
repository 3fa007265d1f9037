import type { Text } from '#contracts/kernel/codes';
import { mostObjections, type Objection } from './problem.js';
import { fill } from './wording.js';

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

/** Values of one request, and more than any request has: each is asked about by the schema that it is held against. */
const mostValues = 5_000;

const crowded: Text = {
  fr: 'contient plus de {count} valeurs ; envoyez-en moins à la fois',
  nl: 'bevat meer dan {count} waarden; stuur er minder tegelijk',
  en: 'contains more than {count} values; send fewer at once',
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

/** A value and where it lies: under its name within another one, so many steps from the root. */
type Lying = {
  readonly value: unknown;
  readonly name: string;
  readonly within: Lying | undefined;
  readonly steps: number;
};

/** Deeper than any request goes, a path says no more. */
const longestPath = 12;

function inside(within: Lying, name: string, value: unknown): Lying {
  return within.steps < longestPath ? { value, name, within, steps: within.steps + 1 } : { ...within, value };
}

function pathOf({ name, within }: Lying): string[] {
  return within === undefined ? [] : [...pathOf(within), name];
}

/**
 * Every text within a value that no engine can store, names of fields included: PostgreSQL refuses U+0000, and half a character is
 * none in UTF-8. Looks at whatever comes in, before its shape is known and however deep it is; and says so when there is too much of it.
 */
export function unwritableIn(value: unknown, root: readonly string[] = []): Objection[] {
  const found: Objection[] = [];
  const waiting: Lying[] = [{ value, name: '', within: undefined, steps: root.length }];
  let values = 0;
  const look = (text: string, lying: Lying) => {
    const fault = faultOf(text);
    if (fault !== undefined) {
      found.push({ path: legible([...root, ...pathOf(lying)].join('.')), text: (language) => fault[language] });
    }
  };
  for (let next = waiting.pop(); next !== undefined && found.length < mostObjections; next = waiting.pop()) {
    const { value: one } = next;
    values += 1;
    if (typeof one === 'string') {
      look(one, next);
    } else if (Array.isArray(one)) {
      for (const [place, inner] of one.entries()) {
        waiting.push(inside(next, String(place), inner));
      }
    } else if (typeof one === 'object' && one !== null && !Buffer.isBuffer(one)) {
      for (const [name, inner] of Object.entries(one)) {
        const lying = inside(next, name, inner);
        look(name, lying);
        waiting.push(lying);
      }
    }
  }
  return found.length === 0 && values > mostValues
    ? [{ path: root.join('.'), text: (language) => fill(crowded, language, { count: mostValues }) }]
    : found.toReversed();
}
