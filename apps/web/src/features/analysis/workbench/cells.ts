import type { ResultColumn } from '#contracts/analysis';
import { csvMannerOf, defused, type Language } from '#contracts/kernel/codes';

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

/** A value as it is copied: a number with the decimal sign of the language, for 1.234 is a thousand where the comma is; no text is a formula. */
export function copiedText(value: unknown, kind: ResultColumn['kind'] | undefined, language: Language): string {
  const text = cellText(value) ?? '';
  return defused(kind === 'number' ? text.replace('.', csvMannerOf(language).decimal) : text);
}

/** Rows with their heading, tabs between, as spreadsheets paste them. */
export function tabbed({ columns, rows }: Result, language: Language): string {
  const lines = [
    columns.map((column) => defused(column.name)),
    ...rows.map((row) => row.map((value, at) => copiedText(value, columns[at]?.kind, language))),
  ];
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
