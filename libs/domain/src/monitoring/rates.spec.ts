import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noiseOf } from './chance.js';
import { ratesOf } from './rates.js';

const place = (name: string, count: number, businesses: number) => ({ name, count, businesses });

describe('cases per 1,000 businesses', () => {
  it('are the cases of a place for every thousand of its businesses, and of the region likewise', () => {
    const { all, places } = ratesOf([place('a', 30, 2_000), place('b', 20, 8_000)], 0);
    expect(places.map(({ rate }) => rate)).toEqual([15, 2.5]);
    expect(all).toBe(5);
  });

  it('stand out where few businesses have many cases, not where there are many of both', () => {
    const { places } = ratesOf([place('small', 60, 2_000), place('large', 90, 30_000), place('other', 40, 12_000)], 0);
    expect(places.filter(({ isMore }) => isMore).map(({ name }) => name)).toEqual(['small']);
  });

  it('do not stand out by what rounding to multiples of five may have done', () => {
    const nineteen = Array.from({ length: 19 }, (_, index) => place(`${index}`, index === 0 ? 20 : 10, 5_000));
    expect(ratesOf(nineteen, noiseOf(5, 13)).places.filter(({ isMore }) => isMore)).toEqual([]);
  });

  it('are the same everywhere when cases are shared out as businesses are: no place has more', () => {
    const sizes = fc.array(fc.integer({ min: 500, max: 20_000 }), { minLength: 1, maxLength: 19 });
    fc.assert(
      fc.property(sizes, (given) => {
        const { places } = ratesOf(
          given.map((businesses) => ({ count: businesses / 100, businesses })),
          0,
        );
        expect(places.every(({ isMore, rate }) => !isMore && Math.abs(rate - 10) < 1e-9)).toBe(true);
      }),
    );
  });

  it('of no place at all are none', () => {
    expect(ratesOf([], 0)).toEqual({ all: null, places: [] });
  });
});
