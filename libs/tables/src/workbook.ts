import { writeXlsxStream } from 'hucre/xlsx';

/** A column of a workbook; a `day` is written as 2026-03-02. */
export type WorkbookColumn = { readonly name: string; readonly holds: 'text' | 'number' | 'day' };

type Rows = AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;

/** The media type of what `workbookOf` gives. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More than Excel reads: rows of a sheet, or characters of a cell. */
export class WorkbookTooLarge extends Error {
  override readonly name = 'WorkbookTooLarge';
}

const most = { rows: 1_048_576, characters: 32_767 };
/** A whole number with more digits loses them in Excel. */
const mostDigits = 15;
const dayMs = 86_400_000;
/** Excel counts a 29 February 1900; from the next day on its days are those of the calendar. */
const firstDay = Date.UTC(1900, 2, 1);
const dayZero = Date.UTC(1899, 11, 30);

/**
 * A workbook (.xlsx) of one sheet, while its rows are read. A text is a text whatever it begins with and never a formula; a number that Excel would
 * round is a text, lists and objects are JSON.
 * @throws WorkbookTooLarge while it is read
 */
export function workbookOf(
  columns: readonly WorkbookColumn[],
  rows: Rows,
  mostRows: number = most.rows,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(cellsOf(columns, rows, mostRows), {
    name: 'Relais',
    columns: columns.map(({ name, holds }) => ({
      width: Math.min(44, Math.max(10, name.length + 2)),
      ...(holds === 'day' && { numFmt: 'yyyy-mm-dd' }),
    })),
    freezePane: { rows: 1 },
    maxRowsPerSheet: mostRows,
  });
}

async function* cellsOf(
  columns: readonly WorkbookColumn[],
  rows: Rows,
  mostRows: number,
): AsyncGenerator<(string | number | boolean | null)[]> {
  yield columns.map(({ name }) => textCell(name));
  let written = 1;
  for await (const row of rows) {
    written += 1;
    if (written > mostRows) {
      throw new WorkbookTooLarge('rows');
    }
    yield row.map((value, at) => cellOf(value, columns[at]?.holds ?? 'text'));
  }
}

function cellOf(value: unknown, holds: WorkbookColumn['holds']): string | number | boolean | null {
  if (value === null || value === undefined || typeof value === 'boolean') {
    return value ?? null;
  }
  if (typeof value === 'number') {
    return numberCell(String(value), value);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (holds) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? numberCell(text, Number(text)) : textCell(text);
    case 'day':
      return dayCell(text) ?? textCell(text);
    case 'text':
      return textCell(text);
    default:
      return holds satisfies never;
  }
}

function numberCell(text: string, number: number): number | string {
  const digits = text.replace(/e.*$/, '').replaceAll(/\D/g, '').replace(/^0+/, '');
  const isWhole = Number.isInteger(number) && !text.includes('e');
  return Number.isFinite(number) && (digits.length <= mostDigits || (!isWhole && text === String(number)))
    ? number
    : text;
}

function dayCell(text: string): number | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return day >= firstDay ? (day - dayZero) / dayMs : undefined;
}

function textCell(text: string): string {
  if (text.length > most.characters) {
    throw new WorkbookTooLarge('characters');
  }
  // What looks like an escape of the format would be read as the character that it stands for.
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
