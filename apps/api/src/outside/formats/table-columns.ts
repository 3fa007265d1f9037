import { decimalOf, ordersOf, type PlaceCode, readPeriod } from '#domain/outside';
import type { Dimension } from './choosing.js';
import { isNothing } from './reading.js';
import type { Line } from './table.js';

/** A column of a table that a person says the meaning of. */
export type Column = { readonly name: string; readonly index: number };

/** What was looked through once: a table may have millions of cells, and every question asks for them. */
const looked = new WeakMap<readonly Line[], Map<number, ReadonlyMap<string, Line>>>();

/** The different cells of a column that say something, each with the first line that has it. */
export function cellsOf(lines: readonly Line[], index: number): ReadonlyMap<string, Line> {
  const columns = looked.get(lines) ?? new Map<number, ReadonlyMap<string, Line>>();
  looked.set(lines, columns);
  const before = columns.get(index);
  if (before !== undefined) {
    return before;
  }
  const cells = new Map<string, Line>();
  for (const line of lines) {
    const cell = line.cells[index] ?? '';
    if (!isNothing('table', cell) && !cells.has(cell)) {
      cells.set(cell, line);
    }
  }
  columns.set(index, cells);
  return cells;
}

/** True when more than half of the cells of a column are so: the others may be errors, which are told once the column is chosen. */
export function isMostly(lines: readonly Line[], index: number, is: (cell: string) => boolean): boolean {
  const cells = [...cellsOf(lines, index).keys()];
  return 2 * cells.filter(is).length > cells.length;
}

/** True of a number, however it is written. */
export const isNumber = (cell: string): boolean =>
  decimalOf(cell, 'point') !== undefined || decimalOf(cell, 'comma') !== undefined;

/** True of a period or a day. */
export const isTime = (cell: string): boolean => readPeriod(cell) !== undefined || ordersOf([cell]).length > 0;

/** True when every cell of a column that says something is a day. */
export function areDays(lines: readonly Line[], index: number): boolean {
  const cells = [...cellsOf(lines, index).keys()];
  return cells.length > 0 && cells.every((cell) => readPeriod(cell) === undefined && ordersOf([cell]).length > 0);
}

/** True when every cell of a column is a whole number from 1 to so many. */
export function isCount(lines: readonly Line[], index: number, most: number): boolean {
  return [...cellsOf(lines, index).keys()].every(
    (cell) => /^\d{1,4}$/.test(cell) && Number(cell) >= 1 && Number(cell) <= most,
  );
}

/** A column as a dimension, of which one code may be wanted. */
export function dimensionIn(lines: readonly Line[], { name, index }: Column): Dimension {
  const codes = [...new Set(lines.map(({ cells }) => cells[index] ?? ''))].sort();
  return { name, at: { row: 1, column: name }, codes: codes.map((code) => ({ code, label: code })) };
}

/** The codes of a column with what the file calls each of them in a column beside it, if there is one that names them. */
export function labelsBeside(header: readonly string[], lines: readonly Line[], { index }: Column): PlaceCode[] {
  const codes = [...cellsOf(lines, index)];
  const beside = [index + 1, index + 2, index - 1].find((one) => {
    const names = codes.map(([, { cells }]) => cells[one] ?? '');
    return one >= 0 && one < header.length && names.every((name) => /\p{L}{3}/u.test(name));
  });
  return codes.map(([code, { cells }]) => ({ code, label: beside === undefined ? code : (cells[beside] ?? code) }));
}
