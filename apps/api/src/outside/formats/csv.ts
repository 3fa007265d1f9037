import type { Fault } from '../fault.js';
import { type FileReading, Gathering, unreadable } from './reading.js';
import type { Table } from './table.js';

const needed = ['period', 'value'];
const known = [...needed, 'municipality'];

function headerFaults(names: readonly string[]): Fault[] {
  return [
    ...needed
      .filter((column) => !names.includes(column))
      .map((column): Fault => ({ at: { row: 1, column }, code: 'column-missing' })),
    ...names.flatMap((column, index): Fault[] => {
      const at = { row: 1, column };
      if (!known.includes(column)) {
        return [{ at, code: 'column-unknown' }];
      }
      return names.indexOf(column) < index ? [{ at, code: 'column-twice' }] : [];
    }),
  ];
}

/** Reads a table of the columns `period`, `value` and, if need be, `municipality` (a NIS code, empty for the whole region). */
export function readCsv({ header, lines, faults }: Table): FileReading {
  const names = header.map((name) => name.toLowerCase());
  const wrong = headerFaults(names);
  if (wrong.length > 0) {
    return unreadable('csv', wrong);
  }
  const gathering = new Gathering(true, faults);
  const [when, where, what] = ['period', 'municipality', 'value'].map((name) => names.indexOf(name));
  for (const { row, cells } of lines) {
    const cell = (index: number | undefined, column: string) => ({
      text: cells[index ?? -1] ?? '',
      at: { row, column },
    });
    const value = cell(what, 'value');
    gathering.add({
      period: cell(when, 'period'),
      place: where === -1 ? null : cell(where, 'municipality'),
      value: { text: value.text === '' ? null : value.text, at: value.at },
    });
  }
  return gathering.end({ format: 'csv', fixed: [] }, { row: 1, column: null });
}
