import type { Policy } from '#contracts';
import { dayMs } from './civil-time.js';

/** Whether a civil day, counted in days since 1970-01-01, is a holiday of the calendar. */
export function isHoliday(day: number, calendar: Policy['calendar']): boolean {
  const date = new Date(day * dayMs);
  return (
    calendar.fixedHolidays.includes(date.toISOString().slice(5, 10)) ||
    calendar.easterHolidays.includes(day - easterDay(date.getUTCFullYear()))
  );
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
