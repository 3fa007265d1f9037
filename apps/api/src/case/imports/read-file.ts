import { importColumns, importLimits, optionalImportColumns, type ImportColumn } from '#contracts/case/codes';
import { findIdentifiers } from '#domain/anonymity';
import { mostFaults, readRows, repeatedIn, textOf, toldOf, withoutEmptyEnd } from '../../kernel/files/rows.js';
import { identifierKinds } from '../../kernel/problems/identifiers.js';
import { CellFault } from './cell-fault.js';
import { type ImportedRow, readers } from './columns.js';
import type { Fault } from './faults.js';
import { lieWithin } from './referrals.js';
import { dayIn, orderIn } from './resaved.js';
import type { DayOrder } from '#domain/outside';

/** A readable row and the line of the file it stands on. */
export type FileRow = { readonly row: number; readonly cells: ImportedRow };

/** All rows of a file, or everything that is wrong with it. */
export type FileReading = { readonly rows: readonly FileRow[]; readonly faults: readonly Fault[] };

/** Words and numbers of codes are no texts; only what is not a known code could tell of a person. */
function identifierIn(row: number, column: string, cell: string): Fault | undefined {
  const [finding] = findIdentifiers(cell);
  return finding && { row, column, code: 'identifier', params: { kind: identifierKinds[finding.kind] } };
}

function readHeader(names: readonly string[]): Fault[] {
  const known: readonly string[] = [...importColumns, ...optionalImportColumns];
  return [
    ...importColumns
      .filter((column) => !names.includes(column))
      .map((column): Fault => ({ row: 1, column, code: 'column-missing' })),
    ...names
      .filter((column) => !known.includes(column))
      .map((column): Fault => ({ row: 1, column, code: 'column-unknown' })),
    ...repeatedIn(names.filter((column) => known.includes(column))).map((column): Fault => ({
      row: 1,
      column,
      code: 'column-twice',
    })),
  ];
}

function isOptional(column: ImportColumn): boolean {
  return optionalImportColumns.some((one) => one === column);
}

const dateColumns: readonly string[] = ['opened_on', 'closed_on'];
const delimiters = [',', ';'];

/** What comes first in the days of a file: one that can only be read in one way tells for all. */
function dayOrderOf(text: string, rows: number): DayOrder | undefined {
  const days = new Set<string>();
  let places: readonly number[] | undefined;
  readRows(text, {
    delimiter: delimiters,
    rows,
    take: (record) => {
      if (places === undefined) {
        places = record.flatMap((name, at) => (dateColumns.includes(name) ? [at] : []));
      } else {
        places.forEach((at) => days.add((record[at] ?? '').slice(0, longestDay)));
      }
      return 'more';
    },
  });
  return orderIn(days);
}

/** More characters than any way of writing a day has. */
const longestDay = 40;

/** What is known of all rows of a file. */
type About = {
  readonly columns: readonly ImportColumn[];
  readonly today: string;
  readonly order: DayOrder | undefined;
};

function readRow({ columns, today, order }: About, record: readonly string[], row: number) {
  const faults: Fault[] = [];
  const cells: Partial<Record<ImportColumn, unknown>> = {};
  if (record.length !== columns.length) {
    const params = { count: record.length, expected: columns.length };
    return { cells, faults: [{ row, column: null, code: 'cells', params } satisfies Fault] };
  }
  columns.forEach((column, at) => {
    const cell = record[at] ?? '';
    if (cell.length > importLimits.cell) {
      // Nobody looks further into what is no cell of a case.
      faults.push({ row, column, code: 'long', params: { count: importLimits.cell } });
      return;
    }
    try {
      if (cell === '' && isOptional(column)) {
        return;
      }
      if (cell === '') {
        throw new CellFault('missing');
      }
      cells[column] = readers[column](dateColumns.includes(column) ? dayIn(cell, order) : cell);
      const found = column === 'reference' ? identifierIn(row, column, cell) : undefined;
      if (found !== undefined) {
        faults.push(found);
      }
    } catch (error) {
      if (!(error instanceof CellFault)) {
        throw error;
      }
      faults.push(
        identifierIn(row, column, cell) ?? {
          row,
          column,
          code: error.code,
          ...(error.params && { params: error.params }),
        },
      );
    }
  });
  // What could be read was read by the reader of its column.
  return { cells, faults: [...faults, ...datesAtFault(cells as Partial<ImportedRow>, row, today)] };
}

function datesAtFault(
  { opened_on: opened, closed_on: closed, referrals }: Partial<ImportedRow>,
  row: number,
  today: string,
) {
  if (opened === undefined || closed === undefined) {
    return [];
  }
  const faults: readonly [boolean, Fault][] = [
    [closed < opened, { row, column: 'closed_on', code: 'order' }],
    [closed > today, { row, column: 'closed_on', code: 'future' }],
    [!lieWithin(referrals ?? [], opened, closed), { row, column: 'referrals', code: 'referral-outside' }],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
}

type Limits = { readonly rows: number };

/**
 * Reads a CSV of closed cases, comma or semicolon, and collects the faults of every row, as many as are told. `today` is a calendar
 * date.
 */
export function readFile(file: Uint8Array, today: string, limits: Limits = importLimits): FileReading {
  const text = textOf(file);
  if (text === undefined) {
    return { rows: [], faults: [{ row: 1, column: null, code: 'encoding' }] };
  }
  const rows: FileRow[] = [];
  const faults: Fault[] = [];
  const firstWith = new Map<string, number>();
  let columns: readonly ImportColumn[] | undefined;
  let empty = 0;
  const order = dayOrderOf(text, limits.rows);
  const ended = readRows(text, {
    delimiter: delimiters,
    rows: limits.rows,
    take: (all, row) => {
      const record = withoutEmptyEnd(all, columns === undefined ? Infinity : empty);
      if (columns === undefined) {
        faults.push(...readHeader(record));
        columns = record as readonly ImportColumn[];
        empty = all.length - record.length;
        return faults.length > 0 ? 'enough' : 'more';
      }
      const { cells, faults: found } = readRow({ columns, today, order }, record, row);
      faults.push(...found);
      const { reference } = cells;
      if (typeof reference === 'string') {
        const first = firstWith.get(reference);
        if (first !== undefined) {
          faults.push({ row, column: 'reference', code: 'row-twice', params: { row: first } });
        }
        firstWith.set(reference, first ?? row);
      }
      if (found.length === 0) {
        rows.push({ row, cells: cells as ImportedRow });
      }
      return faults.length > mostFaults ? 'enough' : 'more';
    },
  });
  if (ended !== undefined && ended !== 'enough') {
    faults.push({ column: null, ...ended });
  }
  if (rows.length === 0 && faults.length === 0) {
    faults.push({ row: 1, column: null, code: 'empty' });
  }
  return { rows, faults: toldOf(faults, ({ row }, code, params) => ({ row, column: null, code, params })) };
}
