import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standardPolicy, type Policy } from '#contracts/case';
import { easterDay } from './holidays.js';
import { addDays, addMonths, addWorkingMinutes, workingMinutesBetween } from './working-time.js';

const { calendar } = standardPolicy;
const continuous: Policy['calendar'] = {
  opens: 0,
  closes: 1440,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fixedHolidays: [],
  easterHolidays: [],
  winterOffsetHours: 1,
  summerTime: true,
};
const utc: Policy['calendar'] = { ...continuous, winterOffsetHours: 0, summerTime: false };
const workingDay = 8 * 60;

describe('addWorkingMinutes', () => {
  it('counts within a working day, in civil time', () => {
    expect(addWorkingMinutes('2026-11-24T08:30:00.000Z', 90, calendar)).toBe('2026-11-24T10:00:00.000Z');
    expect(addWorkingMinutes('2026-07-15T07:30:00.000Z', 90, calendar)).toBe('2026-07-15T09:00:00.000Z');
  });

  it('counts from the next opening when it starts outside working hours', () => {
    expect(addWorkingMinutes('2026-11-24T05:00:00.000Z', 60, calendar)).toBe('2026-11-24T09:00:00.000Z');
    expect(addWorkingMinutes('2026-11-24T18:00:00.000Z', 60, calendar)).toBe('2026-11-25T09:00:00.000Z');
    expect(addWorkingMinutes('2026-11-28T12:00:00.000Z', 0, calendar)).toBe('2026-11-30T08:00:00.000Z');
  });

  it('ends at closing time, not at the next opening', () => {
    expect(addWorkingMinutes('2026-11-24T08:00:00.000Z', workingDay, calendar)).toBe('2026-11-24T16:00:00.000Z');
    expect(addWorkingMinutes('2026-11-24T16:00:00.000Z', 0, calendar)).toBe('2026-11-24T16:00:00.000Z');
    expect(addWorkingMinutes('2026-11-27T16:00:00.000Z', workingDay, calendar)).toBe('2026-11-30T16:00:00.000Z');
  });

  it('skips weekends', () => {
    expect(addWorkingMinutes('2026-11-27T15:00:00.000Z', 2 * 60, calendar)).toBe('2026-11-30T09:00:00.000Z');
  });

  it.each([
    ['New Year', '2025-12-31', '2026-01-02'],
    ['Easter Monday', '2026-04-03', '2026-04-07'],
    ['Labour Day', '2026-04-30', '2026-05-04'],
    ['Ascension', '2026-05-13', '2026-05-15'],
    ['Whit Monday', '2026-05-22', '2026-05-26'],
    ['National Day', '2026-07-20', '2026-07-22'],
    ['Armistice', '2026-11-10', '2026-11-12'],
    ['Christmas', '2026-12-24', '2026-12-28'],
  ])('skips %s', (_name, before, after) => {
    expect(addWorkingMinutes(`${before}T17:00:00.000Z`, 1, calendar).slice(0, 10)).toBe(after);
  });

  it('knows Easter over the centuries', () => {
    const easters = [1961, 2000, 2019, 2024, 2025, 2026, 2038, 2285].map((year) =>
      addDays('1970-01-01T00:00:00.000Z', easterDay(year)).slice(0, 10),
    );
    expect(easters).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2038-04-25',
      '2285-03-22',
    ]);
  });

  it('keeps the wall clock over the switches of summer time', () => {
    expect(addWorkingMinutes('2026-03-27T15:30:00.000Z', 60, calendar)).toBe('2026-03-30T07:30:00.000Z');
    expect(addWorkingMinutes('2026-10-23T14:30:00.000Z', 60, calendar)).toBe('2026-10-26T08:30:00.000Z');
  });

  it('is exact elapsed time on a continuous calendar, over switches too', () => {
    expect(addWorkingMinutes('2026-11-28T23:59:59.990Z', 0.0005, continuous)).toBe('2026-11-29T00:00:00.020Z');
    expect(addWorkingMinutes('2026-03-28T12:00:00.000Z', 1440, continuous)).toBe('2026-03-29T12:00:00.000Z');
    expect(addWorkingMinutes('2026-10-24T12:00:00.000Z', 1440, continuous)).toBe('2026-10-25T12:00:00.000Z');
    expect(addWorkingMinutes('2026-10-25T00:30:00.000Z', 90, continuous)).toBe('2026-10-25T02:00:00.000Z');
  });

  it('refuses a calendar without working time', () => {
    const never = { ...calendar, opens: 1020, closes: 540 };
    expect(() => addWorkingMinutes('2026-11-24T08:00:00.000Z', 1, never)).toThrow(RangeError);
  });
});

describe('workingMinutesBetween', () => {
  it('counts only working time', () => {
    expect(workingMinutesBetween('2026-11-27T15:00:00.000Z', '2026-11-30T09:00:00.000Z', calendar)).toBe(120);
    expect(workingMinutesBetween('2026-11-28T00:00:00.000Z', '2026-11-29T00:00:00.000Z', calendar)).toBe(0);
  });

  it('is 0 backwards', () => {
    expect(workingMinutesBetween('2026-11-27T15:00:00.000Z', '2026-11-27T14:00:00.000Z', calendar)).toBe(0);
  });

  it('counts a year of working days', () => {
    const minutes = workingMinutesBetween('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', calendar);
    // 261 weekdays less New Year, Easter Monday, 1 May, Ascension, Whit Monday, 21 July, Armistice and Christmas.
    expect(minutes / workingDay).toBe(253);
  });
});

describe('calendar arithmetic', () => {
  it('adds months, clamped to the end of the month', () => {
    expect(addMonths('2026-08-31T10:00:00.000Z', 6)).toBe('2027-02-28T10:00:00.000Z');
    expect(addMonths('2027-08-31T10:00:00.000Z', 6)).toBe('2028-02-29T10:00:00.000Z');
    expect(addMonths('2026-11-24T08:30:00.001Z', 24)).toBe('2028-11-24T08:30:00.001Z');
    expect(addMonths('2026-11-24T00:00:00.000Z', 0.5)).toBe('2026-12-09T00:00:00.000Z');
  });
});

describe('properties', () => {
  const night: Policy['calendar'] = { ...calendar, opens: 90, closes: 155, weekdays: [6, 7] };
  const calendars = fc.constantFrom(calendar, continuous, utc, night);
  const instants = fc
    .integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2029, 0, 1) })
    .map((ms) => new Date(ms).toISOString());
  const durations = fc
    .oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 90 * 8 * 3_600_000 }))
    .map((ms) => ms / 60_000);

  it('between undoes add', () => {
    fc.assert(
      fc.property(instants, durations, calendars, (from, minutes, any) => {
        expect(workingMinutesBetween(from, addWorkingMinutes(from, minutes, any), any)).toBeCloseTo(minutes, 8);
      }),
    );
  });

  it('add is additive', () => {
    fc.assert(
      fc.property(instants, durations, durations, calendars, (from, first, second, any) => {
        expect(addWorkingMinutes(addWorkingMinutes(from, first, any), second, any)).toBe(
          addWorkingMinutes(from, first + second, any),
        );
      }),
    );
  });

  it('add is monotone in start and duration', () => {
    fc.assert(
      fc.property(instants, instants, durations, durations, calendars, (one, other, first, second, any) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const [short, long] = first <= second ? [first, second] : [second, first];
        expect(addWorkingMinutes(early, short, any) <= addWorkingMinutes(late, long, any)).toBe(true);
      }),
    );
  });

  it('ends within working hours, not before it began', () => {
    fc.assert(
      fc.property(instants, durations, (from, minutes) => {
        const end = addWorkingMinutes(from, minutes, calendar);
        const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', timeStyle: 'medium' });
        const time = wall.format(new Date(end));
        expect({ later: end >= from, open: time >= '09:00:00' && time <= '17:00:00' }).toEqual({
          later: true,
          open: true,
        });
      }),
    );
  });

  it('is elapsed time on a continuous calendar', () => {
    fc.assert(
      fc.property(instants, durations, (from, minutes) => {
        expect(addWorkingMinutes(from, minutes, continuous)).toBe(addDays(from, minutes / 1440));
      }),
    );
  });
});
