import { describe, expect, it } from '@jest/globals';
import { smallestDenominator, smallestSample, timeBands } from '#contracts/monitoring/codes';
import { leastDenominator, leastWaits, percentileOf, placeOf, rateOf } from './figures.js';

const bands = (...counts: number[]) =>
  Object.values(timeBands).map(({ upTo }, place) => ({ upTo, count: counts[place] ?? 0 }));

describe('a share', () => {
  it('is told from twenty on and stays a share', () => {
    expect([rateOf(9, 19), rateOf(5, 20), rateOf(30, 25), rateOf(-5, 25), rateOf(0, 0, 0)]).toEqual([
      null,
      0.25,
      1,
      0,
      null,
    ]);
  });
});

it('agrees with how we say that we count', () => {
  expect([leastDenominator, leastWaits]).toEqual([smallestDenominator, smallestSample]);
});

describe('a percentile from time bands', () => {
  it('lies within its band, on a grid no finer than the band', () => {
    expect(percentileOf(bands(0, 10, 0), 0.5)).toBe(3);
    expect(percentileOf(bands(10, 10, 20), 0.5)).toBe(4);
    expect(percentileOf(bands(0, 0, 0, 0, 0, 40), 0.5)).toBe(32);
    expect(percentileOf(bands(0, 0, 0, 0, 0, 0, 0, 0, 40), 0.9)).toBe(440);
  });

  it('is not told below ten, and is open beyond the last band', () => {
    expect(percentileOf(bands(9), 0.5)).toBeNull();
    expect(percentileOf(bands(), 0.5, 0)).toBeNull();
    expect(percentileOf(bands(5, 0, 0, 0, 0, 0, 0, 0, 0, 20), 0.5)).toBe('longer');
  });

  it('is a wait of at least something, and counts that corrections made negative are none', () => {
    expect(percentileOf(bands(1000, 5), 0.001)).toBe(1);
    expect(percentileOf(bands(-5, 20), 0.5)).toBe(3);
    expect(placeOf(bands(-5, 20), 0.5)).toBe(1.5);
  });
});
