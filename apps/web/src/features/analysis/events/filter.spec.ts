import { describe, expect, it } from '@jest/globals';
import { EventFilter } from '#contracts/analysis';
import {
  columnsInSearch,
  columnsOf,
  datesOfSpan,
  filterBy,
  filterOf,
  hidesImported,
  isFiltered,
  ordinaryColumns,
} from './filter.js';

const now = new Date('2026-11-24T09:00:00Z');

describe('a search', () => {
  it('asks the server for days of the region, both inclusive, also over a change of the clock', () => {
    expect(filterOf({ from: '2026-07-01', until: '2026-10-25' }, now)).toEqual({
      from: '2026-06-30T22:00:00.000Z',
      until: '2026-10-25T22:59:59.999Z',
    });
  });

  it('leaves out what makes no sense, and what is too short to be looked for', () => {
    const search = { stream: 'people', from: 'yesterday', until: '2026-02-31x', case: 'K7', where: ['$.a', 'nothing'] };
    expect(filterOf(search, now)).toEqual({});
  });

  it('is read by the server as it is meant', () => {
    const search = {
      stream: 'cases',
      type: 'relais.referral.declined.v1,relais.referral.expired.v1',
      profession: 'psychologist',
      case: ' K7QF ',
      where: ['sender  =  accountant', '$.reason = no-capacity'],
    };
    expect(EventFilter.parse(filterOf(search, now))).toEqual({
      stream: 'cases',
      type: ['relais.referral.declined.v1', 'relais.referral.expired.v1'],
      profession: ['psychologist'],
      case: 'K7QF',
      where: ['sender = accountant', '$.reason = no-capacity'],
    });
  });

  it('hides imported history where it looks among the cases without asking for it', () => {
    const hiding = [{}, { stream: 'cases' }, { type: 'relais.referral.sent.v1' }] as const;
    const others = [{ stream: 'directory' }, { type: 'relais.case.opened.v1,relais.case.imported.v1' }] as const;
    expect(hiding.map(hidesImported)).toEqual([true, true, true]);
    expect(others.map(hidesImported)).toEqual([false, false]);
  });

  it('is filtered by dates that are still to be chosen only once one is there', () => {
    expect(isFiltered({ columns: 'time', open: 'cases/x/1', tail: '1' })).toBe(false);
    expect(isFiltered({ until: '2026-01-01' })).toBe(true);
  });
});

describe('a span', () => {
  it.each([
    ['today', '2026-11-24', '2026-11-24'],
    ['week', '2026-11-18', '2026-11-24'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['last-quarter', '2026-07-01', '2026-09-30'],
    ['year', '2026-01-01', '2026-12-31'],
    ['last-year', '2025-01-01', '2025-12-31'],
  ] as const)('%s lasts from %s to %s', (span, from, until) => {
    expect(datesOfSpan(span, '2026-11-24')).toEqual({ from, until });
  });

  it('before the first quarter is the last one of the year before', () => {
    expect(datesOfSpan('last-quarter', '2026-02-10')).toEqual({ from: '2025-10-01', until: '2025-12-31' });
  });
});

describe('columns', () => {
  it('are the ordinary ones unless some that exist were picked', () => {
    expect(columnsOf({})).toEqual(ordinaryColumns);
    expect(columnsOf({ columns: 'nonsense,$' })).toEqual(ordinaryColumns);
    expect(columnsOf({ columns: 'code,$.to.profession,code,person' })).toEqual(['code', '$.to.profession']);
  });

  it('need no mention when they are the ordinary ones', () => {
    expect(columnsInSearch(ordinaryColumns)).toBeUndefined();
    expect(columnsInSearch([])).toBeUndefined();
    expect(columnsInSearch(['code', '$.a.b'])).toBe('code,$.a.b');
  });
});

describe('a value that was clicked', () => {
  it('becomes the filter of its own where there is one, otherwise a condition', () => {
    expect(filterBy({}, 'profession', 'coach')).toEqual({ profession: 'coach' });
    expect(filterBy({}, 'code', 'K7QF-2A1B')).toEqual({ case: 'K7QF-2A1B' });
    expect(filterBy({ where: ['hop = 1'] }, 'sender', 'accountant')).toEqual({
      where: ['hop = 1', 'sender = accountant'],
    });
    expect(filterBy({ where: ['$.a = true'] }, '$.a', true)).toEqual({ where: ['$.a = true'] });
  });

  it('cannot be one when nothing compares with it', () => {
    expect(filterBy({}, '$.a', null)).toBeUndefined();
    expect(filterBy({}, '$.a', 'x'.repeat(201))).toBeUndefined();
    expect(filterBy({}, 'time', '2026-01-01T00:00:00.000Z')).toBeUndefined();
  });
});
