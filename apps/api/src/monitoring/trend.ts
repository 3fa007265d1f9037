import type { DifficultyTrend, DifficultyTrendQuery } from '#contracts';
import { codesOf, difficulties } from '#contracts/codes';
import type { TrendRow } from '#persistence';

/** Counts below this are told to coordinators only. */
export const threshold = 10;

/** More quarters than this are not drawn. */
export const mostQuarters = 100;

function indexOf(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1;
}

/** All quarters from one to the other, none left out. */
export function quartersBetween(first: string, last: string): string[] {
  const from = indexOf(first);
  const length = Math.max(0, indexOf(last) - from + 1);
  return Array.from({ length }, (_, step) => `${Math.floor((from + step) / 4)}-Q${((from + step) % 4) + 1}`);
}

/** The trend of all difficulties of the list; without `exact` no cell under the threshold shows, not even that it is zero. */
export function trendOf(rows: readonly TrendRow[], query: DifficultyTrendQuery, exact: boolean): DifficultyTrend {
  const first = query.from ?? rows[0]?.quarter;
  const last = query.to ?? rows.at(-1)?.quarter;
  const quarters = first === undefined || last === undefined ? [] : quartersBetween(first, last);
  const cells = new Map(rows.map((row) => [`${row.quarter} ${row.difficulty}`, row.cases]));
  const countsOf = (difficulty: string) =>
    quarters.map((quarter) => {
      const cases = cells.get(`${quarter} ${difficulty}`) ?? 0;
      return exact || cases >= threshold ? cases : null;
    });
  return {
    quarters,
    cases: countsOf(''),
    difficulties: codesOf(difficulties).map((difficulty) => ({ difficulty, counts: countsOf(difficulty) })),
    exact,
    threshold,
  };
}
