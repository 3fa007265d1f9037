import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from '../faults.js';

/** A line of a table and where it stands in the file. */
export type Line = { readonly row: number; readonly cells: readonly string[] };

/** A table with its header; every line has as many cells as the header, the others are faults. */
export type Table = {
  readonly header: readonly string[];
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
};

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Semicolons or tabs when the header has them: a decimal comma is then no separator. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
}

/** Reads a table separated by commas, semicolons or tabs. */
export function readTable(text: string): Table {
  const records: CsvRecord[] = [];
  const faults: Fault[] = [];
  const options = { info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 100_000 };
  try {
    const keep = (record: CsvRecord) => {
      records.push(record);
      return null;
    };
    parse(text, {
      ...options,
      delimiter: delimiterOf(text),
      on_record: (record) => keep(record as unknown as CsvRecord),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const row = typeof error['lines'] === 'number' ? error['lines'] : (records.at(-1)?.info.lines ?? 0) + 1;
    faults.push({ at: { row, column: null }, code: 'csv', params: { reason: error.code } });
  }
  const [first, ...rest] = records.map(({ record, info }): Line => ({
    row: info.lines,
    cells: record.map((cell) => cell.trim()),
  }));
  const header = first?.cells ?? [];
  const lines = rest.filter(({ row, cells }) => {
    if (cells.length === header.length) {
      return true;
    }
    const params = { count: cells.length, expected: header.length };
    faults.push({ at: { row, column: null }, code: 'cells', params });
    return false;
  });
  return { header, lines, faults };
}
