import { CsvError, parse } from 'csv-parse/sync';
import { mostObjections } from '../problems/problem.js';
import type { fileFaults } from './faults.js';

/** What ended the reading of a file before its end; `row` counts lines, the header is 1. */
export type RowsFault = {
  readonly row: number;
  readonly code: Exclude<keyof typeof fileFaults, 'encoding' | 'long'>;
  readonly params: Readonly<Record<string, string | number>>;
};

/** How rows of cells are read, and how many at most; the header is none of them. */
export type RowsReading = {
  readonly delimiter: string | readonly string[];
  readonly rows: number;
  /** Takes a row, the header first; `enough` when nothing of the rest can matter. */
  readonly take: (cells: readonly string[], row: number) => 'more' | 'enough';
};

const mostCharacters = 100_000;
const mostColumns = 100;

/** Faults of a file that are told beside the one that says that there may be more. */
export const mostFaults = mostObjections - 1;

/** The faults that are told: all of them, or as many as there may be and that nobody reads on. */
export function toldOf<Fault>(
  faults: readonly Fault[],
  stopped: (last: Fault, code: 'stopped', params: RowsFault['params']) => Fault,
): readonly Fault[] {
  const last = faults[mostFaults];
  return last === undefined
    ? faults
    : [...faults.slice(0, mostFaults), stopped(last, 'stopped', { count: mostFaults })];
}

/** The names of a header that stand in it once more than before; columns without a name are none. */
export const repeatedIn = (names: readonly string[]): string[] =>
  names.filter((name, index) => name !== '' && names.indexOf(name) < index);

function decoded(file: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}

/** What no text holds: a byte of another encoding, read as the one of Windows, gives such a sign. */
// oxlint-disable-next-line no-control-regex -- these signs are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;

/**
 * The text of a file without its byte order mark: in UTF-8, in UTF-16 when it says so, else as spreadsheets of western Europe save it
 * (Windows-1252); undefined when it is none of these.
 */
export function textOf(file: Uint8Array): string | undefined {
  const [first, second] = file;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (wide !== undefined) {
    return decoded(file, wide);
  }
  const western = () => {
    const text = decoded(file, 'windows-1252');
    return text === undefined || control.test(text) ? undefined : text;
  };
  return decoded(file, 'utf-8') ?? western();
}

/** A row without the empty cells that a spreadsheet has added at its end, as many as there may be. */
export function withoutEmptyEnd(cells: readonly string[], most = Infinity): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, Math.max(last + 1, cells.length - most));
}

/** Thrown out of the parser, which has no other way to stop. */
class Ending extends Error {
  constructor(readonly fault: RowsFault | 'enough') {
    super();
  }
}

/** Reads the rows of a CSV, cells without the space around them; answers what ended it early, undefined when nothing did. */
export function readRows(text: string, { delimiter, rows, take }: RowsReading): RowsFault | 'enough' | undefined {
  let row = 0;
  let taken = 0;
  const keep = (cells: readonly string[], line: number): null => {
    row = line;
    if (cells.length > mostColumns) {
      throw new Ending({ row, code: 'columns-many', params: { count: mostColumns } });
    }
    if (taken > rows) {
      throw new Ending({ row, code: 'rows-many', params: { count: rows } });
    }
    taken += 1;
    const trimmed = cells.map((cell) => cell.trim());
    if (take(trimmed, row) === 'enough') {
      throw new Ending('enough');
    }
    return null;
  };
  try {
    parse(text, {
      delimiter: [delimiter].flat(),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: mostCharacters,
      on_record: (cells, { lines }) => keep(cells as unknown as readonly string[], lines),
    });
    return undefined;
  } catch (error) {
    return faultOf(error, row);
  }
}

function faultOf(error: unknown, row: number): RowsFault | 'enough' {
  if (error instanceof Ending) {
    return error.fault;
  }
  if (!(error instanceof CsvError)) {
    throw error;
  }
  const line = typeof error['lines'] === 'number' ? error['lines'] : row + 1;
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? { row: line, code: 'row-long', params: { count: mostCharacters } }
    : { row: line, code: 'csv', params: { reason: error.code } };
}
