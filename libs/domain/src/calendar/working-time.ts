import type { Policy } from '#contracts/case';
import { civilOf, dayMs, instantOf, minuteMs } from './civil-time.js';
import { isHoliday } from './holidays.js';

type Calendar = Policy['calendar'];
type Span = { readonly from: number; readonly until: number };

/** No calendar rests longer than this; one that does has no working time at all. */
const longestRestDays = 400;

/**
 * The instant (UTC, ISO 8601) after that much working time, rounded to the millisecond. Time outside working hours does not count;
 * what is exactly used up at closing time ends at closing time. Minutes are real elapsed ones, also over a switch of the clock.
 * Throws `RangeError` when the calendar has no working time.
 */
export function addWorkingMinutes(from: string, minutes: number, calendar: Calendar): string {
  const start = Date.parse(from);
  let left = Math.round(minutes * minuteMs);
  const firstDay = dayOf(start, calendar);
  let lastWorked = firstDay;
  for (let day = firstDay; day - lastWorked <= longestRestDays; day += 1) {
    const worked = workedOn(day, calendar);
    if (!worked || worked.until < start) {
      continue;
    }
    const begin = Math.max(worked.from, start);
    if (left <= worked.until - begin) {
      return new Date(begin + left).toISOString();
    }
    left -= worked.until - begin;
    lastWorked = day;
  }
  throw new RangeError('the calendar has no working time');
}

/** Working minutes from one instant to a later one, exact to the millisecond; 0 when `until` is not later. */
export function workingMinutesBetween(from: string, until: string, calendar: Calendar): number {
  const start = Date.parse(from);
  const end = Date.parse(until);
  if (end <= start) {
    return 0;
  }
  let total = 0;
  const lastDay = dayOf(end, calendar);
  for (let day = dayOf(start, calendar); day <= lastDay; day += 1) {
    const worked = workedOn(day, calendar);
    if (worked) {
      total += Math.max(0, Math.min(worked.until, end) - Math.max(worked.from, start));
    }
  }
  return total / minuteMs;
}

/** The same day and time so many calendar months later, in UTC, the last day of the month when it is shorter; a part of a month is that part of 30 days. */
export function addMonths(instant: string, months: number): string {
  const whole = Math.trunc(months);
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + whole);
  date.setUTCDate(Math.min(day, daysInMonth(date)));
  return addDays(date.toISOString(), (months - whole) * 30);
}

/** The instant so many days of 24 hours later; days may be fractional. */
export function addDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + Math.round(days * dayMs)).toISOString();
}

/** Civil day of an instant, in days since 1970-01-01. */
function dayOf(instantMs: number, calendar: Calendar): number {
  return Math.floor(civilOf(instantMs, calendar) / dayMs);
}

/** The working hours of a civil day as instants, null on a day of rest. */
function workedOn(day: number, calendar: Calendar): Span | null {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  if (calendar.closes <= calendar.opens || !calendar.weekdays.includes(weekday) || isHoliday(day, calendar)) {
    return null;
  }
  return {
    from: instantOf(day * dayMs + calendar.opens * minuteMs, calendar),
    until: instantOf(day * dayMs + calendar.closes * minuteMs, calendar),
  };
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
