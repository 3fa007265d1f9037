import { region } from '#contracts/kernel/codes';
import { useMemo } from 'react';
import { useLanguage } from '../../../shared/labels.js';

/** Moments and numbers as an analyst reads them: always with the year and the second, in the region's time. */
export type Moments = {
  /** `24/11/2026 09:30:00` */
  exact(at: Date): string;
  /** `09:30:00` */
  clock(at: Date): string;
  number(value: number): string;
};

/** Moments and numbers in the language of the screens. */
export function useMoments(): Moments {
  const language = useLanguage();
  return useMemo(() => {
    const locale = region.locales[language];
    const day = new Intl.DateTimeFormat(locale, {
      timeZone: region.timeZone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    });
    const clock = new Intl.DateTimeFormat(locale, {
      timeZone: region.timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    const number = new Intl.NumberFormat(locale);
    return {
      exact: (at) => `${day.format(at)} ${clock.format(at)}`,
      clock: (at) => clock.format(at),
      number: (value) => number.format(value),
    };
  }, [language]);
}
