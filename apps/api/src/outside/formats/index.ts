import { textOf } from '../../kernel/files/rows.js';
import type { Fault } from '../fault.js';
import { readCsv } from './csv.js';
import { readJsonStat } from './json-stat.js';
import { type FileReading, unreadable, type Wanted } from './reading.js';
import { isSdmxCsv, readSdmxCsv } from './sdmx-csv.js';
import { readTable } from './table.js';

export type { FileReading } from './reading.js';

function wantedOf(where: readonly string[]): { readonly wanted: Wanted; readonly faults: readonly Fault[] } {
  const wanted = new Map<string, string>();
  const faults: Fault[] = [];
  for (const one of where) {
    const [, dimension = '', code = ''] = /^([^:]+):(.+)$/.exec(one) ?? [];
    if (code === '') {
      faults.push({ at: { path: 'where' }, code: 'where-form', params: { value: one.slice(0, 60) } });
    }
    wanted.set(dimension, code);
  }
  return { wanted, faults };
}

/** Reads a file of statistics, whichever of the three formats it is in. `where`: `dimension:code`, one code of a dimension with several. */
export function readStatistics(file: Uint8Array, where: readonly string[]): FileReading {
  const text = textOf(file);
  if (text === undefined) {
    return unreadable('csv', [{ at: { row: 1, column: null }, code: 'encoding' }]);
  }
  const { wanted, faults } = wantedOf(where);
  if (faults.length > 0) {
    return unreadable('csv', faults);
  }
  if (text.trimStart().startsWith('{')) {
    return readJsonStat(text, wanted);
  }
  const table = readTable(text);
  if (!table.isWhole) {
    return unreadable('csv', table.faults);
  }
  return isSdmxCsv(table.header) ? readSdmxCsv(table, wanted) : readCsv(table);
}
