import { describe, expect, it } from '@jest/globals';
import { guessedWithin, mayTry, mayWrite } from './index.js';

describe('guessing a code', () => {
  it('finds one person in 300 million years, and one of a thousand persons in 300,000', () => {
    expect(1 / guessedWithin(366)).toBeGreaterThan(300_000_000);
    expect(1 / (1_000 * guessedWithin(366))).toBeGreaterThan(300_000);
  });

  it.each([
    [0, 0, true],
    [4, 9, true],
    [5, 5, false],
    [0, 10, false],
    [0, 11, false],
  ])('after %d wrong ones of it and %d of its person, a code is looked at: %s', (ofOne, ofPerson, may) => {
    expect(mayTry({ ofOne, ofPerson })).toBe(may);
  });
});

describe('letters to a person', () => {
  it.each([
    [0, 0, true],
    [4, 4, true],
    [5, 1, false],
    [20, 5, false],
    [5, 0, true],
    [20, 0, true],
  ])('after %d within an hour, of which %d work, another one is written: %s', (lastHour, working, may) => {
    expect(mayWrite({ lastHour, working })).toBe(may);
  });
});
