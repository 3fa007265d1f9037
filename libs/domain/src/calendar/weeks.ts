import { civilOf, dayMs, type CivilClock } from './civil-time.js';

/** Days from the Thursday of 1970-01-01 to the first Monday after it. */
const firstMonday = 4;

/** ISO week of the civil date at an instant, for example `2026-W48`. */
export function weekOf(instant: string, calendar: CivilClock): string {
  return weekOfDay(Math.floor(civilOf(Date.parse(instant), calendar) / dayMs));
}

/** The civil date at an instant, for example `2026-11-29`. */
export function dayOf(instant: string, calendar: CivilClock): string {
  return new Date(civilOf(Date.parse(instant), calendar)).toISOString().slice(0, 10);
}

/** True when the year has that week: 53 weeks are rare. */
export function isWeek(week: string): boolean {
  return weekOfDay(thursdayOf(week)) === week;
}

/** All weeks from one to the other, none left out; none when `last` is before `first`. */
export function weeksBetween(first: string, last: string): string[] {
  const from = thursdayOf(first);
  const length = Math.max(0, (thursdayOf(last) - from) / 7 + 1);
  return Array.from({ length }, (_, step) => weekOfDay(from + 7 * step));
}

/** The week so many weeks later, or earlier when `by` is negative. */
export function shiftWeek(week: string, by: number): string {
  return weekOfDay(thursdayOf(week) + 7 * by);
}

/** The date of the Monday of a week, `2026-11-23`. */
export function mondayOf(week: string): string {
  return new Date((thursdayOf(week) - 3) * dayMs).toISOString().slice(0, 10);
}

/** The date of the Sunday of a week, `2026-11-29`. */
export function sundayOf(week: string): string {
  return new Date((thursdayOf(week) + 3) * dayMs).toISOString().slice(0, 10);
}

/** The month of a week is that of its Thursday, for example `2026-11`. */
export function monthOfWeek(week: string): string {
  return new Date(thursdayOf(week) * dayMs).toISOString().slice(0, 7);
}

/** The quarter of a week is that of its Thursday, for example `2026-Q4`. */
export function quarterOfWeek(week: string): string {
  const month = monthOfWeek(week);
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** Days from 1970-01-01 to the Thursday of a week, which lies in the year that the week is named after. */
function thursdayOf(week: string): number {
  const fourthOfJanuary = Date.UTC(Number(week.slice(0, 4)), 0, 4) / dayMs;
  return mondayBefore(fourthOfJanuary) + 3 + 7 * (Number(week.slice(6)) - 1);
}

function weekOfDay(day: number): string {
  const thursday = mondayBefore(day) + 3;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1) / dayMs) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

function mondayBefore(day: number): number {
  return Math.floor((day - firstMonday) / 7) * 7 + firstMonday;
}
