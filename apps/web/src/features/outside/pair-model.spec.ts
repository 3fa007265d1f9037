import { describe, expect, it } from '@jest/globals';
import type { CubeAnswer } from '#contracts/monitoring';
import type { Series } from '#contracts/outside';
import { comparisonOf, marksOf, ownMarksOf, rowsOf, secretsOf, windowOf } from './pair-model.js';

const months = (year: number, from: number, values: readonly number[]) =>
  values.map((value, index) => ({ period: `${year}-${String(from + index).padStart(2, '0')}`, value }));

function answer(periods: readonly { period: string; value: number }[], first: string, last: string): CubeAnswer {
  return {
    cube: 'opened',
    by: [],
    periods: periods.map((one) => one.period),
    rows: [{ codes: [], counts: periods.map((one) => one.value) }],
    standing: { tier: 'published', base: 5, first, last, history: null, asOf: null, epoch: null, hash: null },
  };
}

const series = (change: Partial<Series>) => ({ grain: 'month', adds: true, ...change }) as Series;

describe('own figures', () => {
  it('are settled only when every week of the month, by its Thursday, is published', () => {
    // Thursdays: 2026-09-03 is in W36, 2026-10-29 in W44, 2026-11-05 in W45.
    const own = ownMarksOf(answer(months(2026, 9, [20, 25, 30]), '2026-W36', '2026-W45'));
    expect(own.map((one) => [one.period, one.value, one.settled])).toEqual([
      ['2026-09', 20, true],
      ['2026-10', 25, true],
      ['2026-11', 30, false],
    ]);
    const [late] = ownMarksOf(answer(months(2026, 9, [20]), '2026-W37', '2026-W45'));
    expect(late?.settled).toBe(false);
    const [, early] = ownMarksOf(answer(months(2026, 9, [20, 25]), '2026-W36', '2026-W43'));
    expect(early?.settled).toBe(false);
  });

  it('are not settled in a month whose last week was published before its end', () => {
    const { standing, ...rest } = answer(months(2026, 11, [155]), '2026-W40', '2026-W48');
    const settledAt = (asOf: string) => ownMarksOf({ ...rest, standing: { ...standing, asOf } })[0]?.settled;
    expect(settledAt('2026-11-24T16:00:00.000Z')).toBe(false);
    expect(settledAt('2026-11-29T23:00:00.000Z')).toBe(true);
  });

  it('are none while nothing is published', () => {
    expect(ownMarksOf(null)).toEqual([]);
    expect(
      ownMarksOf({ ...answer([], '', ''), standing: { ...answer([], '', '').standing, first: null, last: null } }),
    ).toEqual([]);
  });
});

describe('a comparison', () => {
  const values = [...months(2025, 8, [10, 20, 30]), ...months(2026, 8, [15, 25, 35])];
  const own = ownMarksOf(
    answer([...months(2025, 8, [5, 10, 15]), ...months(2026, 8, [10, 10, 20])], '2025-W30', '2026-W48'),
  );

  it('is of the newest months with the same ones a year before', () => {
    expect(comparisonOf({ series: series({}), values }, own)).toMatchObject({
      before: { first: { period: '2025-08' }, last: { period: '2025-10' }, value: 60, own: 30 },
      after: { value: 75, own: 40 },
    });
    expect(comparisonOf({ series: series({ adds: false }), values }, own)?.after.value).toBe(25);
  });

  it('has own figures only for months that are all settled', () => {
    const compared = comparisonOf({ series: series({}), values }, own.slice(1));
    expect([compared?.before.own, compared?.after.own]).toEqual([undefined, 40]);
  });

  it.each([
    ['a year is not there', months(2026, 8, [15, 25, 35])],
    [
      'a month is missing in between',
      [...months(2025, 7, [1, 2, 3, 4]), ...months(2026, 7, [1, 2]), ...months(2026, 10, [4])],
    ],
  ])('is not made when %s', (_, some) => {
    expect(comparisonOf({ series: series({}), values: some }, [])).toBeUndefined();
  });

  it('says since when the source counts differently, unless that was so all the time', () => {
    const brokenBy = (...periods: readonly string[]) => {
      const flags = periods.map((period) => ({ period, flags: ['break' as const] }));
      return comparisonOf({ series: series({}), values, flags }, [])?.broken?.period;
    };
    expect(brokenBy()).toBeUndefined();
    expect(brokenBy('2025-08')).toBeUndefined();
    expect(brokenBy('2025-09')).toBe('2025-09');
    // A value that is secret breaks the series all the same.
    expect(brokenBy('2026-10', '2026-02')).toBe('2026-02');
  });

  it('of quarters takes own figures of their months', () => {
    const quarters = [
      { period: '2025-Q1', value: 80 },
      { period: '2026-Q1', value: 90 },
    ];
    const monthly = answer([...months(2025, 1, [5, 5, 5]), ...months(2026, 1, [10, 10, 10])], '2024-W40', '2026-W48');
    const compared = comparisonOf({ series: series({ grain: 'quarter' }), values: quarters }, ownMarksOf(monthly));
    expect([compared?.before.own, compared?.after.own]).toEqual([15, 30]);
  });
});

describe('what a publisher says of values', () => {
  const values = months(2026, 1, [7, 9]);
  const flags = [
    { period: '2026-02', flags: ['provisional' as const] },
    { period: '2026-03', flags: ['confidential' as const] },
  ];

  it('stays with them; what is secret is no value and no zero', () => {
    expect(marksOf(values, flags).map((one) => [one.period, one.value, one.flags])).toEqual([
      ['2026-01', 7, []],
      ['2026-02', 9, ['provisional']],
    ]);
    const secrets = secretsOf({ values, flags });
    expect(secrets.map((one) => [one.period, one.from, one.flags])).toEqual([
      ['2026-03', Date.UTC(2026, 2, 1), ['confidential']],
    ]);
    const rows = rowsOf([...marksOf(values, flags), ...secrets], []);
    expect(rows.map((row) => [row.mark.period, row.value])).toEqual([
      ['2026-01', 7],
      ['2026-02', 9],
      ['2026-03', undefined],
    ]);
  });
});

it('the axis covers the last years of both, or everything', () => {
  const all = [...marksOf(months(2020, 1, [1])), ...marksOf(months(2026, 10, [1]))];
  expect(windowOf(all, 3)).toEqual({ from: Date.UTC(2023, 10, 1), until: Date.UTC(2026, 10, 1) });
  expect(windowOf(all, undefined)?.from).toBe(Date.UTC(2020, 0, 1));
  expect(windowOf([], 3)).toBeUndefined();
});

it('the table has every month of either', () => {
  const own = ownMarksOf(answer(months(2026, 2, [5, 10]), '2026-W01', '2026-W48'));
  const rows = rowsOf(marksOf(months(2026, 1, [7, 8])), own);
  expect(rows.map((row) => [row.mark.period, row.value, row.own?.value])).toEqual([
    ['2026-01', 7, undefined],
    ['2026-02', 8, 5],
    ['2026-03', undefined, 10],
  ]);
});
