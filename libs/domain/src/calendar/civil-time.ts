import type { Policy } from '#contracts/case';

/** What of a calendar decides civil time. */
export type CivilClock = Pick<Policy['calendar'], 'winterOffsetHours' | 'summerTime'>;

/** Milliseconds of a day, an hour and a minute. */
export const dayMs = 86_400_000;
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

/** Civil time as milliseconds that read like UTC: the year, month and day of the wall clock. */
export function civilOf(instantMs: number, calendar: CivilClock): number {
  return instantMs + offsetAt(instantMs, calendar);
}

/**
 * The instant at which the wall clock shows `civilMs`. A time that the clock shows twice is taken the first time, one that it skips
 * is the moment of the switch; so the order of times is kept.
 */
export function instantOf(civilMs: number, calendar: CivilClock): number {
  const inWinter = civilMs - calendar.winterOffsetHours * hourMs;
  if (!calendar.summerTime) {
    return inWinter;
  }
  const { begins, ends } = summerOf(new Date(inWinter).getUTCFullYear());
  const inSummer = inWinter - hourMs;
  if (inSummer >= begins && inSummer < ends) {
    return inSummer;
  }
  return inSummer < begins && inWinter > begins ? begins : inWinter;
}

function offsetAt(instantMs: number, calendar: CivilClock): number {
  const winter = calendar.winterOffsetHours * hourMs;
  if (!calendar.summerTime) {
    return winter;
  }
  const { begins, ends } = summerOf(new Date(instantMs).getUTCFullYear());
  return instantMs >= begins && instantMs < ends ? winter + hourMs : winter;
}

type Summer = { readonly begins: number; readonly ends: number };

/** Counting working time asks for the same few years over and over. */
const summers = new Map<number, Summer>();

/** Summer time of the European Union: last Sunday of March to last Sunday of October, 01:00 UTC. */
function summerOf(year: number): Summer {
  const known = summers.get(year) ?? { begins: lastSunday(year, 2) + hourMs, ends: lastSunday(year, 9) + hourMs };
  summers.set(year, known);
  return known;
}

/** Midnight UTC of the last Sunday of a month of 31 days; months count from 0. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31);
  return last - new Date(last).getUTCDay() * dayMs;
}
