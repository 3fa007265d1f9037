/** One count of a cube: the codes of its dimensions in their order, and a whole number, negative when a correction takes away. */
export type Cell = { readonly codes: readonly string[]; readonly count: number };

/** Sums of all earlier epochs by the key of a cell. */
export type Totals = ReadonlyMap<string, { readonly exact: number; readonly published: number }>;

/** The key of a cell: its codes joined by `|`. */
export function keyOf(codes: readonly string[]): string {
  return codes.join('|');
}

/** Order of two strings by code unit, the same on every machine. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

/** The cells that are not zero, in the order of their keys. */
export function sortedCells(cells: readonly Cell[]): Cell[] {
  return cells
    .filter(({ count }) => count !== 0)
    .map(({ codes, count }) => ({ key: keyOf(codes), cell: { codes, count } }))
    .sort((one, other) => byCodeUnit(one.key, other.key))
    .map(({ cell }) => cell);
}
