import { knowledgeOf, type Belief, type Target } from './knowledge.js';
import { rangesOf } from './ranges.js';
import type { Publication } from './tally.js';

/** A cell that publications pin down: it lies between `low` and `high`. */
export type Narrow = Target & { readonly low: number; readonly high: number };

export type Attack = {
  /** A cell is narrow when the largest number it can be is less than this above the least. */
  readonly least?: number;
  readonly belief?: Belief;
  /** Of what published counts are multiples. */
  readonly base?: number;
};

/**
 * All cells that whoever has these publications and a solver can pin down, whole numbers and the relations between the cubes
 * considered. Publications are taken together; their epochs come in order, each with all its cubes.
 */
export async function narrowCells(
  publications: readonly Publication[],
  { least = 3, belief = 'additions', base = 5 }: Attack = {},
): Promise<Narrow[]> {
  const { model, targets } = knowledgeOf(publications, belief, base);
  const ranges = await rangesOf(model, [...targets.keys()], least);
  return targets.flatMap((target, column) => {
    const { low, high } = ranges.get(column) ?? { low: 0, high: 0 };
    return high - low < least ? [{ ...target, low, high }] : [];
  });
}
