import type { CaseLanguage } from '#contracts';
import type { Language, Text } from '#contracts/codes';
import { region } from '#contracts/codes';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../app/languages.js';

type Labelled = { readonly label: Text };

/** The language of the screens. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'fr';
}

/** The text with a capital first. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of codes in one language. */
export type Labels = {
  readonly language: Language;
  /** The name of a code of a list of `#contracts/codes`. */
  of<Code extends string>(list: Readonly<Record<Code, Labelled>>, code: Code): string;
  /** One of three texts. */
  text(text: Text): string;
  /** A municipality of the region, `outside` or `unknown`. */
  municipality(code: string): string;
  /** A language an entrepreneur speaks. */
  caseLanguage(code: CaseLanguage): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
};

const elsewhere: Readonly<Record<string, Text>> = {
  outside: { fr: 'hors région', nl: 'buiten het gewest', en: 'outside the region' },
  unknown: { fr: 'commune inconnue', nl: 'gemeente onbekend', en: 'municipality unknown' },
};

const otherLanguage: Text = { fr: 'autre langue', nl: 'andere taal', en: 'other language' };

/** Names of codes in `language`. */
export function labelsIn(language: Language): Labels {
  return {
    language,
    of: (list, code) => list[code].label[language],
    text: (text) => text[language],
    municipality: (code) => region.municipalities[code]?.label[language] ?? elsewhere[code]?.[language] ?? code,
    caseLanguage: (code) =>
      code === 'other'
        ? otherLanguage[language]
        : (new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code),
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
  };
}

/** Names of codes in the language of the screens. */
export function useLabels(): Labels {
  return byLanguage[useLanguage()];
}

const byLanguage: Readonly<Record<Language, Labels>> = { fr: labelsIn('fr'), nl: labelsIn('nl'), en: labelsIn('en') };
