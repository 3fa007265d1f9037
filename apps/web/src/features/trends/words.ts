import type { Difficulty } from '#contracts/codes';
import { difficulties } from '#contracts/codes';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../shared/labels.js';
import type { Count } from './trend-model.js';

/** A label as it stands inside a sentence: "Trésorerie" becomes "trésorerie", "TVA" stays. */
export function midSentence(label: string): string {
  const second = label.charAt(1);
  return second === second.toLowerCase() ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** How the trends say quarters and counts. */
export function useWords(exact: boolean, threshold: number) {
  const { t } = useTranslation('trends');
  const labels = useLabels();
  return {
    /** "T3 2026" */
    quarter: (quarter: string) => t('quarter', { number: quarter.slice(-1), year: quarter.slice(0, 4) }),
    /** "T3 26", where there is little room. */
    shortQuarter: (quarter: string) => t('quarter', { number: quarter.slice(-1), year: quarter.slice(2, 4) }),
    /** The figure itself, or "< 10". */
    count: (count: Count) => (count === null ? t('below', { threshold }) : String(count)),
    /** A figure inside a sentence: rounded to fives where it is not exact. */
    about: (count: Count) => {
      if (count === null) {
        return t('belowWords', { threshold });
      }
      return exact ? String(count) : t('about', { count: Math.round(count / 5) * 5 });
    },
    name: (difficulty: Difficulty) => labels.of(difficulties, difficulty),
    within: (difficulty: Difficulty) => midSentence(labels.of(difficulties, difficulty)),
  };
}

/** The words of the trends in one language. */
export type Words = ReturnType<typeof useWords>;
