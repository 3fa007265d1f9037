import { civilOf, dayMs, hourMs, instantOf, minuteMs, type CivilClock } from './civil-time.js';
import { weekOf } from './weeks.js';

/** Civil time after midnight on Monday at which the week before is closed. */
const closesAfter = 5 * minuteMs;

/** Days from the Thursday of 1970-01-01 to the first Monday after it. */
const firstMonday = 4;

/**
 * When the running epoch is to be closed: Monday at 00:05 civil time, or the next full `everyMinutes` (UTC), always later than `at`.
 */
export function nextClosing(at: string, everyMinutes: number | null, calendar: CivilClock): string {
  const now = Date.parse(at);
  if (everyMinutes !== null) {
    const length = everyMinutes * minuteMs;
    return new Date((Math.floor(now / length) + 1) * length).toISOString();
  }
  const weekMs = 7 * dayMs;
  const begun = Math.floor((civilOf(now, calendar) - closesAfter - firstMonday * dayMs) / weekMs);
  const closing = (begun + 1) * weekMs + firstMonday * dayMs + closesAfter;
  return new Date(instantOf(closing, calendar)).toISOString();
}

/** The week that the epoch running at an instant belongs to; the first minutes of Monday belong to the week before. */
export function weekRunning(at: string, calendar: CivilClock): string {
  return weekOf(new Date(Date.parse(at) - closesAfter).toISOString(), calendar);
}

/**
 * The closing that takes place at an instant and was due then or before, when nobody was there: what several weeks have missed is closed
 * once, under the last of them. One of every few minutes is an early one of its week.
 */
export function closingAt(
  at: string,
  { due, everyMinutes, calendar }: { due: string; everyMinutes: number | null; calendar: CivilClock },
): { readonly closingId: string; readonly week: string; readonly early: boolean } {
  const week = everyMinutes === null ? weekOver(at, calendar) : weekRunning(at, calendar);
  return { closingId: everyMinutes === null ? week : due, week, early: everyMinutes !== null };
}

/** The last week that is over. */
function weekOver(at: string, calendar: CivilClock): string {
  const monday = Date.parse(nextClosing(at, null, calendar)) - 7 * dayMs;
  // In the middle of the week before, whatever the clocks did on Sunday.
  return weekOf(new Date(monday - 84 * hourMs).toISOString(), calendar);
}
