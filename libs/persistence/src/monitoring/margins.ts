import { dimensionsOf, type CubeName, type Dimension } from '#contracts/monitoring/codes';

/**
 * Sums by week that are kept beside the cells of a cube, over all dimensions but these: the cells of three years are tens of
 * thousands, and the dashboard asks for these sums whenever it is opened.
 */
const kept: Partial<Record<CubeName, readonly (readonly Dimension[])[]>> = {
  opened: [['difficulty-group'], ['sector-group'], ['area']],
  mentions: [['difficulty'], ['difficulty', 'sector-group'], ['difficulty', 'area']],
  closed: [['difficulty-group'], ['area']],
  reopened: [['difficulty-group'], ['area']],
  sent: [['from', 'to']],
  answered: [
    ['to', 'answer'],
    ['answer', 'time'],
  ],
};

/** A sum that is kept; `places` are those of its dimensions in the cube, in their order. */
export type Margin = { readonly name: string; readonly places: readonly number[] };

const byCube = new Map<string, readonly Margin[]>(
  (Object.keys(kept) as CubeName[]).map((cube) => [
    cube,
    (kept[cube] ?? []).map((dimensions) => ({
      name: `${cube}/${dimensions.join('+')}`,
      places: dimensions.map((one) => dimensionsOf(cube).indexOf(one)),
    })),
  ]),
);

/** The sums that are kept of a cube, those of few dimensions first. */
export function marginsOf(cube: string): readonly Margin[] {
  return byCube.get(cube) ?? [];
}
