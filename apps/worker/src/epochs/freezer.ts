import type { EpochView } from '#contracts/monitoring';
import { dimensions, dimensionsOf, type CubeName } from '#contracts/monitoring/codes';
import type { CellTotal, ChainEnd, CubeCell } from '#persistence/monitoring';
import { firstHash, hashEpoch, keyOf, roundCube, type Cell } from '#disclosure';

/** An epoch before it is published; `cells` are exact changes. */
export type Draft = Pick<EpochView, 'epochId' | 'kind' | 'week'> & { readonly cells: readonly CubeCell[] };

/** An epoch as it is published. */
export type Frozen = Draft & Pick<EpochView, 'number' | 'previousHash' | 'hash'>;

type Sums = { exact: number; published: number };

/** Rounds one epoch after the other; each continues the sums and the chain of those before it. */
export class Freezer {
  private readonly sums = new Map<CubeName, Map<string, Sums>>();
  private number: number;
  private hash: string;

  constructor(
    private readonly key: Uint8Array,
    earlier: readonly CellTotal[],
    end: ChainEnd,
  ) {
    this.number = end.number;
    this.hash = end.hash ?? firstHash;
    for (const { cube, codes, exact, published } of earlier) {
      this.sumsOf(cube).set(keyOf(codes), { exact, published });
    }
  }

  /** @throws RangeError when a cell's codes are not those of its cube's dimensions */
  freeze({ epochId, kind, week, cells: exact }: Draft): Frozen {
    exact.forEach(refuseUnknownCodes);
    const cubes = [...groupBy(exact, ({ cube }) => cube)].map(([cube, own]) => ({
      cube,
      cells: this.round(cube, epochId, own),
    }));
    const number = this.number + 1;
    const previousHash = this.hash;
    const hash = hashEpoch({ previousHash, number, epochId, kind, week, cubes });
    this.number = number;
    this.hash = hash;
    const cells = cubes.flatMap(({ cube, cells }) => cells.map(({ codes, count }) => ({ cube, codes, count })));
    return { epochId, kind, week, number, previousHash, hash, cells };
  }

  private round(cube: CubeName, epoch: string, cells: readonly CubeCell[]): Cell[] {
    const earlier = this.sumsOf(cube);
    const rounded = roundCube({ key: this.key, cube, epoch, cells, earlier });
    cells.forEach(({ codes, count }) => this.add(cube, codes, { exact: count, published: 0 }));
    rounded.forEach(({ codes, count }) => this.add(cube, codes, { exact: 0, published: count }));
    return rounded;
  }

  private add(cube: CubeName, codes: readonly string[], { exact, published }: Sums): void {
    const sums = this.sumsOf(cube);
    const before = sums.get(keyOf(codes)) ?? { exact: 0, published: 0 };
    sums.set(keyOf(codes), { exact: before.exact + exact, published: before.published + published });
  }

  private sumsOf(cube: CubeName): Map<string, Sums> {
    const sums = this.sums.get(cube) ?? new Map<string, Sums>();
    this.sums.set(cube, sums);
    return sums;
  }
}

/** Values by a key of each, in their order. */
export function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) {
      groups.set(keyOf(value), [value]);
    } else {
      group.push(value);
    }
  }
  return groups;
}

function refuseUnknownCodes({ cube, codes }: CubeCell): void {
  const known = dimensionsOf(cube);
  const right =
    codes.length === known.length && known.every((one, place) => Object.hasOwn(dimensions[one], codes[place] ?? ''));
  if (!right) {
    throw new RangeError(`the cube ${cube} has a cell ${codes.join('|')}, which its dimensions do not know`);
  }
}
