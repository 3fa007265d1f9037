import type { CubeAnswer, CubeQuery } from '#contracts/monitoring';
import { monthOfWeek, quarterOfWeek, weeksBetween } from '#domain/calendar';

/** Counts of one week, codes in the order of `by`. */
export type WeekRow = { readonly week: string; readonly codes: readonly string[]; readonly count: number };

/** First and last week that figures cover. */
export type WeekSpan = { readonly first: string; readonly last: string };

/**
 * Weeks summed to periods, none left out from the first to the last of `span` (by default that of the rows); combinations of codes that
 * are zero throughout are. Rows outside the span are an error of the caller.
 */
export function foldPeriods(
  rows: readonly WeekRow[],
  grain: CubeQuery['grain'],
  span: WeekSpan | undefined = spanOf(rows),
): Pick<CubeAnswer, 'periods' | 'rows'> {
  const periods = span === undefined ? [] : periodsOf(span, grain);
  const placeOf = new Map(periods.map((period, place) => [period, place]));
  const sums = new Map<string, { codes: string[]; counts: number[] }>();
  for (const { week, codes, count } of rows) {
    const place = placeOf.get(periodOf(week, grain));
    if (place === undefined) {
      throw new RangeError(`${week} lies outside the weeks that were asked for`);
    }
    const key = codes.join('|');
    const sum = sums.get(key) ?? { codes: [...codes], counts: periods.map(() => 0) };
    sum.counts[place] = (sum.counts[place] ?? 0) + count;
    sums.set(key, sum);
  }
  const kept = [...sums].filter(([, { counts }]) => counts.some((count) => count !== 0));
  return { periods, rows: kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum) };
}

function spanOf(rows: readonly WeekRow[]): WeekSpan | undefined {
  const weeks = rows.map(({ week }) => week).sort();
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

function periodsOf({ first, last }: WeekSpan, grain: CubeQuery['grain']): string[] {
  return [...new Set(weeksBetween(first, last).map((week) => periodOf(week, grain)))];
}

function periodOf(week: string, grain: CubeQuery['grain']): string {
  switch (grain) {
    case 'week':
      return week;
    case 'month':
      return monthOfWeek(week);
    case 'quarter':
      return quarterOfWeek(week);
    case 'total':
      return 'total';
    default:
      return grain satisfies never;
  }
}
