import { region } from '#contracts/kernel/codes';
import type { Standing } from '#contracts/monitoring';
import { dayOf, monthOfWeek, shiftWeek, sundayOf, weekOf, weeksBetween } from '#domain/calendar';

/** Weeks from one to another, both inclusive. */
export type Weeks = { readonly from: string; readonly to: string };

/** Which weeks figures cover, and whether the last of them is over. */
export type Coverage = {
  readonly first: string;
  readonly last: string;
  /** The last week is not over, or was published before it was. */
  readonly isOpen: boolean;
  /** The last day that is counted, `2026-11-29`. */
  readonly reach: string;
  /** The last week of imported history, null when there is none. */
  readonly history: string | null;
};

/** Which weeks a page is about: one period, what it is compared with, and the month that is not over. */
export type Spans = {
  /** The period of every figure, in complete weeks. */
  readonly period: Weeks & { readonly weeks: number };
  /** As many weeks just before, or the same a year earlier. */
  readonly reference: Weeks;
  /** The period is a week that is not over: no week before it was counted. */
  readonly isPartial: boolean;
  /** Figures reach back to the beginning of the reference, so that both can be compared. */
  readonly isComparable: boolean;
  /** Imported history ends in neither and not between them: what it counts by another rule can be compared as well. */
  readonly isOneRule: boolean;
  /** Some of the period is imported history. */
  readonly hasHistory: boolean;
  /** The month that is not over, null when the last one is. */
  readonly runningMonth: string | null;
  /** A week that is not over and therefore not in the period, null when there is none. */
  readonly leftOut: string | null;
  /** The last day that is counted anywhere, `2026-11-29`. */
  readonly reach: string;
};

const quarterWeeks = 13;
const yearWeeks = 52;

/**
 * Which weeks figures cover, told by the figures themselves: whoever asks the same figures at another time, on a screen or on paper, is told
 * the same.
 * @param until last day to look at, for a pack: a week that was over when it was published, and ends later, is not looked at
 * @returns null when nothing is covered
 */
export function coverageOf({ first, last, history, asOf }: Standing, until?: string): Coverage | null {
  if (first === null || last === null) {
    return null;
  }
  const isOver = (week: string) => asOf === null || weekOf(asOf, region.calendar) > week;
  const asked = until === undefined ? last : weekAt(until);
  const newest = asked < last ? asked : last;
  const isCut = until !== undefined && until < sundayOf(newest) && isOver(newest);
  const told = isCut ? shiftWeek(newest, -1) : newest;
  if (told < first) {
    return null;
  }
  const reach = asOf === null || isOver(told) ? sundayOf(told) : dayOf(asOf, region.calendar);
  return { first, last: told, history, isOpen: !isOver(told), reach };
}

/** The last week that a period may have: the last that is over, or the only one there is. */
export function lastWholeWeek({ first, last, isOpen }: Pick<Coverage, 'first' | 'last' | 'isOpen'>): string {
  return isOpen && first !== last ? shiftWeek(last, -1) : last;
}

/**
 * The spans of a comparison.
 * @param since first week; by default the last thirteen complete weeks
 */
export function spansOf(
  coverage: Coverage,
  against: 'before' | 'year',
  since = shiftWeek(lastWholeWeek(coverage), 1 - quarterWeeks),
): Spans {
  const { first, last, history, isOpen, reach } = coverage;
  const isPartial = isOpen && first === last;
  const to = lastWholeWeek(coverage);
  // Where figures begin within the period, so does the period: weeks without figures are not weeks without cases.
  const wanted = since < first ? first : since;
  const from = wanted > to ? to : wanted;
  const weeks = weeksBetween(from, to).length;
  const by = against === 'year' ? -yearWeeks : -weeks;
  const reference = { from: shiftWeek(from, by), to: shiftWeek(to, by) };
  return {
    period: { from, to, weeks },
    reference,
    isPartial,
    isComparable: first <= reference.from,
    isOneRule: history === null || to < history || reference.from > history,
    hasHistory: history !== null && from <= history,
    runningMonth: openPeriodOf({ last, isOpen }, monthOfWeek),
    leftOut: to < last ? last : null,
    reach,
  };
}

/** The period, a month or a quarter, that the last week leaves incomplete; null when it is over. */
export function openPeriodOf(
  { last, isOpen }: Pick<Coverage, 'last' | 'isOpen'>,
  periodOf: (week: string) => string,
): string | null {
  const isOver = !isOpen && periodOf(shiftWeek(last, 1)) !== periodOf(last);
  return isOver ? null : periodOf(last);
}

/** The week of a day, which is all of it. */
export function weekAt(day: string): string {
  return weekOf(`${day}T12:00:00.000Z`, region.calendar);
}
