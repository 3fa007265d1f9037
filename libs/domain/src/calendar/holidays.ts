import type { Policy } from '#contracts/case';
import { dayMs } from './civil-time.js';

type Calendar = { readonly [Key in 'fixedHolidays' | 'easterHolidays']: Readonly<Policy['calendar'][Key]> };

/** Years that were worked out: one case asks its calendar for the same year over and over. */
const known = new WeakMap<Calendar, Map<number, ReadonlySet<number>>>();

/** Whether a civil day, counted in days since 1970-01-01, is a holiday of the calendar. */
export function isHoliday(day: number, calendar: Calendar): boolean {
  const years = known.get(calendar) ?? new Map<number, ReadonlySet<number>>();
  known.set(calendar, years);
  const year = new Date(day * dayMs).getUTCFullYear();
  const holidays = years.get(year) ?? holidaysIn(year, calendar);
  years.set(year, holidays);
  return holidays.has(day);
}

/** The holidays of a year as civil dates, in their order. */
export function holidaysOf(year: number, calendar: Calendar): string[] {
  return [...holidaysIn(year, calendar)]
    .sort((a, b) => a - b)
    .map((day) => new Date(day * dayMs).toISOString().slice(0, 10));
}

function holidaysIn(year: number, { fixedHolidays, easterHolidays }: Calendar): ReadonlySet<number> {
  const easter = easterDay(year);
  const fixed = fixedHolidays
    .map((date) => Date.UTC(year, Number(date.slice(0, 2)) - 1, Number(date.slice(3))))
    // Not every year has a 29th of February.
    .filter((at, place) => new Date(at).toISOString().slice(5, 10) === fixedHolidays[place]);
  return new Set([...fixed.map((at) => at / dayMs), ...easterHolidays.map((after) => easter + after)]);
}

/** Easter Sunday of a Gregorian year, in days since 1970-01-01 (the anonymous computus of Meeus, Jones and Butcher). */
export function easterDay(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skippedLeaps = Math.floor(century / 4);
  const moonDrift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - skippedLeaps - moonDrift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const marchDays = epact + weekday - 7 * correction + 114;
  return Date.UTC(year, Math.floor(marchDays / 31) - 1, (marchDays % 31) + 1) / dayMs;
}
