import { seriesLimits } from '#contracts/outside/codes';
import { mostFaults, readRows, withoutEmptyEnd } from '../../kernel/files/rows.js';
import type { Fault } from '../fault.js';

/** A line of a table and where it stands in the file. */
export type Line = {
  readonly row: number;
  readonly cells: readonly string[];
  /** Cells that are numbers and no texts, in a workbook. */
  readonly numbers?: readonly (number | undefined)[];
};

/** A table with its header; every line has as many cells as the header, the others are faults. */
export type Table = {
  readonly header: readonly string[];
  /** What separates cells in the file; undefined in a workbook. */
  readonly delimiter?: string;
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
  /** False when the file was not read to its end; the faults say why. */
  readonly isWhole: boolean;
};

/** What the header has first of these: a decimal comma is then no separator. What is quoted or in brackets separates nothing. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"|\[[^\]]*\]/g, '');
  return [';', '\t', '|'].find((one) => header.includes(one)) ?? ',';
}

/** Reads a table separated by commas, semicolons, tabs or bars, of so many rows beside its header. */
export function readTable(text: string, rows: number = seriesLimits.rows): Table {
  let header: readonly string[] | undefined;
  let empty = 0;
  const delimiter = delimiterOf(text);
  const lines: Line[] = [];
  const faults: Fault[] = [];
  const ended = readRows(text, {
    delimiter,
    rows,
    take: (all, row) => {
      const cells = header === undefined ? withoutEmptyEnd(all) : withoutEmptyEnd(all, empty);
      const long = cells.findIndex((cell) => cell.length > seriesLimits.cell);
      if (long >= 0) {
        const at = { row, column: header?.[long] ?? null };
        faults.push({ at, code: 'long', params: { count: seriesLimits.cell } });
        // A header that is no header says nothing of what follows.
        return header === undefined || faults.length > mostFaults ? 'enough' : 'more';
      }
      if (header === undefined) {
        header = cells.length > 0 ? cells : all;
        empty = all.length - header.length;
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
  return { header: header ?? [], delimiter, lines, faults, isWhole: ended === undefined };
}
