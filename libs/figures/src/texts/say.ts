import type { Language } from '#contracts/kernel/codes';
import { en } from './en.js';
import { fr, type Texts } from './fr.js';
import { nl } from './nl.js';

/** Keys of texts with their path, `trend.title`. */
export type TextKey = { [Part in keyof Texts]: `${Part}.${keyof Texts[Part] & string}` }[keyof Texts];

/** A text with its `{{places}}` filled in. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const texts: Readonly<Record<Language, Texts>> = { fr, nl, en };

/** The words of figures in one language. */
export function sayIn(language: Language): Say {
  const said = new Map(
    Object.entries(texts[language]).flatMap(([part, own]) =>
      Object.entries(own).map(([key, text]) => [`${part}.${key}`, text] as const),
    ),
  );
  return (key, values = {}) =>
    (said.get(key) ?? key)
      .replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
      // The point of a shortened month ends the sentence as well.
      .replaceAll('..', '.');
}
