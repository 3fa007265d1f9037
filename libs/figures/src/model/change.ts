import type { SectorGroup } from '#contracts/case/codes';
import { sectorGroups } from '#contracts/case/codes';
import type { Difficulty } from '#contracts/kernel/codes';
import { codesOf, difficulties } from '#contracts/kernel/codes';
import type { CubeAnswer } from '#contracts/monitoring';
import { monthOfWeek } from '#domain/calendar';
import { noiseOf, readSeries, verdictsOf } from '#domain/monitoring';
import type { ToldChange } from '../readings/change.js';
import { cellOf, drawnMonthsOf, shownMonths, sumsOver } from './counts.js';
import type { Filters, Narrowing } from './filters.js';
import type { Spans } from './spans.js';

/** How one difficulty moved between the spans that are compared. */
export type Change = ToldChange & { readonly key: Difficulty; readonly chance: number };

/** How every difficulty moved, judged together; the most frequent first. */
export function changesOf(
  weekly: CubeAnswer,
  spans: Spans,
  filters: Filters,
  nameOf: (difficulty: Difficulty) => string,
): Change[] {
  const after = sumsOver(weekly, spans.period);
  const before = sumsOver(weekly, spans.reference);
  // What was never met cannot have changed: it does not make the others harder to believe.
  const pairs = codesOf(difficulties)
    .map((key) => ({
      key,
      label: nameOf(key),
      before: Math.max(0, before.get(key) ?? 0),
      after: Math.max(0, after.get(key) ?? 0),
    }))
    .filter((one) => one.before + one.after > 0);
  const { weeks } = spans.period;
  const noise = noiseOf(weekly.standing.base, weeks, 1 + fixedBy(filters, ['sector', 'area']));
  const judged: readonly Change[] = spans.isComparable
    ? verdictsOf(pairs, { before: weeks, after: weeks }, noise)
    : pairs.map((pair) => ({ ...pair, chance: 1, verdict: 'none' }));
  return judged.toSorted((a, b) => b.after - a.after);
}

/** How many dimensions a filter fixes, of those that count: it makes rounded sums less exact. */
const fixedBy = (filters: Filters, narrowings: readonly Narrowing[]) =>
  narrowings.filter((narrowing) => filters[narrowing] !== undefined).length;

const monthWeeks = 4.35;
const fewestMonths = 3;
const mostMonths = 12;

/** The months of one difficulty and what is expected of the newest. */
export function monthlyOf(weekly: CubeAnswer, spans: Spans, filters: Filters, difficulty: Difficulty) {
  const { months, counts } = drawnMonthsOf(weekly, difficulty);
  const running = months.indexOf(spans.runningMonth ?? '');
  const complete = running < 0 ? counts : counts.slice(0, running);
  const since = months.indexOf(monthOfWeek(spans.period.from));
  const watched = Math.min(mostMonths, Math.max(fewestMonths, complete.length - Math.max(0, since)));
  const series = readSeries(
    complete,
    watched,
    noiseOf(weekly.standing.base, monthWeeks, 1 + fixedBy(filters, ['sector', 'area'])),
  );
  const from = Math.max(0, months.length - shownMonths);
  return { months, counts, running, complete, series, from };
}

/** Sectors where most of a rise came from: at most two with a quarter of it each, and more than rounding may have made up. */
export function mostlyIn(risen: CubeAnswer, before: CubeAnswer, change: Change, weeks: number): SectorGroup[] {
  const rise = change.after - change.before;
  const least = Math.max(rise / 4, 2 * Math.sqrt(2 * noiseOf(risen.standing.base, weeks, 2)), 1);
  return codesOf(sectorGroups)
    .filter((sector) => sector !== 'unknown')
    .map((sector) => ({ sector, more: cellOf(risen, change.key, sector) - cellOf(before, change.key, sector) }))
    .filter((one) => one.more >= least)
    .sort((a, b) => b.more - a.more)
    .slice(0, 2)
    .map((one) => one.sector);
}
