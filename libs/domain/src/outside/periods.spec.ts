import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPeriod, saysWhen, spanOf, yearsBefore } from './periods.js';

describe('a period', () => {
  it.each([
    ['2024', 'year', '2024'],
    ['2024-Q1', 'quarter', '2024-Q1'],
    ['2024Q4', 'quarter', '2024-Q4'],
    ['2024-03', 'month', '2024-03'],
    ['2024M03', 'month', '2024-03'],
    ['2024M3', 'month', '2024-03'],
    ['2024-M12', 'month', '2024-12'],
    ['03/2024', 'month', '2024-03'],
    ['mars 2024', 'month', '2024-03'],
    ['févr. 2024', 'month', '2024-02'],
    ['Maart 2024', 'month', '2024-03'],
    ['aug 2024', 'month', '2024-08'],
    ['2024T1', 'quarter', '2024-Q1'],
    ['T1 2024', 'quarter', '2024-Q1'],
    ['K4 2024', 'quarter', '2024-Q4'],
    ['2020-W53', 'week', '2020-W53'],
    [' 2024W09 ', 'week', '2024-W09'],
  ])('%s is read', (text, grain, period) => {
    expect(readPeriod(text)).toEqual({ grain, period });
  });

  it.each([
    '',
    '24',
    '2024-13',
    '2024M00',
    '2024-Q5',
    '13/2024',
    '2024-W53',
    '2024-03-01',
    'mardi 2024',
    'mars 24',
    'T5 2024',
    '1024',
    '2024-3',
  ])('%s is none', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  it.each([
    ['2026', '2026-01-01', '2027-01-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2026-W01', '2025-12-29', '2026-01-05'],
  ])('%s spans its days', (text, from, until) => {
    const read = readPeriod(text);
    const span = read && spanOf(read);
    expect([span?.from, span?.until]).toEqual([Date.parse(from), Date.parse(until)]);
  });

  it.each([
    ['2026-W09', '2025-W09'],
    ['2020-W53', '2019-W52'],
    ['2026-Q1', '2025-Q1'],
    ['2026', '2025'],
  ])('%s is compared with %s', (text, before) => {
    const read = readPeriod(text);
    expect(read && yearsBefore(read, 1).period).toBe(before);
  });

  it('begins where the one before ended', () => {
    const weeks = fc
      .integer({ min: 1990, max: 2090 })
      .chain((year) => fc.tuple(fc.constant(year), fc.integer({ min: 2, max: 52 })));
    const week = (year: number, number: number) => readPeriod(`${year}-W${String(number).padStart(2, '0')}`);
    fc.assert(
      fc.property(weeks, ([year, number]) => {
        const [before, after] = [week(year, number - 1), week(year, number)];
        expect(before && spanOf(before).until).toBe(after && spanOf(after).from);
      }),
    );
  });
});

describe('a name that says when', () => {
  it.each([
    'TIME_PERIOD',
    'tijd',
    'Temps',
    'periode',
    'Période',
    'date',
    'datum',
    'cd_year',
    'année',
    'semaine',
    'kwartaal',
  ])('%s does, of a dimension and of a column alike', (name) => expect(saysWhen(name)).toBe(true));
  it.each(['value', 'times', 'dataset', 'region', 'an_amount', ''])('“%s” does not', (name) =>
    expect(saysWhen(name)).toBe(false),
  );
});
