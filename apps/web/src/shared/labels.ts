import type { Labels, Language } from '#contracts/kernel/codes';
import { labelsIn } from '#contracts/kernel/codes';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../client/languages.js';

/** The language of the screens. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'fr';
}

/** The text with a capital first. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a person is called; once they were erased nothing is left but that they were there. */
export function useNameOf(): (name: string | null) => string {
  const { t } = useTranslation();
  return (name) => name ?? t('person.erased');
}

/** Names of codes in the language of the screens. */
export function useLabels(): Labels {
  return byLanguage[useLanguage()];
}

const byLanguage: Readonly<Record<Language, Labels>> = { fr: labelsIn('fr'), nl: labelsIn('nl'), en: labelsIn('en') };

export { labelsIn, type Labels };
