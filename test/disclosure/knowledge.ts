import { codesOf } from '#contracts/kernel/codes';
import { cubes, dimensions, dimensionsOf, type CubeName, type Dimension } from '#contracts/monitoring/codes';
import { keyOf } from '#disclosure';
import type { Model, Row } from './model.js';
import { relations, type Part, type Relation } from './relations.js';
import type { Publication } from './tally.js';

/** One cell of one epoch, as an attacker sees it. */
export type Target = { readonly cube: CubeName; readonly epochId: string; readonly codes: readonly string[] };

/** What follows from publications: column `n` of the model is target `n`. */
export type Knowledge = { readonly model: Model; readonly targets: readonly Target[] };

/** What the attacker takes for granted: nothing is ever corrected, so that no change is negative; or only sums are not. */
export type Belief = 'additions' | 'corrections';

/** All cells of the cubes that were published, also those with nothing in them, and all that is known of them. */
export function knowledgeOf(publications: readonly Publication[], belief: Belief, base: number): Knowledge {
  const epochs = [...new Set(publications.map(({ epochId }) => epochId))];
  const names = codesOf(cubes).filter((cube) => publications.some((one) => one.cube === cube));
  const shown = new Map(
    publications.flatMap(({ cube, epochId, cells }) =>
      cells.map(({ codes, count }) => [placeOf({ cube, epochId, codes }), count] as const),
    ),
  );
  const targets = epochs.flatMap((epochId) =>
    names.flatMap((cube) => combinations(dimensionsOf(cube)).map((codes) => ({ cube, epochId, codes }))),
  );
  const counts = targets.map((target) => shown.get(placeOf(target)) ?? 0);
  // No count is negative in the first epoch, and while nothing is corrected in none.
  const least = ({ epochId }: Target) =>
    belief === 'additions' || epochId === epochs[0] ? 0 : Number.NEGATIVE_INFINITY;
  const view: View = { epochs, targets, columnsOf: new Map(), parts: new Map() };
  targets.forEach(({ cube, epochId }, column) => {
    const name = `${epochId}/${cube}`;
    const columns = view.columnsOf.get(name) ?? [];
    columns.push(column);
    view.columnsOf.set(name, columns);
  });
  return {
    targets,
    model: {
      lower: targets.map((target, column) => Math.max((counts[column] ?? 0) - base + 1, least(target))),
      upper: counts.map((count) => count + base - 1),
      rows: [...between(view, belief), ...(belief === 'corrections' ? sumsOf(view) : [])],
    },
  };
}

type View = {
  readonly epochs: readonly string[];
  readonly targets: readonly Target[];
  /** By `epoch/cube`. */
  readonly columnsOf: Map<string, number[]>;
  /** What parts were found to be, epoch by epoch. */
  readonly parts: Map<Part, Map<string, readonly number[]>>;
};

const placeOf = ({ cube, epochId, codes }: { cube: string; epochId: string; codes: readonly string[] }) =>
  `${epochId}/${cube}/${keyOf(codes)}`;

function combinations(of: readonly Dimension[]): string[][] {
  return of.reduce<string[][]>(
    (all, dimension) => all.flatMap((codes) => Object.keys(dimensions[dimension]).map((code) => [...codes, code])),
    [[]],
  );
}

/** One row for each relation between cubes that are there, and each epoch. */
function between(view: View, belief: Belief): Row[] {
  return relations
    .filter(({ less, more }) => [less, ...more].every(({ cube }) => view.columnsOf.has(`${view.epochs[0]}/${cube}`)))
    .flatMap((relation) =>
      view.epochs.map((_, place) => rowOf(view, relation, summed(relation, belief) ? 0 : place, place)),
    );
}

const summed = ({ span }: Relation, belief: Belief) =>
  span === 'sums' || (span === 'additions' && belief === 'corrections');

function rowOf(view: View, { less, more, how }: Relation, from: number, to: number): Row {
  const epochs = view.epochs.slice(from, to + 1);
  const columnsOf = (part: Part) => epochs.flatMap((epoch) => columnsIn(view, part, epoch));
  const [left, right] = [columnsOf(less), more.flatMap(columnsOf)];
  return {
    columns: [...left, ...right],
    values: [...left.map(() => -1), ...right.map(() => 1)],
    lower: 0,
    upper: how === 'equal' ? 0 : Number.POSITIVE_INFINITY,
  };
}

function columnsIn(view: View, part: Part, epoch: string): readonly number[] {
  const known = view.parts.get(part) ?? new Map<string, readonly number[]>();
  view.parts.set(part, known);
  const columns = known.get(epoch) ?? foundIn(view, part, epoch);
  known.set(epoch, columns);
  return columns;
}

function foundIn({ targets, columnsOf }: View, { cube, where }: Part, epoch: string): number[] {
  const wanted = dimensionsOf(cube).map((dimension) => where[dimension]);
  return (columnsOf.get(`${epoch}/${cube}`) ?? []).filter((column) =>
    wanted.every((codes, dimension) => codes?.includes(targets[column]?.codes[dimension] ?? '') ?? true),
  );
}

/** No count is ever negative: what came and went of a cell, up to any epoch but the first. */
function sumsOf({ epochs, targets }: View): Row[] {
  const size = targets.length / epochs.length;
  return epochs.slice(1).flatMap((_, before) =>
    Array.from({ length: size }, (_, column) => {
      const columns = epochs.slice(0, before + 2).map((_, epoch) => epoch * size + column);
      return { columns, values: columns.map(() => 1), lower: 0, upper: Number.POSITIVE_INFINITY };
    }),
  );
}
