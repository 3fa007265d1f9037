import type { CubeAnswer } from '#contracts/monitoring';
import type { SeriesFlag, SeriesGrain, SeriesView } from '#contracts/outside';
import { type Period, readPeriod, spanOf, yearsBefore } from '#domain/outside';

/** One value over a stretch of time, `from` and `until` in milliseconds; not settled while its period is not over. */
export type Mark = {
  readonly period: string;
  readonly from: number;
  readonly until: number;
  readonly value: number;
  readonly settled: boolean;
  /** What its publisher says of it. */
  readonly flags: readonly SeriesFlag[];
};

/** A stretch of time whose value its publisher keeps secret, which is not zero. */
export type Secret = Omit<Mark, 'value' | 'settled'>;

const dayMilliseconds = 86_400_000;
const weekMilliseconds = 7 * dayMilliseconds;

/** Periods compared with the same ones a year before. */
const compared: Readonly<Record<SeriesGrain, number>> = { week: 13, month: 3, quarter: 1, year: 1 };

/** The values of a series on the time axis, oldest first. */
export function marksOf(values: SeriesView['values'], flags: SeriesView['flags'] = []): Mark[] {
  const said = new Map(flags.map((one) => [one.period, one.flags]));
  return values.flatMap(({ period, value }) => {
    const read = readPeriod(period);
    return read === undefined ? [] : [{ period, ...spanOf(read), value, settled: true, flags: said.get(period) ?? [] }];
  });
}

/** The periods without a value because it is secret, oldest first. */
export function secretsOf({ values, flags }: Pick<SeriesView, 'values' | 'flags'>): Secret[] {
  const told = new Set(values.map(({ period }) => period));
  return flags.flatMap(({ period, flags: said }) => {
    const read = readPeriod(period);
    return read === undefined || told.has(period) ? [] : [{ period, ...spanOf(read), flags: said }];
  });
}

/** Thursday of a week, in milliseconds: a week belongs to the month of its Thursday. */
function thursdayOf(week: string | null): number | undefined {
  const read = week === null ? undefined : readPeriod(week);
  return read && spanOf(read).from + (3 * weekMilliseconds) / 7;
}

/** Thursday of the last week that is published whole: an epoch closed before the Sunday of its week ends its figures early. */
function lastWhole({ last, asOf }: CubeAnswer['standing']): number | undefined {
  const thursday = thursdayOf(last);
  const isEarly = thursday !== undefined && asOf !== null && Date.parse(asOf) < thursday + 3 * dayMilliseconds;
  return isEarly ? thursday - weekMilliseconds : thursday;
}

/** The platform's own published figures by month; a month is settled when all its weeks are published whole. */
export function ownMarksOf(answer: CubeAnswer | null): Mark[] {
  const first = thursdayOf(answer?.standing.first ?? null);
  const last = answer === null ? undefined : lastWhole(answer.standing);
  if (answer === null || first === undefined || last === undefined) {
    return [];
  }
  const sums = answer.periods.map((period, index) => ({
    period,
    value: answer.rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  }));
  return marksOf(sums).map((mark) => ({
    ...mark,
    settled: first - weekMilliseconds < mark.from && last + weekMilliseconds >= mark.until,
  }));
}

/** What the time axis covers: the last so many years of both, or everything. */
export function windowOf(
  all: readonly Pick<Mark, 'from' | 'until'>[],
  years: number | undefined,
): { readonly from: number; readonly until: number } | undefined {
  if (all.length === 0) {
    return undefined;
  }
  const until = Math.max(...all.map((mark) => mark.until));
  const first = Math.min(...all.map((mark) => mark.from));
  const end = new Date(until);
  const start =
    years === undefined ? first : Date.UTC(end.getUTCFullYear() - years, end.getUTCMonth(), end.getUTCDate());
  return { from: Math.max(first, start), until };
}

/** The platform's own figure over a stretch of time; undefined when it is not made of settled months. */
export function ownOver(own: readonly Mark[], from: number, until: number): number | undefined {
  const inside = own.filter((mark) => mark.settled && mark.from >= from && mark.until <= until);
  const covered = inside.reduce((sum, mark) => sum + mark.until - mark.from, 0);
  return covered === until - from ? inside.reduce((sum, mark) => sum + mark.value, 0) : undefined;
}

type Stretch = { readonly first: Mark; readonly last: Mark; readonly value: number; readonly own: number | undefined };

/** The newest periods beside the same ones a year before; counts are summed, other values averaged. */
export type Comparison = {
  readonly before: Stretch;
  readonly after: Stretch;
  /** The first period of another way of counting between the two, which then say nothing about each other. */
  readonly broken: Mark | Secret | undefined;
};

/** Compares the newest periods of a series with the same ones a year before, undefined while a value is missing. */
export function comparisonOf(
  { series, values, flags = [] }: Pick<SeriesView, 'series' | 'values'> & Partial<Pick<SeriesView, 'flags'>>,
  own: readonly Mark[],
): Comparison | undefined {
  const marks = marksOf(values, flags);
  const count = compared[series.grain];
  const byPeriod = new Map(marks.map((mark) => [mark.period, mark]));
  const after = marks.slice(-count);
  const before = after.flatMap(({ period }) => {
    const read: Period | undefined = readPeriod(period);
    return (read && byPeriod.get(yearsBefore(read, 1).period)) ?? [];
  });
  const stretchOf = (part: readonly Mark[]): Stretch | undefined => {
    const [first] = part;
    const last = part.at(-1);
    const isWhole = part.every((mark, index) => index === 0 || mark.from === part[index - 1]?.until);
    if (first === undefined || last === undefined || part.length < count || !isWhole) {
      return undefined;
    }
    const sum = part.reduce((total, mark) => total + mark.value, 0);
    return { first, last, value: series.adds ? sum : sum / count, own: ownOver(own, first.from, last.until) };
  };
  const [then, now] = [stretchOf(before), stretchOf(after)];
  const broken = [...marks, ...secretsOf({ values, flags })]
    .sort((a, b) => a.from - b.from)
    .find((one) => then && one.flags.includes('break') && one.from > then.first.from);
  return then && now && { before: then, after: now, broken };
}

/** A line of the table: a period, the value of the series, and the platform's own figure in the same time. */
export type Row = {
  readonly mark: Mark | Secret;
  readonly value: number | undefined;
  readonly own: Mark | undefined;
};

/** Both series line by line; months of the platform that the series does not reach stand at the end. */
export function rowsOf(marks: readonly (Mark | Secret)[], own: readonly Mark[]): Row[] {
  const known = new Set(marks.map((mark) => mark.period));
  const inMarks = marks.map((mark): Row => {
    const same = own.find((one) => one.period === mark.period);
    const sum = ownOver(own, mark.from, mark.until);
    const value = 'value' in mark ? mark.value : undefined;
    return { mark, value, own: same ?? (sum === undefined ? undefined : { ...mark, settled: true, value: sum }) };
  });
  const isMonthly = marks.some((mark) => /^\d{4}-\d{2}$/.test(mark.period));
  const others = isMonthly || marks.length === 0 ? own.filter((one) => !known.has(one.period)) : [];
  return [...inMarks, ...others.map((one): Row => ({ mark: one, value: undefined, own: one }))].sort(
    (a, b) => a.mark.from - b.mark.from,
  );
}
