import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasSequence, withSequence, type Sequences } from './sequences.js';

const numbers = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 });
const rangesOf = (all: readonly number[]) => all.reduce<Sequences>(withSequence, []);

describe('sequences', () => {
  it('hold what was added and nothing else, in whatever order it came', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const ranges = rangesOf(all);
        for (let one = 0; one <= 32; one += 1) {
          expect(hasSequence(ranges, one)).toBe(all.includes(one));
        }
      }),
    );
  });

  it('are ranges in rising order that never touch', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const ranges = rangesOf(all);
        expect(ranges.every(([from, until]) => from < until)).toBe(true);
        expect(ranges.slice(1).every(([from], place) => from > (ranges[place]?.[1] ?? 0))).toBe(true);
      }),
    );
    expect(rangesOf([5, 1, 2, 3, 7, 6])).toEqual([
      [1, 4],
      [5, 8],
    ]);
  });
});
