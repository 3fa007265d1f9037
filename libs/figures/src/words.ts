import { daySaid, region, type Language } from '#contracts/kernel/codes';
import type { Standing } from '#contracts/monitoring';
import { mondayOf, sundayOf } from '#domain/calendar';
import { coverageOf, type Weeks } from './model/spans.js';

const monthStyles = {
  short: { month: 'short' },
  long: { month: 'long' },
  year: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The name of `2026-11`; the short one has its year in January. */
export function monthName(month: string, language: Language, style: keyof typeof monthStyles): string {
  const format = new Intl.DateTimeFormat(region.locales[language], { ...monthStyles[style], timeZone: 'UTC' });
  const text = format.format(new Date(`${month}-01T00:00:00Z`));
  return style === 'short' && month.endsWith('-01') ? `${text} ${month.slice(2, 4)}` : text;
}

/** "24 aug. – 22 nov. 2026", from the first Monday to the last Sunday. */
export function spanWords({ from, to }: Weeks, language: Language): string {
  const format = new Intl.DateTimeFormat(region.locales[language], {
    day: 'numeric',
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(mondayOf(from)), new Date(sundayOf(to)));
}

/** The day up to which figures reach; those that were published early, or are live, end before their week does. */
export function reachOf(standing: Standing): Date | null {
  const coverage = coverageOf(standing);
  return coverage === null ? null : new Date(coverage.reach);
}

/** "24 aug. 2026", the Monday of a week; the short one is without its year. */
export function weekName(week: string, language: Language, style: 'short' | 'year' = 'year'): string {
  const format = new Intl.DateTimeFormat(region.locales[language], {
    day: 'numeric',
    month: 'short',
    ...(style === 'year' && { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return daySaid(format.format(new Date(mondayOf(week))), language);
}

/** "29 nov.", a day without its year. */
export function dayName(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(region.locales[language], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return daySaid(format.format(new Date(day)), language);
}
