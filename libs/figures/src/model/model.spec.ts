import { describe, expect, it } from '@jest/globals';
import { monthOfWeek, quarterOfWeek, weeksBetween } from '#domain/calendar';
import { cellOf, drawnMonthsOf, monthsOf, sumOver, sumsBy, sumsOver, totalsOf } from './counts.js';
import { filtersOf, narrowed } from './filters.js';
import { questionsOf } from './questions.js';
import { coverageOf, lastWholeWeek, openPeriodOf, spansOf } from './spans.js';
import { answer, covered, standing } from '#test/figures-answer';

describe('the filters of the address', () => {
  it('are kept when they make sense', () => {
    expect(
      filtersOf({ since: '2026-W25', against: 'year', sector: 'horeca', area: 'mars', difficulty: 'toString' }),
    ).toEqual({ since: '2026-W25', against: 'year', sector: 'horeca' });
    expect(filtersOf({ since: '2025-W53', against: 'x' })).toEqual({ against: 'before' });
  });

  it('limit a cube by what it knows, and say what they cannot', () => {
    const filters = filtersOf({ sector: 'horeca', area: 'west', group: 'person' });
    const { where, ignored } = narrowed(['mentions'], filters);
    expect([where('mentions'), ignored]).toEqual([
      ['sector-group:horeca', 'area:west', 'difficulty:mental-distress,health,family'],
      [],
    ]);
    expect(narrowed(['sent'], filters).ignored).toEqual(['sector', 'area']);
  });

  it('limit cubes that are added up only by what all of them know', () => {
    const { where, ignored } = narrowed(['opened', 'closed'], filtersOf({ sector: 'horeca', area: 'west' }));
    expect([where('opened'), where('closed'), ignored]).toEqual([['area:west'], ['area:west'], ['sector']]);
  });
});

describe('what figures cover', () => {
  const published = { ...standing, tier: 'published', base: 5 } as const;

  it.each([
    // The Sunday evening of the region is not the end of its week; one minute after midnight is.
    ['2026-11-29T22:59:00.000Z', { isOpen: true, reach: '2026-11-29' }],
    ['2026-11-29T23:01:00.000Z', { isOpen: false, reach: '2026-11-29' }],
    ['2026-11-25T09:00:00.000Z', { isOpen: true, reach: '2026-11-25' }],
  ])('as of %s is told by the figures, not by the clock of who looks', (asOf, told) => {
    expect(coverageOf({ ...published, asOf })).toEqual({ first: '2025-W01', last: '2026-W48', history: null, ...told });
  });

  it('ends with the day of a plenary', () => {
    const asOf = '2026-11-30T09:00:00.000Z';
    expect(coverageOf({ ...published, asOf }, '2026-11-29')).toMatchObject({ last: '2026-W48', isOpen: false });
    // A week that is over has no half: the pack of a Wednesday tells what one made on that day told.
    const before = { last: '2026-W46', isOpen: false, reach: '2026-11-15' };
    expect(coverageOf({ ...published, asOf }, '2026-11-18')).toMatchObject(before);
    expect(coverageOf({ ...published, asOf }, '2026-11-22')).toMatchObject({ last: '2026-W47', isOpen: false });
    expect(
      coverageOf({ ...published, last: '2026-W46', asOf: '2026-11-18T09:00:00.000Z' }, '2026-11-18'),
    ).toMatchObject(before);
    // Of a week that was published early nobody knows more than that.
    const early = { last: '2026-W48', isOpen: true, reach: '2026-11-26' };
    expect(coverageOf({ ...published, asOf: '2026-11-26T09:00:00.000Z' }, '2026-11-25')).toMatchObject(early);
    expect(coverageOf({ ...published, first: '2026-W47', asOf }, '2026-11-18')).toBeNull();
    expect(coverageOf({ ...published, asOf }, '2026-12-30')).toMatchObject({ last: '2026-W48', isOpen: false });
    expect(coverageOf({ ...published, asOf }, '2024-11-18')).toBeNull();
    expect(coverageOf({ ...published, first: null, last: null })).toBeNull();
  });
});

describe('the spans', () => {
  it('are the last thirteen complete weeks and as many before', () => {
    expect(spansOf(covered(), 'before')).toEqual({
      period: { from: '2026-W35', to: '2026-W47', weeks: 13 },
      reference: { from: '2026-W22', to: '2026-W34' },
      isPartial: false,
      isComparable: true,
      isOneRule: true,
      hasHistory: false,
      runningMonth: '2026-11',
      leftOut: '2026-W48',
      reach: '2026-11-29',
    });
  });

  it('reach back a year, over a year of 53 weeks too', () => {
    expect(spansOf(covered({ last: '2026-W53', isOpen: false }), 'year', '2026-W40')).toMatchObject({
      period: { weeks: 14 },
      reference: { from: '2025-W40', to: '2026-W01' },
      runningMonth: null,
      leftOut: null,
    });
  });

  it('begin with no week that is not over, and one that is offered to begin with is the one they begin with', () => {
    const figures = covered({ first: '2026-W40' });
    expect(spansOf(figures, 'before', figures.last).period.from).toBe(lastWholeWeek(figures));
    for (const week of weeksBetween(figures.first, lastWholeWeek(figures))) {
      expect(spansOf(figures, 'before', week).period.from).toBe(week);
    }
  });

  it('hold at least one week, also for a date to come', () => {
    expect(spansOf(covered({ last: '2026-W47', isOpen: false }), 'before', '2027-W10').period).toEqual({
      from: '2026-W47',
      to: '2026-W47',
      weeks: 1,
    });
  });

  it('begin where the figures begin, and compare only what they cover', () => {
    expect(spansOf(covered({ first: '2026-W44' }), 'before')).toMatchObject({
      period: { from: '2026-W44', to: '2026-W47', weeks: 4 },
      isComparable: false,
    });
    expect(spansOf(covered({ first: '2026-W22' }), 'before').isComparable).toBe(true);
    expect(spansOf(covered({ first: '2026-W23' }), 'before').isComparable).toBe(false);
  });

  it.each([
    // All of both, its last week at their end or in the period, between the two, at the beginning of the reference, none.
    ['2026-W48', true, true],
    ['2026-W47', false, true],
    ['2026-W35', false, true],
    ['2026-W34', false, false],
    ['2026-W22', false, false],
    ['2026-W21', true, false],
    [null, true, false],
  ])('are of one rule unless imported history ends in them or between them: %s', (history, isOneRule, hasHistory) => {
    expect(spansOf(covered({ history }), 'before')).toMatchObject({ isOneRule, hasHistory });
  });

  it('are the running week, which says so, when there is no other', () => {
    expect(spansOf(covered({ first: '2026-W48' }), 'before')).toMatchObject({
      period: { from: '2026-W48', to: '2026-W48', weeks: 1 },
      isPartial: true,
      isComparable: false,
      leftOut: null,
    });
  });

  it('tell which month or quarter is not over', () => {
    const told = (last: string, isOpen: boolean) =>
      [monthOfWeek, quarterOfWeek].map((periodOf) => openPeriodOf({ last, isOpen }, periodOf));
    expect(told('2026-W48', false)).toEqual([null, '2026-Q4']);
    expect(told('2026-W48', true)).toEqual(['2026-11', '2026-Q4']);
    expect(told('2026-W53', false)).toEqual([null, null]);
  });

  it('are the same for every question that counts something', () => {
    const spans = spansOf(covered(), 'before');
    const { opened, closed, ...others } = questionsOf(filtersOf({}), spans);
    const asked = new Set(Object.values(others).map(({ from, to }) => `${from} ${to}`));
    expect([...asked].sort()).toEqual(['2026-W22 2026-W34', '2026-W35 2026-W47']);
    // What is told as it was before is asked of the weeks before, all else of the period.
    for (const [name, question] of Object.entries(others)) {
      const { from, to } = name.endsWith('Before') ? spans.reference : spans.period;
      expect([name, question.from, question.to]).toEqual([name, from, to]);
    }
    // By week, of which months and the period are summed.
    expect([opened.grain, closed.grain, 'from' in opened]).toEqual(['week', 'week', false]);
  });
});

describe('counts', () => {
  const cells = answer({
    periods: ['2026-10', '2026-11'],
    by: ['difficulty', 'sector-group'],
    rows: [
      { codes: ['vat', 'horeca'], counts: [3, 4] },
      { codes: ['vat', 'trade'], counts: [1, -1] },
      { codes: ['rent', 'trade'], counts: [0, 5] },
    ],
  });

  it('are summed by a dimension, by a cell and by period', () => {
    expect([...sumsBy(cells)]).toEqual([
      ['vat', 7],
      ['rent', 5],
    ]);
    expect([...sumsBy(cells, 1)]).toEqual([
      ['horeca', 7],
      ['trade', 5],
    ]);
    expect([cellOf(cells, 'vat', 'horeca'), cellOf(cells, 'vat', 'x')]).toEqual([7, 0]);
    expect([...totalsOf(cells)]).toEqual([
      ['2026-10', 4],
      ['2026-11', 8],
    ]);
  });

  it('are summed over weeks and by the month of a Thursday', () => {
    const weekly = answer({
      periods: ['2026-W44', '2026-W45', '2026-W46'],
      rows: [{ codes: ['vat'], counts: [1, 2, 4] }],
    });
    expect(sumsOver(weekly, { from: '2026-W45', to: '2026-W46' }).get('vat')).toBe(6);
    expect(monthsOf(weekly, 'vat')).toEqual({ months: ['2026-10', '2026-11'], counts: [1, 6] });
    expect(monthsOf(weekly, 'rent').counts).toEqual([0, 0]);
    expect(monthsOf(weekly).counts).toEqual([1, 6]);
    expect(sumOver(weekly, { from: '2026-W45', to: '2026-W46' })).toBe(6);
  });

  it('are drawn of months that figures cover from their first week, unless there is no other', () => {
    const drawn = (from: string, to: string) => {
      const periods = weeksBetween(from, to);
      return drawnMonthsOf(answer({ periods, rows: [{ codes: ['vat'], counts: periods.map(() => 1) }] }), 'vat');
    };
    // October 2026 begins with its week 40.
    expect(drawn('2026-W40', '2026-W46')).toEqual({ months: ['2026-10', '2026-11'], counts: [5, 2] });
    expect(drawn('2026-W41', '2026-W46')).toEqual({ months: ['2026-11'], counts: [2] });
    expect(drawn('2026-W41', '2026-W42')).toEqual({ months: ['2026-10'], counts: [2] });
  });
});
