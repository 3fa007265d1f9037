import { seriesLimits } from '#contracts/outside/codes';
import { mostFaults, readRows } from '../../kernel/files/rows.js';
import type { Fault } from '../fault.js';

/** A line of a table and where it stands in the file. */
export type Line = { readonly row: number; readonly cells: readonly string[] };

/** A table with its header; every line has as many cells as the header, the others are faults. */
export type Table = {
  readonly header: readonly string[];
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
  /** False when the file was not read to its end; the faults say why. */
  readonly isWhole: boolean;
};

/** Semicolons or tabs when the header has them: a decimal comma is then no separator. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
}

/** Reads a table separated by commas, semicolons or tabs, of so many rows beside its header. */
export function readTable(text: string, rows: number = seriesLimits.rows): Table {
  let header: readonly string[] | undefined;
  const lines: Line[] = [];
  const faults: Fault[] = [];
  const ended = readRows(text, {
    delimiter: delimiterOf(text),
    rows,
    take: (cells, row) => {
      const long = cells.findIndex((cell) => cell.length > seriesLimits.cell);
      if (long >= 0) {
        const at = { row, column: header?.[long] ?? null };
        faults.push({ at, code: 'long', params: { count: seriesLimits.cell } });
        // A header that is no header says nothing of what follows.
        return header === undefined || faults.length > mostFaults ? 'enough' : 'more';
      }
      if (header === undefined) {
        header = cells;
      } else if (cells.length === header.length) {
        lines.push({ row, cells });
      } else {
        const params = { count: cells.length, expected: header.length };
        faults.push({ at: { row, column: null }, code: 'cells', params });
      }
      return faults.length > mostFaults ? 'enough' : 'more';
    },
  });
  if (ended !== undefined && ended !== 'enough') {
    const { row, ...fault } = ended;
    faults.push({ at: { row, column: null }, ...fault });
  }
  return { header: header ?? [], lines, faults, isWhole: ended === undefined };
}
