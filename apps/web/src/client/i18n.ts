import type { Language } from '#contracts/codes';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, isLanguage, rememberLanguage } from './languages.js';

/** Texts by the part of Relais that needs them; those of rooms that few people enter are not in everybody's first load. */
const catalogues = {
  all: {
    fr: () => import('../app/texts/fr.js'),
    nl: () => import('../app/texts/nl.js'),
    en: () => import('../app/texts/en.js'),
  },
  analysis: {
    fr: () => import('../locales/fr/analysis.js'),
    nl: () => import('../locales/nl/analysis.js'),
    en: () => import('../locales/en/analysis.js'),
  },
  outside: {
    fr: () => import('../locales/fr/outside.js'),
    nl: () => import('../locales/nl/outside.js'),
    en: () => import('../locales/en/outside.js'),
  },
  system: {
    fr: () => import('../locales/fr/system.js'),
    nl: () => import('../locales/nl/system.js'),
    en: () => import('../locales/en/system.js'),
  },
} satisfies Record<string, Record<Language, () => Promise<{ readonly catalogue: object }>>>;
type Part = keyof typeof catalogues;

const needed = new Set<Part>(['all']);

async function load(language: Language): Promise<void> {
  const loaded = await Promise.all([...needed].map((part) => catalogues[part][language]()));
  for (const { catalogue } of loaded) {
    for (const [namespace, texts] of Object.entries(catalogue)) {
      i18next.addResourceBundle(language, namespace, texts);
    }
  }
}

/** A page together with the texts of its part. */
export async function withTexts<Page>(part: Exclude<Part, 'all'>, fetching: Promise<Page>): Promise<Page> {
  needed.add(part);
  const [page] = await Promise.all([fetching, load(isLanguage(i18next.language) ? i18next.language : firstLanguage())]);
  return page;
}

/** Loads the catalogue of the first language; texts are there before the first page is drawn. */
export async function startI18n(): Promise<void> {
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

/** Loads the catalogue, then switches every screen at once. */
export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  rememberLanguage(language);
  document.documentElement.lang = language;
}
