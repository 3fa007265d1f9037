import type { Language } from '#contracts/codes';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, rememberLanguage } from './languages.js';

const catalogues = {
  fr: () => import('../locales/fr/index.js'),
  nl: () => import('../locales/nl/index.js'),
  en: () => import('../locales/en/index.js'),
} satisfies Record<Language, unknown>;

async function load(language: Language): Promise<void> {
  const { catalogue } = await catalogues[language]();
  for (const [namespace, texts] of Object.entries(catalogue)) {
    i18next.addResourceBundle(language, namespace, texts);
  }
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
