import type { ResultColumn } from '#contracts/analysis';

/** A result as far as it has arrived. */
export type Result = {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly unknown[])[];
};

/** A value as it is shown and copied; null stays null, lists and objects are JSON. */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows with their heading, tabs between, as spreadsheets paste them. */
export function tabbed({ columns, rows }: Result): string {
  const lines = [columns.map((column) => column.name), ...rows.map((row) => row.map((value) => cellText(value) ?? ''))];
  return lines.map((line) => line.map(quoted).join('\t')).join('\n');
}

const measured = 200;
const narrowest = 6;
const widest = 44;

/** A width for each column in letters, by its heading and its first rows. */
export function columnWidths({ columns, rows }: Result): number[] {
  return columns.map((column, index) => {
    const longest = rows
      .slice(0, measured)
      .reduce((most, row) => Math.max(most, cellText(row[index])?.length ?? 1), column.name.length);
    return Math.min(widest, Math.max(narrowest, longest + 1));
  });
}
