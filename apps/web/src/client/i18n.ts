import type { Language } from '#contracts/kernel/codes';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, isLanguage, rememberLanguage } from './languages.js';

/** Texts of one language, by namespace. */
export type Catalogue = Readonly<Record<string, object>>;

/** Where texts come from: those of a subject, or with null those that every room may need. */
export type TextSource = (subject: string | null, language: Language) => Promise<Catalogue>;

let source: TextSource | undefined;
const needed = new Set<string | null>([null]);

async function load(language: Language): Promise<void> {
  if (source === undefined) {
    throw new Error('Texts are asked for before startI18n was told where they come from.');
  }
  const from = source;
  const loaded = await Promise.all([...needed].map((subject) => from(subject, language)));
  for (const [namespace, texts] of loaded.flatMap((catalogue) => Object.entries(catalogue))) {
    i18next.addResourceBundle(language, namespace, texts);
  }
}

/** A page together with the texts of its subject, which are fetched with the first page of it. */
export async function withTexts<Page>(subject: string, fetching: Promise<Page>): Promise<Page> {
  needed.add(subject);
  const [page] = await Promise.all([fetching, load(isLanguage(i18next.language) ? i18next.language : firstLanguage())]);
  return page;
}

/** Loads what every room needs in the first language; texts are there before the first page is drawn. */
export async function startI18n(textSource: TextSource): Promise<void> {
  source = textSource;
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(language);
  document.documentElement.lang = language;
}

/** Loads what is missing, then switches every screen at once. */
export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  rememberLanguage(language);
  document.documentElement.lang = language;
}
