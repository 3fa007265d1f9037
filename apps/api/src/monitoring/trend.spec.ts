import { describe, expect, it } from '@jest/globals';
import { quartersBetween, trendOf } from './trend.js';

const rows = [
  { quarter: '2025-Q4', difficulty: '', cases: 12 },
  { quarter: '2025-Q4', difficulty: 'vat', cases: 9 },
  { quarter: '2026-Q2', difficulty: '', cases: 10 },
  { quarter: '2026-Q2', difficulty: 'vat', cases: 10 },
];

describe('the trend of difficulties', () => {
  it('leaves no quarter out', () => {
    expect(quartersBetween('2025-Q3', '2026-Q2')).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
    expect(quartersBetween('2026-Q2', '2025-Q3')).toEqual([]);
  });

  it('is exact for those who may see it so', () => {
    const trend = trendOf(rows, {}, true);
    expect([trend.quarters, trend.cases]).toEqual([
      ['2025-Q4', '2026-Q1', '2026-Q2'],
      [12, 0, 10],
    ]);
    expect(trend.difficulties.find((one) => one.difficulty === 'vat')?.counts).toEqual([9, 0, 10]);
  });

  it('hides every cell under ten from the others, totals and zeroes as well', () => {
    const trend = trendOf(rows, {}, false);
    expect(trend.cases).toEqual([12, null, 10]);
    expect(trend.difficulties.find((one) => one.difficulty === 'vat')?.counts).toEqual([null, null, 10]);
    expect(trend.difficulties.find((one) => one.difficulty === 'rent')?.counts).toEqual([null, null, null]);
    expect(trendOf(rows, { from: '2026-Q1', to: '2026-Q1' }, false).cases).toEqual([null]);
  });

  it('is empty where there is nothing to tell', () => {
    expect(trendOf([], {}, true)).toMatchObject({ quarters: [], cases: [], exact: true, threshold: 10 });
  });
});
