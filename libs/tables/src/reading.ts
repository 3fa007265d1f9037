import { readXlsx } from 'hucre/xlsx';

/** A cell of a workbook: a day and an hour are text, as `2026-03-02` and `2026-03-02T08:30:00.000Z`. */
export type ReadCell = string | number;

/** A sheet that its author shows, with its rows; row 1 is the first of them. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly ReadCell[])[] };

/** A workbook that cannot be read: damaged, protected by a password, or larger than memory. */
export class WorkbookUnreadable extends Error {
  override readonly name = 'WorkbookUnreadable';
}

function cellOf(value: unknown): ReadCell {
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? '' : value.toISOString();
    return text.replace('T00:00:00.000Z', '');
  }
  return typeof value === 'number' ? value : typeof value === 'string' ? value.trim() : String(value ?? '');
}

/**
 * Reads the sheets of a workbook (.xlsx). It is unpacked in memory: whoever brings it from outside has bounded it before.
 * @throws WorkbookUnreadable
 */
export async function sheetsOf(workbook: Uint8Array, mostRows: number): Promise<ReadSheet[]> {
  try {
    const { sheets } = await readXlsx(workbook, {
      sheets: ({ hidden = false, veryHidden = false }) => !hidden && !veryHidden,
      maxRows: mostRows,
    });
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellOf)) }));
  } catch (error) {
    throw new WorkbookUnreadable(error instanceof Error ? error.name : 'Error', { cause: error });
  }
}
