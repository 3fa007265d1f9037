import type { Language } from '#contracts/kernel/codes';
import { languages } from '#contracts/kernel/codes';

const storageKey = 'relais.language';

/** True for a language of the platform. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language chosen before on this device, else the browser's when the platform has it, else French. */
export function firstLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (isLanguage(stored)) {
    return stored;
  }
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fr';
}

/** Keeps the choice on this device. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

/** True when a person chose a language on this device. */
export function hasChosenLanguage(): boolean {
  return isLanguage(localStorage.getItem(storageKey));
}
