import { keyOf, roundCube, type Cell } from '#disclosure';

/** Cells of one cube and epoch. */
export type Publication = { readonly cube: string; readonly epochId: string; readonly cells: readonly Cell[] };

/** Counts by epoch, cube and key. */
export type Tally = {
  /** Counts something once, or takes it away again with -1. */
  add(epochId: string, cube: string, codes: readonly string[], count?: number): void;
  /** Cells that are not zero; epochs in the order in which they were first counted in. */
  publications(): Publication[];
};

/** An empty tally of the given epochs and cubes. */
export function tallyOf(epochs: readonly string[], cubes: readonly string[]): Tally {
  const counts = new Map(
    epochs.map((epoch) => [epoch, new Map(cubes.map((cube) => [cube, new Map<string, Cell>()]))] as const),
  );
  return {
    add(epochId, cube, codes, count = 1) {
      const cells = counts.get(epochId)?.get(cube);
      const before = cells?.get(keyOf(codes))?.count ?? 0;
      cells?.set(keyOf(codes), { codes, count: before + count });
    },
    publications: () =>
      [...counts].flatMap(([epochId, byCube]) =>
        [...byCube].map(([cube, cells]) => ({
          cube,
          epochId,
          cells: [...cells.values()].filter(({ count }) => count !== 0),
        })),
      ),
  };
}

/** Rounds epoch after epoch, each knowing those before it, as the platform does. */
export function publish(
  exact: readonly Publication[],
  options: { readonly key: Uint8Array; readonly passes?: number },
): Publication[] {
  const totals = new Map<string, Map<string, { exact: number; published: number }>>();
  return exact.map(({ cube, epochId, cells }) => {
    const earlier = totals.get(cube) ?? new Map<string, { exact: number; published: number }>();
    const rounded = roundCube({ ...options, cube, epoch: epochId, cells, earlier });
    totals.set(cube, earlier);
    const add = (cell: Cell, what: 'exact' | 'published') => {
      const before = earlier.get(keyOf(cell.codes)) ?? { exact: 0, published: 0 };
      earlier.set(keyOf(cell.codes), { ...before, [what]: before[what] + cell.count });
    };
    cells.forEach((cell) => add(cell, 'exact'));
    rounded.forEach((cell) => add(cell, 'published'));
    return { cube, epochId, cells: rounded };
  });
}
