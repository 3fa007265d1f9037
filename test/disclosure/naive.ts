import { dimensions, dimensionsOf, type CubeName } from '#contracts/monitoring/codes';
import { keyOf, type Cell } from '#disclosure';
import type { Model, Row } from './model.js';

/** What the naive scheme tells of a cube; `hidden` are the columns that it hides and that are not zero. */
export type NaiveTable = {
  readonly model: Model;
  readonly hidden: readonly number[];
  readonly truth: readonly number[];
};

/** The naive scheme, the one that is not used: counts below 5 are hidden, all other counts and all sums are shown as they are. */
export function naiveTable(cube: CubeName, cells: readonly Cell[]): NaiveTable {
  const counts = new Map(cells.map(({ codes, count }) => [keyOf(codes), count]));
  const all = dimensionsOf(cube).reduce<string[][]>(
    (some, dimension) => some.flatMap((codes) => Object.keys(dimensions[dimension]).map((code) => [...codes, code])),
    [[]],
  );
  const truth = all.map((codes) => counts.get(keyOf(codes)) ?? 0);
  return {
    truth,
    hidden: [...truth.keys()].filter((column) => truth[column] !== 0 && (truth[column] ?? 0) < 5),
    model: {
      lower: truth.map((count) => (count < 5 ? 0 : count)),
      upper: truth.map((count) => (count < 5 ? 4 : count)),
      rows: marginsOf(all, truth),
    },
  };
}

/** Every sum over some of the dimensions. */
function marginsOf(all: readonly string[][], truth: readonly number[]): Row[] {
  const dimensions = all[0]?.length ?? 0;
  const rows = new Map<string, number[]>();
  all.forEach((codes, column) => {
    for (let subset = 0; subset < 2 ** dimensions - 1; subset++) {
      const kept = codes.filter((_, dimension) => Math.floor(subset / 2 ** dimension) % 2 === 1);
      const key = `${subset}:${keyOf(kept)}`;
      rows.set(key, [...(rows.get(key) ?? []), column]);
    }
  });
  return [...rows.values()].map((columns) => {
    const sum = columns.reduce((total, column) => total + (truth[column] ?? 0), 0);
    return { columns, values: columns.map(() => 1), lower: sum, upper: sum };
  });
}
