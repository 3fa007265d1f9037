import type { DifficultyTrend } from '#contracts';
import type { Difficulty } from '#contracts/codes';
import { region } from '#contracts/codes';
import { quarterOf } from '#domain';

/** A count as the API tells it; null stands for fewer than the threshold. */
export type Count = number | null;

/** Quarters that are counted together, by their places in `quarters`. */
export type Span = { readonly first: number; readonly last: number };

/** How one difficulty moved between two spans. */
export type Change = {
  readonly difficulty: Difficulty;
  readonly before: Count;
  readonly after: Count;
  /** How far apart in units of what chance alone would do; 0 when it cannot be known. */
  readonly strength: number;
};

/** What the figures say, from complete quarters only. */
export type Reading = {
  readonly from: Span;
  readonly to: Span;
  readonly changes: readonly Change[];
  /** The strongest rise and fall beyond chance, null when there is none. */
  readonly risen: Change | null;
  readonly fallen: Change | null;
  readonly largest: Change;
  readonly cases: { readonly before: Count; readonly after: Count };
};

/** Standard deviations of a difference of two counts; with 17 difficulties looked at, 2 would flag one by chance every time. */
const beyondChance = 3;

/** The quarter that is still running, -1 when none of them is. */
export function runningIndex(quarters: readonly string[], now: Date): number {
  return quarters.indexOf(quarterOf(now.toISOString(), region.calendar));
}

/** The last quarter that is over, -1 when there is none. */
export function lastComplete(quarters: readonly string[], now: Date): number {
  const current = quarterOf(now.toISOString(), region.calendar);
  return quarters.findLastIndex((quarter) => quarter < current);
}

/**
 * What may be compared, the plainest first: the last complete quarter with the same one a year before, the last four quarters
 * with the four before, the last quarter with the same one two years before; in a young series two quarters in a row.
 */
export function comparisons(last: number): readonly { readonly from: Span; readonly to: Span }[] {
  const one = (index: number): Span => ({ first: index, last: index });
  const year = (index: number): Span => ({ first: index - 3, last: index });
  const all = [
    { from: one(last - 4), to: one(last) },
    { from: year(last - 4), to: year(last) },
    { from: one(last - 8), to: one(last) },
  ].filter(({ from }) => from.first >= 0);
  return all.length > 0 || last < 1 ? all : [{ from: one(last - 1), to: one(last) }];
}

/** The sum over a span; unknown when one of its counts is. */
export function countOver(counts: readonly Count[], span: Span): Count {
  return counts
    .slice(span.first, span.last + 1)
    .reduce<Count>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/** How far two counts are apart, signed, in units of chance; a hidden count is taken as large as it can be. */
export function strengthOf(before: Count, after: Count, most: number): number {
  if (before === null && after === null) {
    return 0;
  }
  const [b, a] = [before ?? most, after ?? most];
  return a + b === 0 ? 0 : (a - b) / Math.sqrt(a + b);
}

function changesBetween(trend: DifficultyTrend, from: Span, to: Span): readonly Change[] {
  const most = trend.threshold - 1;
  return trend.difficulties.map(({ difficulty, counts }) => {
    const before = countOver(counts, from);
    const after = countOver(counts, to);
    const isHidden = before === null || after === null;
    const strength = isHidden && to.last > to.first ? 0 : strengthOf(before, after, most);
    return { difficulty, before, after, strength };
  });
}

/** True when a change is more than chance explains. */
export function isBeyondChance(change: Change): boolean {
  return Math.abs(change.strength) > beyondChance;
}

function read(trend: DifficultyTrend, from: Span, to: Span): Reading | null {
  const changes = changesBetween(trend, from, to);
  const [largest] = [...changes].sort((a, b) => (b.after ?? 0) - (a.after ?? 0));
  if (largest === undefined) {
    return null;
  }
  const moved = changes.filter(isBeyondChance).sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength));
  return {
    from,
    to,
    changes,
    risen: moved.find((change) => change.strength > 0) ?? null,
    fallen: moved.find((change) => change.strength < 0) ?? null,
    largest,
    cases: { before: countOver(trend.cases, from), after: countOver(trend.cases, to) },
  };
}

/** Reads the figures by the plainest comparison that shows something, else by the plainest; null before two quarters are complete. */
export function readingOf(trend: DifficultyTrend, now: Date): Reading | null {
  const readings = comparisons(lastComplete(trend.quarters, now))
    .map(({ from, to }) => read(trend, from, to))
    .filter((reading) => reading !== null);
  return readings.find((reading) => reading.risen !== null || reading.fallen !== null) ?? readings[0] ?? null;
}

/** Difficulties, the most frequent of the last complete quarter first; equal ones in the order of the list. */
export function byFrequency(trend: DifficultyTrend, now: Date): readonly Difficulty[] {
  const at = Math.max(0, lastComplete(trend.quarters, now));
  return [...trend.difficulties]
    .sort((a, b) => (b.counts[at] ?? -1) - (a.counts[at] ?? -1))
    .map((one) => one.difficulty);
}

/** One figure that moved between two answers of the API. */
export type Move = {
  /** Null for the number of cases itself. */
  readonly difficulty: Difficulty | null;
  readonly index: number;
  readonly before: Count;
  readonly after: Count;
};

/** What moved between two answers about the same quarters; nothing when the quarters differ. */
export function movesBetween(before: DifficultyTrend, after: DifficultyTrend): readonly Move[] {
  if (before.quarters.join() !== after.quarters.join()) {
    return [];
  }
  const old = new Map(before.difficulties.map((one) => [one.difficulty, one.counts]));
  const compare = (difficulty: Difficulty | null, was: readonly Count[] | undefined, is: readonly Count[]) =>
    is.flatMap((count, index): Move[] => {
      const previous = was?.[index] ?? null;
      return previous === count ? [] : [{ difficulty, index, before: previous, after: count }];
    });
  return [
    ...compare(null, before.cases, after.cases),
    ...after.difficulties.flatMap((one) => compare(one.difficulty, old.get(one.difficulty), one.counts)),
  ];
}
