import { describe, expect, it } from '@jest/globals';
import type { DifficultyTrend } from '#contracts';
import {
  byFrequency,
  comparisons,
  lastComplete,
  movesBetween,
  readingOf,
  runningIndex,
  strengthOf,
} from './trend-model.js';

const quarters = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
const now = new Date('2026-11-24T09:00:00Z');

function trend(change: Partial<DifficultyTrend> = {}): DifficultyTrend {
  return {
    quarters,
    cases: [300, 310, 305, 320, 330, 120],
    difficulties: [
      { difficulty: 'vat', counts: [60, 61, 58, 62, 64, 20] },
      { difficulty: 'social-contributions', counts: [100, 110, 120, 140, 160, 70] },
      { difficulty: 'energy', counts: [90, 80, 70, 60, 50, null] },
      { difficulty: 'health', counts: [null, null, 11, null, null, null] },
    ],
    exact: false,
    threshold: 10,
    ...change,
  };
}

describe('reading the trend', () => {
  it('knows the running quarter and the last complete one, by the time of the region', () => {
    expect(runningIndex(quarters, now)).toBe(5);
    expect(lastComplete(quarters, now)).toBe(4);
    expect(lastComplete(quarters, new Date('2026-12-31T23:30:00Z'))).toBe(5);
    expect(runningIndex(quarters, new Date('2027-01-01T09:00:00Z'))).toBe(-1);
  });

  it('compares the last complete quarter with the same one a year before and flags only what is beyond chance', () => {
    expect(readingOf(trend(), now)).toMatchObject({
      from: { first: 0, last: 0 },
      to: { first: 4, last: 4 },
      risen: { difficulty: 'social-contributions', before: 100, after: 160 },
      fallen: { difficulty: 'energy', before: 90, after: 50 },
      largest: { difficulty: 'social-contributions' },
      cases: { before: 300, after: 330 },
    });
  });

  it('flags nothing when nothing moved more than chance', () => {
    const reading = readingOf(trend({ difficulties: [{ difficulty: 'vat', counts: [60, 60, 60, 60, 70, 5] }] }), now);
    expect(reading).toMatchObject({ risen: null, fallen: null });
  });

  it('takes whole years together when one quarter is too little to tell, then two years', () => {
    const long = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', ...quarters];
    const counts = [100, 102, 104, 106, 126, 128, 132, 138, 146, 60];
    const reading = readingOf(
      { ...trend(), quarters: long, cases: counts, difficulties: [{ difficulty: 'vat', counts }] },
      now,
    );
    expect(reading).toMatchObject({
      from: { first: 1, last: 4 },
      to: { first: 5, last: 8 },
      risen: { difficulty: 'vat', before: 438, after: 544 },
    });
    expect(comparisons(8).map(({ from }) => from)).toEqual([
      { first: 4, last: 4 },
      { first: 1, last: 4 },
      { first: 0, last: 0 },
    ]);
  });

  it('says nothing before two quarters are complete', () => {
    const young = trend({ quarters: ['2026-Q3', '2026-Q4'], difficulties: [{ difficulty: 'vat', counts: [60, 2] }] });
    expect(readingOf(young, now)).toBeNull();
    expect(comparisons(1)).toEqual([{ from: { first: 0, last: 0 }, to: { first: 1, last: 1 } }]);
  });

  it('takes a hidden count as large as it can be', () => {
    expect(strengthOf(null, 12, 9)).toBeLessThan(1);
    expect(strengthOf(null, 60, 9)).toBeGreaterThan(2);
    expect(strengthOf(null, null, 9)).toBe(0);
  });

  it('orders difficulties by the last complete quarter, hidden ones last', () => {
    expect(byFrequency(trend(), now)).toEqual(['social-contributions', 'vat', 'energy', 'health']);
  });
});

describe('a trend that moves by itself', () => {
  it('tells which figures moved', () => {
    const after = trend({
      cases: [300, 310, 305, 320, 330, 121],
      difficulties: trend().difficulties.map((one) =>
        one.difficulty === 'energy' ? { ...one, counts: [90, 80, 70, 60, 50, 10] } : one,
      ),
    });
    expect(movesBetween(trend(), after)).toEqual([
      { difficulty: null, index: 5, before: 120, after: 121 },
      { difficulty: 'energy', index: 5, before: null, after: 10 },
    ]);
  });

  it('tells nothing when the quarters themselves changed', () => {
    expect(movesBetween(trend(), trend({ quarters: [...quarters.slice(1), '2027-Q1'] }))).toEqual([]);
  });
});
