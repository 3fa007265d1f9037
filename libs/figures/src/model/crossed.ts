import { cellOf, type Counted } from './counts.js';

type Heading = { readonly key: string; readonly label: string };

/** How often each row was counted in each column; every count stands beside the column it belongs to. */
export function crossed<Row extends Heading, Column extends Heading>(
  answer: Counted,
  rows: readonly Row[],
  columns: readonly Column[],
) {
  return rows.map((row) => ({
    ...row,
    cells: columns.map((column) => ({ column, count: Math.max(0, cellOf(answer, row.key, column.key)) })),
  }));
}

/** The counts of a crossed row, in the order of its columns, as pictures and tables draw them. */
export const countsOf = ({ cells }: { readonly cells: readonly { readonly count: number }[] }) =>
  cells.map(({ count }) => count);
