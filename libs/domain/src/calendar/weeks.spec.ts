import { describe, expect, it } from '@jest/globals';
import { standardPolicy } from '#contracts/case';
import { isWeek, mondayOf, monthOfWeek, quarterOfWeek, shiftWeek, weekOf, weeksBetween } from './weeks.js';

const { calendar } = standardPolicy;

describe('weeks', () => {
  it.each([
    ['2026-11-24T08:30:00.000Z', '2026-W48'],
    ['2024-12-30T12:00:00.000Z', '2025-W01'],
    ['2027-01-03T12:00:00.000Z', '2026-W53'],
    ['2021-01-01T12:00:00.000Z', '2020-W53'],
    ['2026-01-01T12:00:00.000Z', '2026-W01'],
    ['1969-12-31T12:00:00.000Z', '1970-W01'],
  ])('%s is in %s', (instant, week) => {
    expect(weekOf(instant, calendar)).toBe(week);
  });

  it('begin on Monday in civil time', () => {
    expect(weekOf('2026-11-22T22:59:59.999Z', calendar)).toBe('2026-W47');
    expect(weekOf('2026-11-22T23:00:00.000Z', calendar)).toBe('2026-W48');
    expect(weekOf('2026-07-05T22:00:00.000Z', calendar)).toBe('2026-W28');
  });

  it('exist or not', () => {
    expect(['2026-W53', '2025-W53', '2026-W01'].map(isWeek)).toEqual([true, false, true]);
  });

  it('follow each other over the end of a year', () => {
    expect(weeksBetween('2026-W52', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
    expect(weeksBetween('2027-W02', '2026-W52')).toEqual([]);
    expect(weeksBetween('2016-W01', '2026-W53')).toHaveLength(574);
  });

  it('can be counted on and back, and have a Monday', () => {
    expect(['2026-W52', '2026-W53'].map((week) => shiftWeek(week, 1))).toEqual(['2026-W53', '2027-W01']);
    expect(shiftWeek('2026-W02', -52)).toBe('2025-W02');
    expect(['2026-W48', '2026-W01'].map(mondayOf)).toEqual(['2026-11-23', '2025-12-29']);
  });

  it('belong to the month and quarter of their Thursday', () => {
    expect(['2026-W01', '2026-W14', '2026-W40', '2026-W53', '2025-W01'].map(monthOfWeek)).toEqual([
      '2026-01',
      '2026-04',
      '2026-10',
      '2026-12',
      '2025-01',
    ]);
    expect(['2026-W13', '2026-W14', '2026-W53', '2027-W01'].map(quarterOfWeek)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
      '2027-Q1',
    ]);
  });
});
