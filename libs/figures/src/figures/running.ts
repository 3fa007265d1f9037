import { dayName, monthName } from '../words.js';
import type { Scene } from './figure.js';

/** What is said of the month that is not over, beside its open point. */
export function runningWords({ t, spans, labels: { language } }: Scene): string | undefined {
  const { runningMonth, reach } = spans;
  return runningMonth === null
    ? undefined
    : t('trend.runningWords', { month: monthName(runningMonth, language, 'long'), day: dayName(reach, language) });
}

/** The name of a month in a table; one that is not over says so. */
export function monthLine({ t, spans, labels: { language } }: Scene, month: string): string {
  return monthName(month, language, 'year') + (month === spans.runningMonth ? ` (${t('trend.running')})` : '');
}
