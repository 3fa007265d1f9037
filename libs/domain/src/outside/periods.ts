import { languages } from '#contracts/kernel/codes';
import type { SeriesGrain } from '#contracts/outside';
import { plainOf } from './places.js';

/** A period of a statistic in its one spelling: `2026-W09`, `2026-03`, `2026-Q1`, `2026`. */
export type Period = { readonly grain: SeriesGrain; readonly period: string };

/** Whether a dimension or a column says when: by the names that statistics offices use. */
export function saysWhen(name: string): boolean {
  return /^(?:time(?:_period)?|tijd|temps|periode?|période|date|datum|(?:cd_)?year|jaar|ann[eé]e|an|month|maand|mois|week|semaine|quarter|kwartaal|trimestre)$/i.test(
    name,
  );
}

const dayMilliseconds = 86_400_000;
const weekMilliseconds = 7 * dayMilliseconds;
const earliest = 1900;
const latest = 2100;

/** Monday of the ISO week 1 of a year, in milliseconds: the week of January 4th. */
function firstMonday(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMilliseconds;
}

function weeksOf(year: number): number {
  return Math.round((firstMonday(year + 1) - firstMonday(year)) / weekMilliseconds);
}

const two = (number: number) => String(number).padStart(2, '0');

const spellings: readonly (readonly [RegExp, SeriesGrain, most: number])[] = [
  [/^(?<year>\d{4})$/, 'year', 1],
  // A quarter begins with Q in English, T in French and K in Dutch.
  [/^(?<year>\d{4})[- ]?[QTK](?<part>[1-4])$/i, 'quarter', 4],
  [/^[QTK](?<part>[1-4])[- ](?<year>\d{4})$/i, 'quarter', 4],
  [/^(?<year>\d{4})-(?<part>\d{2})$/, 'month', 12],
  [/^(?<year>\d{4})-?M(?<part>\d{1,2})$/i, 'month', 12],
  [/^(?<part>\d{2})\/(?<year>\d{4})$/, 'month', 12],
  [/^(?<year>\d{4})-?W(?<part>\d{2})$/i, 'week', 53],
];

const monthsInYear = 12;

/** Months by their names and the shortened ones, in every language, from 1. */
const monthNames: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const name = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      return Array.from(
        { length: monthsInYear },
        (_, at) => [plainOf(name.format(Date.UTC(2024, at, 1))), at + 1] as const,
      );
    }),
  ),
);

/** `mars 2024`, `maart 2024` and `Mar 2024` as `2024-03`; any other text as it is. */
function withoutName(text: string): string {
  const [, name = '', year = ''] = /^([\p{L}.]{3,12}) (\d{4})$/u.exec(text) ?? [];
  const month = monthNames.get(plainOf(name));
  return month === undefined ? text : `${year}-${two(month)}`;
}

/**
 * Reads a period: ISO 8601, `2024M03`, `2024-M03`, `2024Q1`, `T1 2024`, `03/2024`, `mars 2024`; undefined when it is not a period, or not one
 * of 1900 to 2100.
 */
export function readPeriod(given: string): Period | undefined {
  const text = withoutName(given.trim());
  for (const [spelling, grain, most] of spellings) {
    const groups = spelling.exec(text)?.groups;
    if (groups !== undefined) {
      const year = Number(groups['year']);
      const part = Number(groups['part'] ?? 1);
      const isKnown = year >= earliest && year <= latest && part >= 1 && part <= most;
      return isKnown && (grain !== 'week' || part <= weeksOf(year))
        ? { grain, period: spell(grain, year, part) }
        : undefined;
    }
  }
  return undefined;
}

function spell(grain: SeriesGrain, year: number, part: number): string {
  switch (grain) {
    case 'year':
      return String(year);
    case 'quarter':
      return `${year}-Q${part}`;
    case 'month':
      return `${year}-${two(part)}`;
    case 'week':
      return `${year}-W${two(part)}`;
    default:
      return grain satisfies never;
  }
}

/** Year and number within it of a period that `readPeriod` gave. */
function partsOf({ grain, period }: Period): { readonly year: number; readonly part: number } {
  const year = Number(period.slice(0, 4));
  return { year, part: grain === 'year' ? 1 : Number(period.slice(grain === 'month' ? 5 : 6)) };
}

/** The days of a period as instants in UTC, in milliseconds; `until` is the first that is no longer in it. */
export function spanOf(one: Period): { readonly from: number; readonly until: number } {
  const { year, part } = partsOf(one);
  if (one.grain === 'week') {
    const from = firstMonday(year) + (part - 1) * weekMilliseconds;
    return { from, until: from + weekMilliseconds };
  }
  const months = { month: 1, quarter: 3, year: 12 }[one.grain];
  return { from: Date.UTC(year, (part - 1) * months, 1), until: Date.UTC(year, part * months, 1) };
}

/** The period that an instant in UTC lies in. */
export function periodOfDay(at: number, grain: SeriesGrain): Period {
  const day = new Date(at);
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth();
  if (grain !== 'week') {
    const part = { year: 1, quarter: Math.floor(month / 3) + 1, month: month + 1 }[grain];
    return { grain, period: spell(grain, year, part) };
  }
  // A week is of the year of its Thursday.
  const thursday = at - (((day.getUTCDay() + 6) % 7) - 3) * dayMilliseconds;
  const weekYear = new Date(thursday).getUTCFullYear();
  const part = Math.floor((thursday - firstMonday(weekYear)) / weekMilliseconds) + 1;
  return { grain, period: spell(grain, weekYear, part) };
}

/** A longer period that a period counts in: a week belongs to the month, quarter and year of its Thursday. */
export function periodWithin(one: Period, grain: SeriesGrain): Period {
  if (one.grain === grain) {
    return one;
  }
  const { from } = spanOf(one);
  return periodOfDay(one.grain === 'week' ? from + 3 * dayMilliseconds : from, grain);
}

/** Every period from one to another of the same length, both included. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const all: Period[] = [];
  for (let one = first; spanOf(one).from <= spanOf(last).from; one = periodOfDay(spanOf(one).until, first.grain)) {
    all.push(one);
  }
  return all;
}

/** The same period so many years earlier; of a week 53 the last week of that year. */
export function yearsBefore(one: Period, years: number): Period {
  const { year, part } = partsOf(one);
  const then = year - years;
  return {
    grain: one.grain,
    period: spell(one.grain, then, one.grain === 'week' ? Math.min(part, weeksOf(then)) : part),
  };
}
