import { repeatedIn } from '../../kernel/files/rows.js';
import type { Fault } from '../fault.js';
import type { Asking } from './asking.js';
import { Gathering } from './gathering.js';
import { type FileReading, unreadable, valueIn } from './reading.js';
import type { Table } from './table.js';
import { areDays } from './table-columns.js';

const needed = ['period', 'value'];
const known = [...needed, 'municipality'];

function headerFaults(names: readonly string[]): Fault[] {
  return [
    ...needed
      .filter((column) => !names.includes(column))
      .map((column): Fault => ({ at: { row: 1, column }, code: 'column-missing' })),
    ...names
      .filter((column) => !known.includes(column))
      .map((column): Fault => ({ at: { row: 1, column }, code: 'column-unknown' })),
    ...repeatedIn(names.filter((column) => known.includes(column))).map((column): Fault => ({
      at: { row: 1, column },
      code: 'column-twice',
    })),
  ];
}

/** True when a table is our own CSV, well or badly made. */
export function isOwnCsv(header: readonly string[]): boolean {
  const names = header.map((name) => name.toLowerCase());
  return names.length < 2 || needed.every((name) => names.includes(name));
}

/** True when its periods are days, which have to be added up to something: a person says to what. */
export function hasDays({ header, lines }: Table): boolean {
  return areDays(
    lines,
    header.findIndex((name) => name.toLowerCase() === 'period'),
  );
}

/** Reads a table of the columns `period`, `value` and, if need be, `municipality` (a NIS code, empty for the whole region). */
export function readCsv({ header, lines, faults }: Table, asking: Asking): FileReading {
  const names = header.map((name) => name.toLowerCase());
  const wrong = headerFaults(names);
  if (wrong.length > 0) {
    return unreadable('csv', wrong);
  }
  const gathering = new Gathering({ asking, ownPlaces: true, whole: true, before: faults });
  const [when, where, what] = ['period', 'municipality', 'value'].map((name) => names.indexOf(name));
  for (const { row, cells, numbers } of lines) {
    const cell = (index: number | undefined, column: string) => ({
      text: cells[index ?? -1] ?? '',
      at: { row, column },
    });
    const value = cell(what, 'value');
    gathering.add({
      period: cell(when, 'period'),
      place: where === -1 ? null : cell(where, 'municipality'),
      value: { ...valueIn('own-csv', value.text, numbers?.[what ?? -1]), at: value.at },
    });
  }
  return gathering.end({ format: 'csv', fixed: [] }, { row: 1, column: null });
}
