import type { CubeAnswer } from '#contracts/monitoring';
import { monthOfWeek } from '#domain/calendar';
import type { Weeks } from './spans.js';

/** The counts of an answer, whatever cube they are from. */
export type Counted = Pick<CubeAnswer, 'periods' | 'rows'>;

/** The sum of an answer by the codes of one of its dimensions, over all its periods. */
export function sumsBy(answer: Counted, place = 0): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { codes, counts } of answer.rows) {
    const code = codes[place] ?? '';
    sums.set(code, (sums.get(code) ?? 0) + counts.reduce((sum, count) => sum + count, 0));
  }
  return sums;
}

/** The sum of one combination of codes over all periods. */
export function cellOf(answer: Counted, ...codes: readonly string[]): number {
  const row = answer.rows.find((one) => one.codes.every((code, place) => code === codes[place]));
  return row?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
}

/** The sum of a weekly answer over some weeks, by the codes of its first dimension. */
export function sumsOver(weekly: Counted, { from, to }: Weeks): ReadonlyMap<string, number> {
  const isWithin = weekly.periods.map((week) => week >= from && week <= to);
  return new Map(
    weekly.rows.map(({ codes, counts }) => [
      codes[0] ?? '',
      counts.reduce((sum, count, index) => sum + (isWithin[index] === true ? count : 0), 0),
    ]),
  );
}

/** One code of a weekly answer by months, none left out. */
export function monthsOf(weekly: Counted, code: string): { readonly months: string[]; readonly counts: number[] } {
  const row = weekly.rows.find((one) => one.codes[0] === code);
  const sums = new Map<string, number>();
  weekly.periods.forEach((week, index) => {
    const month = monthOfWeek(week);
    sums.set(month, (sums.get(month) ?? 0) + (row?.counts[index] ?? 0));
  });
  return { months: [...sums.keys()], counts: [...sums.values()] };
}

/** All of an answer by its periods. */
export function totalsOf(answer: Counted): ReadonlyMap<string, number> {
  return new Map(
    answer.periods.map((period, index) => [
      period,
      answer.rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0),
    ]),
  );
}
