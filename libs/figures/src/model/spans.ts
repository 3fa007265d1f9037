import { monthOfWeek, shiftWeek, weeksBetween } from '#domain/calendar';

/** Weeks from one to another, both inclusive. */
export type Weeks = { readonly from: string; readonly to: string };

/** Which weeks are looked at and which are compared. */
export type Spans = {
  /** Since the date, up to the newest figure. */
  readonly now: Weeks;
  /** Complete weeks since the date, and what they are compared with: as many just before, or the same a year earlier. */
  readonly compared: Weeks & { readonly weeks: number };
  readonly reference: Weeks;
  /** The month that is not over, null when the last one is. */
  readonly runningMonth: string | null;
};

const quarterWeeks = 13;
const yearWeeks = 52;

/**
 * The spans of a comparison.
 * @param last the newest week that figures cover
 * @param isRunning that week is not over
 * @param since first week; by default the last thirteen complete weeks
 */
export function spansOf(last: string, isRunning: boolean, against: 'before' | 'year', since?: string): Spans {
  const complete = isRunning ? shiftWeek(last, -1) : last;
  const wanted = since ?? shiftWeek(complete, 1 - quarterWeeks);
  const from = wanted > complete ? complete : wanted;
  const weeks = weeksBetween(from, complete).length;
  const by = against === 'year' ? -yearWeeks : -weeks;
  const isOver = monthOfWeek(shiftWeek(complete, 1)) !== monthOfWeek(last);
  return {
    now: { from, to: last },
    compared: { from, to: complete, weeks },
    reference: { from: shiftWeek(from, by), to: shiftWeek(complete, by) },
    runningMonth: isOver ? null : monthOfWeek(last),
  };
}
