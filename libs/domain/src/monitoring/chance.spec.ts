import { describe, expect, it } from '@jest/globals';
import { betaShare, countRange, logGamma } from './distributions.js';
import { chanceOf, discoveries, noiseOf, verdictsOf } from './chance.js';
import { limitsOf, readSeries } from './signals.js';

/** Seeded random numbers in 0 to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const tables = new Map<number, number[]>();

/** P(Y <= k) for every k, of the Poisson distribution. */
function tableOf(mean: number): number[] {
  const table: number[] = [];
  for (let count = 0, sum = 0; sum < 1 - 1e-12; count += 1) {
    sum += Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
    table.push(sum);
  }
  return table;
}

function poisson(mean: number, random: () => number): number {
  const table = tables.get(mean) ?? tableOf(mean);
  tables.set(mean, table);
  const chance = random();
  let [from, to] = [0, table.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    [from, to] = (table[middle] ?? 1) < chance ? [middle + 1, to] : [from, middle];
  }
  return from;
}

/** How often a published sum is one or two steps of five off besides its own rounding, to either side: a variance of 27 and of 40. */
const steps = { month: [0.3, 0.04], quarter: [0.22, 0.12] } as const;

/** A count as it is published: rounded up or down to a multiple of five, and off by steps as measured. */
function published(count: number, random: () => number, [one, two]: readonly [number, number]): number {
  const down = Math.floor(count / 5) * 5;
  const rounded = random() < (count - down) / 5 ? down + 5 : down;
  const side = random() < 0.5 ? -5 : 5;
  const step = random() / 2;
  return rounded + (step < two ? 2 * side : step < two + one ? side : 0);
}

const pairOf = (mean: number, factor: number, isRounded: boolean, random: () => number) => {
  const read = (count: number) => (isRounded ? published(count, random, steps.quarter) : count);
  return { before: read(poisson(mean, random)), after: read(poisson(mean * factor, random)) };
};

const weeks = { before: 13, after: 13 };
const means = [165, 125, 110, 95, 90, 80, 70, 60, 50, 45, 40, 30, 25, 20, 15, 10, 5];

describe('the test of two counts', () => {
  it('is exact where nothing is rounded', () => {
    // Mid-p of 10 in 10 at even odds, and of 9 in 12: twice the upper tail with half of the value itself.
    expect(chanceOf({ count: 0, weeks: 1 }, { count: 10, weeks: 1 })).toBeCloseTo(2 * 0.5 * 0.5 ** 10, 12);
    expect(chanceOf({ count: 3, weeks: 1 }, { count: 9, weeks: 1 })).toBeCloseTo((2 * (79 + 220 / 2)) / 4096, 12);
  });

  it('compares rates, not counts, when spans are not of one length', () => {
    expect(chanceOf({ count: 100, weeks: 20 }, { count: 50, weeks: 10 })).toBeGreaterThan(0.9);
    expect(chanceOf({ count: 50, weeks: 20 }, { count: 50, weeks: 10 })).toBeLessThan(0.001);
  });

  it('says nothing about nothing, and is more careful about rounded figures', () => {
    expect(chanceOf({ count: 0, weeks: 13 }, { count: 0, weeks: 13 })).toBe(1);
    const [before, after] = [
      { count: 40, weeks: 13 },
      { count: 65, weeks: 13 },
    ];
    expect(chanceOf(before, after)).toBeLessThan(0.02);
    expect(chanceOf(before, after, noiseOf(5, 13))).toBeGreaterThan(0.02);
    expect([noiseOf(1, 13), noiseOf(5, 1), noiseOf(5, 1, 2), noiseOf(10, 4)]).toEqual([0, 13, 18.2, 104]);
  });

  it('lets findings stand together by Benjamini and Hochberg', () => {
    expect(discoveries([0.01, 0.04, 0.03, 0.5])).toEqual([true, false, false, false]);
    expect(discoveries([0.01, 0.02, 0.03, 0.5])).toEqual([true, true, true, false]);
    expect(discoveries([])).toEqual([]);
  });
});

describe.each([
  ['exact', false, 0.85],
  ['published', true, 0.75],
] as const)('changes of 17 difficulties in %s figures', (_name, isRounded, least) => {
  const noise = isRounded ? noiseOf(5, 13) : 0;

  it('raise a false alarm in at most one comparison of twenty when nothing changed', () => {
    const random = randomOf(11);
    const runs = 2000;
    let alarmed = 0;
    for (let run = 0; run < runs; run += 1) {
      const verdicts = verdictsOf(
        means.map((mean) => pairOf(mean, 1, isRounded, random)),
        weeks,
        noise,
      );
      alarmed += verdicts.some((one) => one.verdict !== 'none') ? 1 : 0;
    }
    expect(alarmed / runs).toBeLessThanOrEqual(0.05);
  });

  it('show a rise by half of the difficulty with 165 cases three times of four or more, as a rise', () => {
    const random = randomOf(12);
    const runs = 1000;
    let found = 0;
    for (let run = 0; run < runs; run += 1) {
      const pairs = means.map((mean, place) => pairOf(mean, place === 0 ? 1.5 : 1, isRounded, random));
      found += verdictsOf(pairs, weeks, noise)[0]?.verdict === 'rise' ? 1 : 0;
    }
    expect(found / runs).toBeGreaterThan(least);
  });
});

describe('a series of months', () => {
  const monthsOf = (mean: number, isRounded: boolean, random: () => number, count: number) =>
    Array.from({ length: count }, () => {
      const cases = poisson(mean, random);
      return isRounded ? published(cases, random, steps.month) : cases;
    });

  it.each([
    [3, false],
    [20, false],
    [80, false],
    [3, true],
    [20, true],
    [80, true],
  ])('of %d cases a month (rounded: %s) raises a false alarm in at most 5 %% of years', (mean, isRounded) => {
    const random = randomOf(21);
    const runs = 2000;
    let alarmed = 0;
    for (let run = 0; run < runs; run += 1) {
      const series = monthsOf(mean, isRounded, random, 30);
      alarmed += readSeries(series, 12, isRounded ? noiseOf(5, 4.35) : 0).outside.length > 0 ? 1 : 0;
    }
    expect(alarmed / runs).toBeLessThanOrEqual(0.05);
  });

  it('finds a rise by half within six months: of 20 cases a month half of the time, of 80 nearly always', () => {
    const foundOf = (mean: number) => {
      const random = randomOf(22);
      const runs = 1000;
      let found = 0;
      for (let run = 0; run < runs; run += 1) {
        const series = [...monthsOf(mean, false, random, 18), ...monthsOf(mean * 1.5, false, random, 6)];
        found += readSeries(series, 6).outside.some((one) => one.verdict === 'rise') ? 1 : 0;
      }
      return found / runs;
    };
    expect([foundOf(20) > 0.5, foundOf(80) > 0.99]).toEqual([true, true]);
  });

  const steady = [100, 95, 105, 98, 102, 100, 97, 103];

  it('tells since when without a break it is outside, and not when it is back inside', () => {
    expect(readSeries([...steady, 100, 160, 170, 165], 4)).toMatchObject({
      since: 9,
      outside: [{ index: 9 }, { index: 10 }, { index: 11 }],
    });
    expect(readSeries([...steady, 160, 100, 40, 165], 4)).toMatchObject({ since: 11 });
    expect(readSeries([...steady, 160, 170, 100], 3)).toMatchObject({
      since: null,
      outside: [{ index: 8 }, { index: 9 }],
    });
    expect(readSeries([...steady, 30], 1).outside).toEqual([{ index: 8, verdict: 'fall' }]);
  });

  it('expects nothing before six periods, and little of a quiet series', () => {
    expect(limitsOf([1, 2, 3, 4, 5])).toBeNull();
    expect(readSeries([5, 500], 6)).toEqual({ limits: null, outside: [], since: null });
    expect(limitsOf([0, 0, 0, 0, 0, 0])).toMatchObject({ low: 0, high: 2 });
  });

  it('is wider the less is known and the more is rounded', () => {
    const level = (periods: number, noise = 0) =>
      limitsOf(
        Array.from({ length: periods }, () => 100),
        noise,
      );
    expect(level(24)).toEqual({ mean: 100, low: 72, high: 131 });
    expect(level(6)).toEqual({ mean: 100, low: 71, high: 133 });
    expect(level(24, 27)).toEqual({ mean: 100, low: 65, high: 135 });
  });

  it('widens when the periods before were restless', () => {
    const restless = [60, 140, 70, 130, 65, 135, 100, 100];
    expect(limitsOf(restless)?.high).toBeGreaterThan((limitsOf(steady)?.high ?? 0) + 40);
  });
});

describe('the distributions', () => {
  it('agree with tables', () => {
    expect(betaShare(0.3, 2, 3)).toBeCloseTo(0.3483, 10);
    expect(betaShare(0.5, 200, 200)).toBeCloseTo(0.5, 10);
    // Poisson with mean 10: P(Y <= 3) = 0.0103, P(Y <= 17) = 0.9857, P(Y <= 18) = 0.9928.
    expect(countRange(10, 10, 0.0104)).toEqual({ low: 4, high: 18 });
    // Negative binomial with mean 1 and variance 2 is geometric: P(Y <= k) = 1 - 0.5 ** (k + 1).
    expect(countRange(1, 2, 0.01)).toEqual({ low: 0, high: 6 });
    expect(countRange(2000, 2000, 0.025)).toMatchObject({ low: 1913, high: 2088 });
  });
});
