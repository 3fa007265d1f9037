import type { CubeAnswer } from '#contracts/monitoring';
import { monthOfWeek, shiftWeek } from '#domain/calendar';
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

/** A weekly answer by months, none left out: of one code, or all of it. */
export function monthsOf(weekly: Counted, code?: string): { readonly months: string[]; readonly counts: number[] } {
  const rows = weekly.rows.filter((one) => code === undefined || one.codes[0] === code);
  const sums = new Map<string, number>();
  weekly.periods.forEach((week, index) => {
    const month = monthOfWeek(week);
    const before = sums.get(month) ?? 0;
    sums.set(
      month,
      rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), before),
    );
  });
  return { months: [...sums.keys()], counts: [...sums.values()] };
}

/** The most months that a chart shows. */
export const shownMonths = 15;

/** The months to draw: a first one of which figures only cover a part would look like a rise, and is left out when others follow. */
export function drawnMonthsOf(weekly: Counted, code?: string): ReturnType<typeof monthsOf> {
  const { months, counts } = monthsOf(weekly, code);
  const [first] = weekly.periods;
  const isPartial = first !== undefined && monthOfWeek(shiftWeek(first, -1)) === monthOfWeek(first);
  const skipped = isPartial && months.length > 1 ? 1 : 0;
  return { months: months.slice(skipped), counts: counts.slice(skipped).map((count) => Math.max(0, count)) };
}

/** The weeks that an answer has from a month on. */
export function weeksSince({ periods }: Counted, month: string | undefined): Weeks | undefined {
  const [from, to] = [periods.find((week) => monthOfWeek(week) === month), periods.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The sum of a weekly answer over some weeks. */
export function sumOver(weekly: Counted, weeks: Weeks): number {
  return Math.max(
    0,
    [...sumsOver(weekly, weeks).values()].reduce((sum, one) => sum + one, 0),
  );
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
