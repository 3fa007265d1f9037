import type { ChartChoice, ResultColumn } from '#contracts/analysis';
import type { TrendSeries } from '#charts';
import { cellText, type Result } from './cells.js';

/** Most bars, points of a line, and lines, that can be read. */
const most = { bars: 40, points: 400, lines: 6 };

/** What is drawn; `left` counts what there was no room for. */
export type Drawing = {
  readonly form: ChartChoice['form'];
  readonly labels: readonly string[];
  readonly series: readonly TrendSeries[];
  readonly left: { readonly points: number; readonly lines: number };
};

/** Why a choice cannot be drawn: a column is gone, nothing to measure, or several rows want the same place. */
export type Undrawable = 'columns' | 'values' | 'several';

function distinct(result: Result, index: number): number {
  return new Set(result.rows.map((row) => cellText(row[index]))).size;
}

/** True for a column whose values can be measured; decimals come as text. */
export function isMeasure(column: ResultColumn): boolean {
  return column.kind === 'number';
}

/** Columns as somebody would choose them: the last number over the first moment or text, split by the next text when it has few values. */
export function usualChoice(result: Result, form: ChartChoice['form']): ChartChoice | null {
  const { columns, rows } = result;
  const measure = columns.findLast(isMeasure);
  if (measure === undefined || rows.length === 0) {
    return null;
  }
  const others = columns.filter((column) => column !== measure && column.kind !== 'other');
  const along = others.find((column) => column.kind === 'time') ?? others.find((column) => column.kind === 'text');
  const x = along ?? others[0] ?? measure;
  const xIndex = columns.indexOf(x);
  const isUnique = distinct(result, xIndex) === rows.length;
  const split = isUnique
    ? undefined
    : others.find(
        (column) =>
          column !== x &&
          column.kind === 'text' &&
          distinct(result, columns.indexOf(column)) <= 2 * most.lines &&
          isPlaceUnique(result, xIndex, columns.indexOf(column)),
      );
  return { form, x: x.name, y: measure.name, series: split?.name ?? null };
}

function placeOf(row: readonly unknown[], x: number, series: number): string {
  return JSON.stringify([cellText(row[x]), cellText(row[series])]);
}

function isPlaceUnique({ rows }: Result, x: number, series: number): boolean {
  return new Set(rows.map((row) => placeOf(row, x, series))).size === rows.length;
}

/** The number a value stands for, rounded to what a picture can show; null when it is not a number. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.round(number * 100) / 100 : null;
}

const moment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Moments as short as they stay apart: months, days, or minutes; anything else as it is. */
export function shortLabels(texts: readonly string[]): string[] {
  const found = texts.map((text) => moment.exec(text));
  if (found.length === 0 || found.some((one) => one === null)) {
    return [...texts];
  }
  const parts = found.map((one) => ({ day: one?.[1] ?? '', clock: one?.[2] ?? '00:00' }));
  if (parts.some((part) => part.clock !== '00:00')) {
    return parts.map((part) => `${part.day} ${part.clock}`);
  }
  return parts.every((part) => part.day.endsWith('-01')) && parts.length > 1
    ? parts.map((part) => part.day.slice(0, 7))
    : parts.map((part) => part.day);
}

/** What a choice of columns draws. */
export function drawingOf(result: Result, choice: ChartChoice, nothing: string): Drawing | Undrawable {
  const at = (name: string | null) => result.columns.findIndex((column) => column.name === name);
  const [x, y, series] = [at(choice.x), at(choice.y), at(choice.series)];
  if (x < 0 || y < 0 || (choice.series !== null && series < 0)) {
    return 'columns';
  }
  if (result.rows.every((row) => numberOf(row[y]) === null)) {
    return 'values';
  }
  if (series < 0) {
    const labels = shortLabels(result.rows.map((row) => cellText(row[x]) ?? nothing));
    return cut({
      form: choice.form,
      labels,
      series: [{ name: choice.y, values: result.rows.map((row) => numberOf(row[y])) }],
      left: { points: 0, lines: 0 },
    });
  }
  if (!isPlaceUnique(result, x, series)) {
    return 'several';
  }
  return cut(splitBy(result, { form: choice.form, x, y, series, nothing }));
}

type Split = {
  readonly form: ChartChoice['form'];
  readonly x: number;
  readonly y: number;
  readonly series: number;
  readonly nothing: string;
};

function splitBy({ columns, rows }: Result, { form, x, y, series, nothing }: Split): Drawing {
  const values = new Map<string, Map<string, number | null>>();
  const places = new Set<string>();
  for (const row of rows) {
    const [place, name] = [cellText(row[x]) ?? nothing, cellText(row[series]) ?? nothing];
    places.add(place);
    values.set(name, (values.get(name) ?? new Map<string, number | null>()).set(place, numberOf(row[y])));
  }
  const isTime = columns[x]?.kind === 'time';
  const order = isTime ? [...places].sort((a, b) => (a < b ? -1 : 1)) : [...places];
  const lines = [...values].map(([name, own]) => ({ name, values: order.map((place) => own.get(place) ?? null) }));
  const sum = (line: TrendSeries) => line.values.reduce<number>((total, value) => total + Math.abs(value ?? 0), 0);
  return {
    form,
    labels: shortLabels(order),
    series: lines.sort((a, b) => sum(b) - sum(a)),
    left: { points: 0, lines: 0 },
  };
}

/** Keeps what can be read and counts the rest. */
function cut({ form, labels, series }: Drawing): Drawing {
  const lines = series.slice(0, most.lines);
  const room = form === 'bars' ? Math.floor(most.bars / lines.length) : most.points;
  const kept = labels.slice(0, room);
  return {
    form,
    labels: kept,
    series: lines.map((line) => ({ ...line, values: line.values.slice(0, room) })),
    left: { points: labels.length - kept.length, lines: series.length - lines.length },
  };
}
