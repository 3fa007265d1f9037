import type { Language } from '#contracts/codes';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, isLanguage, rememberLanguage } from './languages.js';

const catalogues = {
  fr: () => import('../locales/fr/index.js'),
  nl: () => import('../locales/nl/index.js'),
  en: () => import('../locales/en/index.js'),
} satisfies Record<Language, unknown>;

const analysisCatalogues = {
  fr: () => import('../locales/fr/analysis.js'),
  nl: () => import('../locales/nl/analysis.js'),
  en: () => import('../locales/en/analysis.js'),
} satisfies Record<Language, unknown>;

let isAnalysisWanted = false;

function add(language: Language, catalogue: Readonly<Record<string, object>>): void {
  for (const [namespace, texts] of Object.entries(catalogue)) {
    i18next.addResourceBundle(language, namespace, texts);
  }
}

async function load(language: Language): Promise<void> {
  add(language, (await catalogues[language]()).catalogue);
  if (isAnalysisWanted) {
    add(language, (await analysisCatalogues[language]()).catalogue);
  }
}

/** Loads the texts of the analysts' room, from then on in every language that is chosen: few people need them. */
export async function loadAnalysisTexts(): Promise<void> {
  if (!isAnalysisWanted && isLanguage(i18next.language)) {
    const { language } = i18next;
    add(language, (await analysisCatalogues[language]()).catalogue);
    isAnalysisWanted = true;
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
