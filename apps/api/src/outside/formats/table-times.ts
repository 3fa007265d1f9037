import type { SeriesGrain } from '#contracts/outside';
import {
  type DayOrder,
  daysIn,
  ordersOf,
  type Period,
  periodAround,
  periodOfDay,
  periodWithin,
  readPeriod,
  spanOf,
} from '#domain/outside';
import { optionOf } from '../questions.js';
import type { Asking } from './asking.js';
import type { Observation } from './observation.js';
import type { Line } from './table.js';
import { areDays, cellsOf, type Column, isCount } from './table-columns.js';

/** What is known of a table whose times are read. */
type Timing = {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly when: Column;
  /** Columns that mean something else. */
  readonly taken: readonly (Column | undefined)[];
};

/** When each line is: a period, or `partial` when it lies in one that the file covers only in part. */
export type Times = (line: Line) => Observation['period'] | 'partial';

/** What a line says of its time, as a period is written. */
type Unit = (line: Line) => string;

const parts = { week: 53, month: 12, quarter: 4 } as const;
const spelled: Readonly<Record<keyof typeof parts, (year: string, part: string) => string>> = {
  week: (year, part) => `${year}-W${part.padStart(2, '0')}`,
  month: (year, part) => `${year}-${part.padStart(2, '0')}`,
  quarter: (year, part) => `${year}-Q${part}`,
};
const named: Readonly<Record<keyof typeof parts, RegExp>> = {
  week: /week|semaine/i,
  month: /month|maand|mois/i,
  quarter: /quarter|kwartaal|trim/i,
};

/** Years, and the column that says which part of the year; undefined while that is open. */
function unitOfYears({ lines, columns, when, taken }: Timing, asking: Asking): Unit | undefined {
  const kinds = Object.keys(parts) as (keyof typeof parts)[];
  const options = kinds.flatMap((kind) =>
    columns
      .filter((one) => one !== when && !taken.includes(one) && isCount(lines, one.index, parts[kind]))
      .map(({ name, index }) => ({ kind, name, index, value: `${kind}:${name}` })),
  );
  const answer = asking.ask({
    key: 'part',
    options: [
      ...options.map(({ value, kind, name }) => ({ value, label: optionOf(`part-${kind}`, { name }) })),
      { value: 'whole-year', label: optionOf('whole-year') },
    ],
    suggested: options.find(({ kind, name }) => named[kind].test(name))?.value ?? 'whole-year',
  });
  if (answer === undefined) {
    return undefined;
  }
  const part = options.find(({ value }) => value === answer);
  return ({ cells }) => {
    const year = cells[when.index] ?? '';
    return part === undefined ? year : spelled[part.kind](year, cells[part.index] ?? '');
  };
}

/** Days, of which a person says what comes first when the file does not tell. */
function orderOf(texts: readonly string[], asking: Asking): DayOrder | undefined {
  const orders = ordersOf(texts);
  const value = texts.find((text) => daysIn(text)['day-first'] !== daysIn(text)['month-first']);
  if (orders.length < 2 || value === undefined) {
    return orders[0] ?? 'day-first';
  }
  const answer = asking.ask({
    key: 'days',
    params: { value },
    options: orders.map((one) => ({ value: one, label: optionOf(one) })),
  });
  return answer as DayOrder | undefined;
}

const grains: readonly SeriesGrain[] = ['week', 'month', 'quarter', 'year'];

/** By which length of time is counted, among those that are not shorter than what the lines name. */
function grainFor(shortest: SeriesGrain, asking: Asking, suggested = shortest): SeriesGrain | undefined {
  return asking.ask({
    key: 'grain',
    options: grains.slice(grains.indexOf(shortest)).map((one) => ({ value: one, label: optionOf(one) })),
    suggested,
  }) as SeriesGrain | undefined;
}

/** The first and the last of what lines name, as instants. */
function reach(spans: readonly { readonly from: number; readonly until: number }[]) {
  return {
    from: spans.reduce((least, one) => Math.min(least, one.from), Infinity),
    until: spans.reduce((most, one) => Math.max(most, one.until), -Infinity),
  };
}

const day = 86_400_000;

/** Whether a period lies in one that units of a length cover to both its ends. */
function coveredBy(units: readonly Period[], length: SeriesGrain, grain: SeriesGrain) {
  const all = reach(units.map(spanOf));
  const beside = [periodOfDay(all.from - day, length), periodOfDay(all.until, length)];
  return ({ period }: Period) => grain === length || beside.every((one) => periodWithin(one, grain).period !== period);
}

/** What days stand for when each is the first of a month: for years or quarters where all begin one. */
function begunBy(dates: readonly string[]): SeriesGrain | undefined {
  if (dates.length < 2 || dates.some((date) => !date.endsWith('-01'))) {
    return undefined;
  }
  const months = dates.map((date) => Number(date.slice(5, 7)) - 1);
  return months.every((month) => month === 0) ? 'year' : months.every((month) => month % 3 === 0) ? 'quarter' : 'month';
}

/** Reads days that are the first of what they stand for, or of its months when a person counts by month. */
function timesOfBeginnings(
  { when }: Timing,
  { dates, begun, dateOf }: { readonly dates: readonly string[]; readonly begun: SeriesGrain; readonly dateOf: DateOf },
  asking: Asking,
): Times | undefined {
  const grain = grainFor('month', asking, begun);
  if (grain === undefined) {
    return undefined;
  }
  const length = grains.indexOf(grain) < grains.indexOf(begun) ? grain : begun;
  const isWhole = coveredBy(
    dates.map((date) => periodAround(date, length)),
    length,
    grain,
  );
  return ({ row, cells }) => {
    const text = cells[when.index] ?? '';
    const place = { text, at: { row, column: when.name } };
    const date = dateOf(text);
    const read = date === undefined ? undefined : periodAround(date, grain);
    return read === undefined ? place : isWhole(read) ? { ...place, read } : 'partial';
  };
}

type DateOf = (text: string) => string | undefined;

/** Reads days: all firsts of months stand for these, all Mondays stand for their weeks, all others for themselves. */
function timesOfDays(timing: Timing, asking: Asking): Times | undefined {
  const { lines, when } = timing;
  const texts = [...cellsOf(lines, when.index).keys()];
  const order = orderOf(texts, asking);
  const dateOf = (text: string) => (order === undefined ? undefined : daysIn(text)[order]);
  const dates = texts.flatMap((text) => dateOf(text) ?? []);
  const begun = begunBy(dates);
  if (begun !== undefined) {
    return timesOfBeginnings(timing, { dates, begun, dateOf }, asking);
  }
  const grain = grainFor('week', asking);
  if (order === undefined || grain === undefined) {
    return undefined;
  }
  const instants = dates.map((date) => Date.parse(`${date}T00:00:00Z`));
  const length = instants.every((one) => new Date(one).getUTCDay() === 1) ? 7 * day : day;
  const all = reach(instants.map((from) => ({ from, until: from + length })));
  // A week belongs to what its Thursday belongs to.
  const shift = length === day ? 0 : 3 * day;
  const isWhole = ({ period }: Period) =>
    periodOfDay(all.from - length + shift, grain).period !== period &&
    periodOfDay(all.until + shift, grain).period !== period;
  return ({ row, cells }) => {
    const text = cells[when.index] ?? '';
    const at = { row, column: when.name };
    const date = dateOf(text);
    if (date === undefined) {
      return { text, at };
    }
    const period = length === day ? periodAround(date, grain) : periodWithin(periodAround(date, 'week'), grain);
    return isWhole(period) ? { text, at, read: period } : 'partial';
  };
}

/** Reads the times of a table; undefined while something is open. */
export function timesOf(timing: Timing, asking: Asking): Times | undefined {
  const { lines, when } = timing;
  const texts = [...cellsOf(lines, when.index).keys()];
  if (areDays(lines, when.index)) {
    return timesOfDays(timing, asking);
  }
  const isYears = texts.every((text) => readPeriod(text)?.grain === 'year');
  const unit: Unit | undefined = isYears ? unitOfYears(timing, asking) : ({ cells }) => cells[when.index] ?? '';
  if (unit === undefined) {
    return undefined;
  }
  const placeOf = (line: Line) => ({ text: unit(line), at: { row: line.row, column: when.name } });
  const units = lines.flatMap((line) => readPeriod(unit(line)) ?? []);
  const [first] = units;
  if (first === undefined || units.some(({ grain }) => grain !== first.grain)) {
    // Whoever gathers says what is wrong with each cell.
    return placeOf;
  }
  const grain = first.grain === 'week' ? grainFor('week', asking) : first.grain;
  if (grain === undefined) {
    return undefined;
  }
  const isWhole = coveredBy(units, first.grain, grain);
  return (line) => {
    const place = placeOf(line);
    const named = readPeriod(place.text);
    if (named === undefined) {
      return place;
    }
    const period = periodWithin(named, grain);
    return isWhole(period) ? { ...place, read: period } : 'partial';
  };
}
