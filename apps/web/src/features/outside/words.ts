import { region } from '#contracts/kernel/codes';
import type { SeriesFlag } from '#contracts/outside';
import { seriesFlags } from '#contracts/outside/codes';
import { readPeriod } from '#domain/outside';
import { useTranslation } from 'react-i18next';
import { useLabels, useLanguage } from '../../shared/labels.js';
import type { Mark } from './pair-model.js';

/** How periods and values of series are said. */
export function useWords() {
  const { t } = useTranslation('outside');
  const labels = useLabels();
  const locale = region.locales[useLanguage()];
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const period = (text: string): string => {
    const year = text.slice(0, 4);
    switch (readPeriod(text)?.grain) {
      case 'month':
        return month.format(Date.parse(`${text}-01`));
      case 'quarter':
        return t('period.quarter', { number: text.slice(-1), year });
      case 'week':
        return t('period.week', { number: Number(text.slice(-2)), year });
      default:
        return text;
    }
  };
  return {
    /** `mars 2026`, `T1 2026`, `semaine 9 de 2026`, `2026` */
    period,
    /** Several periods: `août – oct. 2026`. */
    stretch: (first: Pick<Mark, 'period' | 'from'>, last: Pick<Mark, 'period' | 'from'>) => {
      if (first.period === last.period) {
        return period(first.period);
      }
      return readPeriod(first.period)?.grain === 'month'
        ? month.formatRange(first.from, last.from)
        : t('period.stretch', { first: period(first.period), last: period(last.period) });
    },
    /** What a publisher says of a value: `provisoire, rupture de série`. */
    flags: (flags: readonly SeriesFlag[]) => flags.map((one) => labels.text(seriesFlags[one].label)).join(', '),
    value: (value: number) => number.format(value),
    /** With all its digits. */
    exact: (value: number) => exact.format(value),
    /** A published figure: rounded, and said so. */
    about: (value: number) => t('about', { value: number.format(value) }),
  };
}
