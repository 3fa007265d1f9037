import type { SeriesGrain } from '#contracts/outside';
import { type Period, periodOfDay } from './periods.js';

/** A day as it may be written in a file; what is ambiguous has two readings. */
export type DayOrder = 'day-first' | 'month-first';

const months: Readonly<Record<string, number>> = {
  ...named('jan feb mar apr may jun jul aug sep oct nov dec'),
  ...named('janv fevr mars avr mai juin juil aout sept oct nov dec'),
  ...named('jan feb mrt apr mei jun jul aug sep okt nov dec'),
};

function named(names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name, at) => [name, at + 1]));
}

/** The number of a month by the short name that a spreadsheet writes in English, French or Dutch: `avr`, `févr.`, `OKT`. */
export function monthNamed(name: string): number | undefined {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase();
  return Object.hasOwn(months, plain) ? months[plain] : undefined;
}

const two = (number: number) => String(number).padStart(2, '0');

function dateOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year <= 2100 ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** Both readings of a day, as a calendar date each: `2011-04-11`, `11APR2011`, `11/04/2011`; a midnight beside it is no part of it. */
export function daysIn(text: string): Readonly<Record<DayOrder, string | undefined>> {
  const day = text.trim().replace(/[ T]00?:00(?::00(?:\.0+)?)?Z?$/, '');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const worded = /^(\d{1,2})[ .-]?(\p{L}{3,5})\.?[ .-]?(\d{4})$/u.exec(day);
  const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(day);
  const same = (date: string | undefined) => ({ 'day-first': date, 'month-first': date });
  if (iso !== null) {
    return same(dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  }
  if (worded !== null) {
    const month = monthNamed(worded[2] ?? '');
    return same(month === undefined ? undefined : dateOf(Number(worded[3]), month, Number(worded[1])));
  }
  if (slashed !== null) {
    const [, first, , second, year] = slashed.map(Number);
    return {
      'day-first': dateOf(year ?? 0, second ?? 0, first ?? 0),
      'month-first': dateOf(year ?? 0, first ?? 0, second ?? 0),
    };
  }
  return same(undefined);
}

/** The orders in which every text is a day. */
export function ordersOf(texts: Iterable<string>): DayOrder[] {
  const open = new Set<DayOrder>(['day-first', 'month-first']);
  for (const text of texts) {
    const days = daysIn(text);
    for (const order of open) {
      if (days[order] === undefined) {
        open.delete(order);
      }
    }
  }
  return [...open];
}

/** The period that a day lies in. */
export function periodAround(date: string, grain: SeriesGrain): Period {
  return periodOfDay(Date.parse(`${date}T00:00:00Z`), grain);
}
