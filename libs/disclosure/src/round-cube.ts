import { createHmac } from 'node:crypto';
import { byCodeUnit, keyOf, sortedCells, type Cell, type Totals } from './cell.js';
import { marginsOf, type Margins } from './margins.js';

/** Every published count of one epoch is a multiple of it. */
export const roundingBase = 5;

/** One epoch of one cube, before it is published. */
export type Rounding = {
  /** Secret of the installation; who has it can undo the rounding of sparse epochs. */
  readonly key: Uint8Array;
  readonly cube: string;
  readonly epoch: string;
  /** Exact signed changes in this epoch; cells that did not change may be left out. */
  readonly cells: readonly Cell[];
  readonly earlier: Totals;
  /** Published counts are multiples of it; `roundingBase` when left out. */
  readonly base?: number;
  /** How often every cell is reconsidered; 3 when left out, 0 rounds each cell by itself. */
  readonly passes?: number;
};

type Rounded = {
  readonly cell: Cell;
  readonly key: string;
  readonly margins: Int32Array;
  /** Multiples of the base below and above the count. */
  readonly below: number;
  readonly above: number;
  readonly order: number;
  published: number;
};

/** Six bytes of a digest are a number below this. */
const drawn = 2 ** 48;

/**
 * Rounds one epoch of one cube: every count to a multiple of the base next to it, such that sums of cells stay near the truth in this
 * epoch and in the sum of all epochs. A multiple of the base stays what it is. Zero cells are left out, the rest is sorted by key.
 * The same input gives the same cells; their order does not matter.
 * @throws RangeError when a cell comes twice, has another number of codes than the first, a code with `|`, or no whole count
 */
export function roundCube({ key, cube, epoch, cells, earlier, base = roundingBase, passes = 3 }: Rounding): Cell[] {
  const changed = sortedCells(cells);
  refuseUnsound(changed);
  const margins = marginsOf(changed, earlier);
  const rounded = changed.map((cell, index): Rounded => {
    const below = Math.floor(cell.count / base) * base;
    const name = keyOf(cell.codes);
    const digest = createHmac('sha256', key).update(`${cube}|${epoch}|${name}`).digest();
    const up = digest.readUIntBE(0, 6) / drawn < (cell.count - below) / base;
    const published = up ? below + base : below;
    return {
      cell,
      key: name,
      margins: margins.of[index] ?? new Int32Array(),
      below,
      above: cell.count === below ? below : below + base,
      order: digest.readUIntBE(6, 6),
      published,
    };
  });
  rounded.forEach((one) => shift(margins, one.margins, one.published - one.cell.count));
  improve(margins, rounded, passes);
  return sortedCells(rounded.map(({ cell: { codes }, published }) => ({ codes, count: published })));
}

/** Moves cells to their other multiple where that lowers the weighted squared error of all margins, until a pass finds none. */
function improve(margins: Margins, rounded: readonly Rounded[], passes: number): void {
  const free = rounded
    .filter(({ below, above }) => below !== above)
    .sort((one, other) => one.order - other.order || byCodeUnit(one.key, other.key));
  for (let pass = 0, moved = true; pass < passes && moved; pass++) {
    moved = false;
    for (const one of free) {
      const change = one.published === one.below ? one.above - one.below : one.below - one.above;
      if (gain(margins, one.margins, change) < 0) {
        shift(margins, one.margins, change);
        one.published += change;
        moved = true;
      }
    }
  }
}

/** What a change of one cell does to the weighted squared error, of this epoch and of the running sum, halved. */
function gain({ error, weight }: Margins, touched: Int32Array, change: number): number {
  return touched.reduce((sum, margin) => {
    return sum + (weight[margin] ?? 0) * change * ((error[margin] ?? 0) + change);
  }, 0);
}

function shift({ error }: Margins, touched: Int32Array, change: number): void {
  for (const margin of touched) {
    error[margin] = (error[margin] ?? 0) + 2 * change;
  }
}

function refuseUnsound(cells: readonly Cell[]): void {
  const keys = new Set<string>();
  for (const { codes, count } of cells) {
    const key = keyOf(codes);
    const unsound =
      keys.has(key) ||
      codes.length !== cells[0]?.codes.length ||
      codes.some((code) => code.includes('|')) ||
      !Number.isSafeInteger(count);
    if (unsound) {
      throw new RangeError(`Cell ${key} = ${count} does not fit into the cube.`);
    }
    keys.add(key);
  }
}
