import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noiseOf } from './chance.js';
import { shareChanceOf, standingOut } from './leads.js';

const counts = (...some: number[]) => some.map((count, place) => ({ name: String(place), count }));
const quarter = noiseOf(5, 13, 2);

describe('the most frequent', () => {
  it.each([
    ['cells of 5 and 10', counts(10, 5, 5, 5)],
    ['two that are level', counts(40, 40, 5)],
    ['a lead that rounding may have made', counts(25, 15, 10)],
    ['nothing at all', counts(0, 0)],
  ])('is not claimed over %s', (_, some) => {
    expect(standingOut(some, 1, quarter)).toEqual([]);
  });

  it('is told where it stands out, with all that do', () => {
    expect(standingOut(counts(20, 95, 15), 1, quarter).map(({ count }) => count)).toEqual([95]);
    expect(standingOut(counts(90, 95, 10, 5), 3, quarter).map(({ count }) => count)).toEqual([95, 90]);
    // Twelve of twelve, counted exactly.
    expect(standingOut(counts(12, 0), 1, 0).map(({ count }) => count)).toEqual([12]);
    expect(standingOut(counts(4, 3), 1, 0)).toEqual([]);
  });

  it('is told only when chance would set it so far apart once in a hundred times', () => {
    // One of two that are equally frequent has at least 14 of 18 in 3 of a hundred cases, at least 17 of 20 in 0.3.
    expect(standingOut(counts(14, 4), 1, 0)).toEqual([]);
    expect(standingOut(counts(17, 3), 1, 0)).toHaveLength(1);
  });

  it('never hides one that is as frequent as one that is told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 })), fc.integer({ min: 1, max: 4 }), (some, most) => {
        const told = standingOut(counts(...some), most, quarter);
        const least = Math.min(...told.map(({ count }) => count));
        expect(told.length).toBeLessThanOrEqual(most);
        expect(some.filter((count) => count >= least)).toHaveLength(told.length);
      }),
    );
  });
});

describe('two shares', () => {
  it('differ by chance as the normal test of two proportions says', () => {
    // z = 2.0702 for 60 of 100 and 45 of 98 (pooled), two-sided.
    expect(shareChanceOf({ count: 45, of: 98 }, { count: 60, of: 100 })).toBeCloseTo(0.0468, 3);
    expect(shareChanceOf({ count: 50, of: 100 }, { count: 50, of: 100 })).toBeCloseTo(1, 6);
  });

  it('are believed less when rounding made them less exact, and not at all below twenty', () => {
    const [before, after] = [
      { count: 45, of: 98 },
      { count: 60, of: 100 },
    ];
    expect(shareChanceOf(before, after, 40)).toBeGreaterThan(shareChanceOf(before, after));
    // What is counted and what it is a share of were both rounded: z = 1.1313; z = 1.2258 if only the former were.
    expect(shareChanceOf(before, after, 40)).toBeCloseTo(0.2579, 3);
    expect(shareChanceOf({ count: 0, of: 19 }, { count: 19, of: 20 })).toBe(1);
  });

  it('that nothing changed seldom differ', () => {
    let found = 0;
    const trials = 400;
    const random = randomFrom(11);
    const draw = (of: number) => ({ of, count: Array.from({ length: of }, random).filter((one) => one < 0.6).length });
    for (let trial = 0; trial < trials; trial += 1) {
      found += shareChanceOf(draw(120), draw(150)) <= 0.05 ? 1 : 0;
    }
    expect(found / trials).toBeLessThan(0.09);
  });
});

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
