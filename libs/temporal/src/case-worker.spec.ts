import { describe, expect, it } from '@jest/globals';
import { casesWithin } from './case-worker.js';

describe('the memory for cases', () => {
  it.each([
    [240, 200],
    [60, 50],
    [1_200, 1_000],
  ])('of %d MB holds %d cases', (megabytes, cases) => {
    expect(casesWithin(megabytes)).toBe(cases);
  });

  it('holds the two without which Temporal keeps none', () => {
    expect(casesWithin(0)).toBe(2);
  });
});
