import { describe, expect, it } from '@jest/globals';
import { foldPeriods } from './periods.js';

const rows = [
  { week: '2026-W14', codes: ['west'], count: 3 },
  { week: '2026-W13', codes: ['west'], count: 2 },
  { week: '2026-W18', codes: ['centre'], count: 5 },
  { week: '2026-W18', codes: ['west'], count: -5 },
  { week: '2026-W13', codes: ['east'], count: 5 },
  { week: '2026-W14', codes: ['east'], count: -5 },
];

describe('weeks folded to periods', () => {
  it('are summed by month, none left out', () => {
    expect(foldPeriods(rows, 'month')).toEqual({
      periods: ['2026-03', '2026-04'],
      rows: [
        { codes: ['centre'], counts: [0, 5] },
        { codes: ['east'], counts: [5, -5] },
        { codes: ['west'], counts: [2, -2] },
      ],
    });
  });

  it('are one column in total, without what comes to nothing', () => {
    expect(foldPeriods(rows, 'total')).toEqual({ periods: ['total'], rows: [{ codes: ['centre'], counts: [5] }] });
  });

  it('reach over the whole span', () => {
    const first = { week: '2026-W02', codes: [], count: 1 };
    expect(foldPeriods([first], 'week', { first: '2026-W01', last: '2026-W03' })).toEqual({
      periods: ['2026-W01', '2026-W02', '2026-W03'],
      rows: [{ codes: [], counts: [0, 1, 0] }],
    });
    expect(foldPeriods([first], 'quarter', { first: '2025-W51', last: '2026-W14' }).periods).toEqual([
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
    ]);
    expect(() => foldPeriods(rows, 'week', { first: '2026-W01', last: '2026-W03' })).toThrow(RangeError);
  });

  it('are nothing when there is nothing', () => {
    expect(foldPeriods([], 'month')).toEqual({ periods: [], rows: [] });
  });
});
