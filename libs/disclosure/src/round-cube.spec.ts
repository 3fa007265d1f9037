import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyOf, roundCube, type Cell, type Rounding, type Totals } from './index.js';

const key = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(8);

const code = (letter: string, size: number) =>
  fc.integer({ min: 0, max: size - 1 }).map((place) => `${letter}${place}`);

/** Up to 60 changed cells of a cube of 5 x 4 x 3. */
const someCells: fc.Arbitrary<Cell[]> = fc.uniqueArray(
  fc.record({ codes: fc.tuple(code('a', 5), code('b', 4), code('c', 3)), count: fc.integer({ min: -12, max: 60 }) }),
  { selector: ({ codes }) => keyOf(codes), maxLength: 60 },
);

const round = (given: Partial<Rounding>) =>
  roundCube({ key, cube: 'opened', epoch: '2026-W48', cells: [], earlier: new Map(), ...given });

/** By key, what was published. */
const published = (cells: readonly Cell[]) => new Map(cells.map(({ codes, count }) => [keyOf(codes), count]));

function plus(earlier: Totals, exact: readonly Cell[], rounded: readonly Cell[]): Totals {
  const sums = new Map(earlier);
  const add = (cells: readonly Cell[], what: 'exact' | 'published') =>
    cells.forEach(({ codes, count }) => {
      const before = sums.get(keyOf(codes)) ?? { exact: 0, published: 0 };
      sums.set(keyOf(codes), { ...before, [what]: before[what] + count });
    });
  add(exact, 'exact');
  add(rounded, 'published');
  return sums;
}

/** Squared error of the margins over the given dimensions. */
function marginError(totals: Totals, dimensions: readonly number[]): number {
  const errors = new Map<string, number>();
  for (const [name, { exact, published }] of totals) {
    const codes = name.split('|');
    const margin = dimensions.map((dimension) => codes[dimension]).join();
    errors.set(margin, (errors.get(margin) ?? 0) + published - exact);
  }
  return [...errors.values()].reduce((sum, error) => sum + error ** 2, 0);
}

describe('rounding one epoch of a cube', () => {
  it('publishes a multiple of five less than five from the truth, and keeps multiples and zeros', () => {
    fc.assert(
      fc.property(someCells, fc.integer({ min: 0, max: 4 }), (cells, passes) => {
        const rounded = published(round({ cells, passes }));
        for (const { codes, count } of cells) {
          const shown = rounded.get(keyOf(codes)) ?? 0;
          expect(shown % 5 === 0 && Math.abs(shown - count) < 5).toBe(true);
          expect(count % 5 !== 0 || shown === count).toBe(true);
        }
        const changed = cells.filter(({ count }) => count !== 0).map(({ codes }) => keyOf(codes));
        expect([...rounded.keys()].every((name) => changed.includes(name))).toBe(true);
      }),
    );
  });

  it('does so whatever earlier epochs left behind', () => {
    fc.assert(
      fc.property(someCells, someCells, fc.integer({ min: -40, max: 40 }), (cells, before, off) => {
        const earlier = new Map(
          before.map(({ codes, count }) => [keyOf(codes), { exact: count, published: count + off }]),
        );
        const rounded = published(round({ cells, earlier }));
        const near = ({ codes, count }: Cell) => Math.abs((rounded.get(keyOf(codes)) ?? 0) - count) < 5;
        expect(cells.every(near)).toBe(true);
      }),
    );
  });

  it('gives the same bytes for the same key, in whatever order the cells arrive, zeros or not', () => {
    fc.assert(
      fc.property(someCells, fc.integer(), (cells, seed) => {
        const shuffled = [...cells].sort((one, other) => ((one.count * seed) % 7) - ((other.count * seed) % 7));
        const changed = shuffled.toReversed().filter(({ count }) => count !== 0);
        expect(JSON.stringify(round({ cells: changed }))).toBe(JSON.stringify(round({ cells })));
      }),
    );
  });

  it('gives other bytes for another key, epoch or cube', () => {
    const cells = Array.from({ length: 40 }, (_, place) => ({ codes: [`a${place % 8}`, `b${place % 5}`], count: 2 }));
    const changes: Partial<Rounding>[] = [{ key: otherKey }, { epoch: '2026-W49' }, { cube: 'closed' }];
    for (const change of changes) {
      expect(round({ cells, ...change })).not.toEqual(round({ cells }));
    }
  });

  it('rounds up as often as the remainder says', () => {
    const ups = Array.from({ length: 2_000 }, (_, epoch) =>
      [1, 2, 3, 4].map((count) => round({ epoch: `${epoch}`, passes: 0, cells: [{ codes: ['a'], count }] }).length),
    );
    const shares = [0, 1, 2, 3].map((place) => ups.reduce((sum, one) => sum + (one[place] ?? 0), 0) / ups.length);
    shares.forEach((share, place) => expect(Math.abs(share - (place + 1) / 5)).toBeLessThan(0.04));
  });

  it('reconsiders cells in an order that only the key tells', () => {
    const cells = ['a', 'b', 'c'].map((code) => ({ codes: [code], count: 2 }));
    const epochs = Array.from({ length: 400 }, (_, epoch) => `${epoch}`);
    const down = epochs.filter((epoch) => round({ cells, epoch, passes: 0 }).length === 0);
    const raised = new Set(down.flatMap((epoch) => round({ cells, epoch }).map(({ codes }) => keyOf(codes))));
    expect([...raised].sort()).toEqual(['a', 'b', 'c']);
  });

  it('keeps the margins nearer than rounding cell by cell, in one epoch and over many', () => {
    const worlds = fc.sample(fc.array(someCells, { minLength: 4, maxLength: 4 }), { numRuns: 40, seed: 5 });
    const errors = (passes: number, dimensions: readonly number[]) => {
      let [ofEpochs, ofSums] = [0, 0];
      for (const epochs of worlds) {
        let sums: Totals = new Map();
        for (const [number, cells] of epochs.entries()) {
          const rounded = round({ cells, passes, epoch: `${number}`, earlier: sums });
          sums = plus(sums, cells, rounded);
          ofEpochs += marginError(plus(new Map(), cells, rounded), dimensions);
        }
        ofSums += marginError(sums, dimensions);
      }
      return { ofEpochs, ofSums };
    };
    for (const dimensions of [[], [0], [1], [2], [0, 1]]) {
      const [optimised, independent] = [errors(3, dimensions), errors(0, dimensions)];
      expect(optimised.ofEpochs / independent.ofEpochs).toBeLessThan(0.9);
      expect(optimised.ofSums / independent.ofSums).toBeLessThan(0.7);
    }
  });

  it('never makes the weighted error larger', () => {
    const subsets = [[], [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
    const error = (cells: readonly Cell[], passes: number) => {
      const totals = plus(new Map(), cells, round({ cells, passes }));
      const changed = cells.filter(({ count }) => count !== 0);
      const size = (dimension: number) => new Set(changed.map(({ codes }) => codes[dimension])).size;
      return subsets.reduce((sum, dimensions) => {
        const n = dimensions.reduce((product, dimension) => product * size(dimension), 1);
        return sum + marginError(totals, dimensions) / (1 + n / 8);
      }, 0);
    };
    fc.assert(
      fc.property(someCells, (cells) => {
        const byPass = [0, 1, 2, 3].map((passes) => error(cells, passes));
        byPass.slice(1).forEach((one, place) => expect(one).toBeLessThanOrEqual((byPass[place] ?? 0) + 1e-6));
      }),
    );
  });

  it('leaves what it is given alone', () => {
    const cells = Object.freeze([Object.freeze({ codes: ['a'], count: 3 })]);
    const earlier: Totals = new Map([['a', Object.freeze({ exact: 2, published: 0 })]]);
    round({ cells, earlier });
    expect([...earlier]).toEqual([['a', { exact: 2, published: 0 }]]);
  });

  it.each([
    [
      'twice',
      [
        { codes: ['a'], count: 1 },
        { codes: ['a'], count: 2 },
      ],
    ],
    [
      'of other dimensions',
      [
        { codes: ['a'], count: 1 },
        { codes: ['a', 'b'], count: 2 },
      ],
    ],
    ['with a bar in a code', [{ codes: ['a|b'], count: 1 }]],
    ['of a broken count', [{ codes: ['a'], count: 1.5 }]],
  ])('refuses a cell %s', (_, cells) => {
    expect(() => round({ cells })).toThrow(RangeError);
  });
});
