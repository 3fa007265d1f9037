import { describe, expect, it } from '@jest/globals';
import { daysIn, monthNamed, ordersOf, periodAround } from './days.js';
import { periodOfDay, periodsBetween, periodWithin, readPeriod, spanOf } from './periods.js';

describe('a day', () => {
  it.each([
    ['2011-04-11', '2011-04-11', '2011-04-11'],
    ['2011-04-11 00:00:00', '2011-04-11', '2011-04-11'],
    ['11APR2011', '2011-04-11', '2011-04-11'],
    ['11-avr.-2011', '2011-04-11', '2011-04-11'],
    ['29/02/2024', '2024-02-29', undefined],
    ['03/04/2024', '2024-04-03', '2024-03-04'],
    ['31.12.2024', '2024-12-31', undefined],
    ['2024-02-30', undefined, undefined],
    ['11XYZ2011', undefined, undefined],
    ['1/2/24', undefined, undefined],
    ['', undefined, undefined],
    ['31/12/1899', undefined, undefined],
    ['1900-01-01', '1900-01-01', '1900-01-01'],
    ['31DEC2100', '2100-12-31', '2100-12-31'],
    ['2101-01-01', undefined, undefined],
  ])('%s is %s with the day first, %s with the month first', (text, dayFirst, monthFirst) => {
    expect(daysIn(text)).toEqual({ 'day-first': dayFirst, 'month-first': monthFirst });
  });

  it('of all days of a file tells which comes first, if any does', () => {
    expect(ordersOf(['03/04/2024', '13/04/2024'])).toEqual(['day-first']);
    expect(ordersOf(['03/04/2024', '04/13/2024'])).toEqual(['month-first']);
    expect(ordersOf(['03/04/2024'])).toEqual(['day-first', 'month-first']);
    expect(ordersOf(['13/04/2024', '04/13/2024'])).toEqual([]);
    expect(ordersOf(['13/04/2024', ''])).toEqual([]);
  });

  it.each([
    ['févr.', 2],
    ['AUG', 8],
    ['okt', 10],
    ['mrt', 3],
    ['toString', undefined],
  ])('names the month %s', (name, month) => {
    expect(monthNamed(name)).toBe(month);
  });

  it('lies in one week, month, quarter and year', () => {
    const around = (date: string) =>
      (['week', 'month', 'quarter', 'year'] as const).map((grain) => periodAround(date, grain).period);
    expect(around('2024-12-30')).toEqual(['2025-W01', '2024-12', '2024-Q4', '2024']);
    expect(around('2021-01-03')).toEqual(['2020-W53', '2021-01', '2021-Q1', '2021']);
  });
});

describe('a period', () => {
  const of = (text: string) => readPeriod(text) ?? { grain: 'year' as const, period: 'none' };

  it('counts in the longer one of its Thursday', () => {
    expect(periodWithin(of('2024-W18'), 'month').period).toBe('2024-05');
    expect(periodWithin(of('2024-W18'), 'week').period).toBe('2024-W18');
    expect(periodWithin(of('2024-05'), 'quarter').period).toBe('2024-Q2');
  });

  it('is followed by the next, over years', () => {
    expect(periodsBetween(of('2020-W52'), of('2021-W02')).map((one) => one.period)).toEqual([
      '2020-W52',
      '2020-W53',
      '2021-W01',
      '2021-W02',
    ]);
    expect(periodsBetween(of('2024-11'), of('2025-01'))).toHaveLength(3);
  });

  it('is that of its first day', () => {
    for (const text of ['2020-W53', '2024-02', '2024-Q4', '2023']) {
      expect(periodOfDay(spanOf(of(text)).from, of(text).grain)).toEqual(of(text));
    }
  });
});
