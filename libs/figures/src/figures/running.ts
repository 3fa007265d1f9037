import { dayName, monthName, weekName } from '../words.js';
import { weekAt } from '../model/spans.js';
import type { Scene, Words } from './figure.js';

type Running = {
  /** `2026-12` or `2026-Q4` */
  readonly period: string;
  readonly name: string;
  /** The last day that is counted. */
  readonly reach: string;
};

/**
 * What is said of a month or quarter that is not over. Its weeks are those whose Thursday falls in it: where it begins before its first day,
 * or ends after its last, the week is named that makes it so.
 */
export function notOverWords({ t, labels: { language } }: Pick<Words, 't' | 'labels'>, running: Running): string {
  const { period, name, reach } = running;
  const [year = '', month = ''] = reach.split('-');
  const at = period.includes('Q') ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-${month}`;
  const key = at < period ? 'trend.runningEarly' : at > period ? 'trend.runningLate' : 'trend.runningWords';
  const [week, day] = [weekName(weekAt(reach), language, 'short'), dayName(reach, language)];
  return t(key, { month: name, week, day });
}

/** What is said of the month that is not over, beside its open point. */
export function runningWords(scene: Scene): string | undefined {
  const { runningMonth: period, reach } = scene.spans;
  return period === null
    ? undefined
    : notOverWords(scene, { period, name: monthName(period, scene.labels.language, 'long'), reach });
}

/** The name of a month in a table; one that is not over says so. */
export function monthLine({ t, spans, labels: { language } }: Scene, month: string): string {
  return monthName(month, language, 'year') + (month === spans.runningMonth ? ` (${t('trend.running')})` : '');
}
