import type { Language, Text } from './code-list.js';
import type { CaseLanguage } from './help.js';
import { places } from './region.js';

/** Names of codes in one language. */
export type Labels = {
  readonly language: Language;
  /** The name of a code of a list of `#contracts/codes`. */
  of<Code extends string>(list: Readonly<Record<Code, { readonly label: Text }>>, code: Code): string;
  /** One of three texts. */
  text(text: Text): string;
  /** A municipality of the region, `outside` or `unknown`. */
  municipality(code: string): string;
  /** A language an entrepreneur speaks. */
  caseLanguage(code: CaseLanguage): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
};

const otherLanguage: Text = { fr: 'autre langue', nl: 'andere taal', en: 'other language' };

/** A name written as inside a sentence: "Trésorerie" becomes "trésorerie", "TVA" stays. */
export function insideSentence(name: string): string {
  const second = name.charAt(1);
  const isWord = second === second.toLowerCase();
  return isWord ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Names of codes in `language`. */
export function labelsIn(language: Language): Labels {
  return {
    language,
    of: (list, code) => list[code].label[language],
    text: (text) => text[language],
    municipality: (code) => places[code]?.label[language] ?? code,
    caseLanguage: (code) =>
      code === 'other'
        ? otherLanguage[language]
        : (new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code),
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
  };
}

/** A date as it is said: French counts the first day of a month in words, "1er déc.". */
export function daySaid(date: string, language: Language): string {
  return language === 'fr' ? date.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : date;
}
