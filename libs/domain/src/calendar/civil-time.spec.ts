import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilOf, instantOf } from './civil-time.js';
import { workingMinutesBetween } from './working-time.js';

const clock = { winterOffsetHours: 1, summerTime: true };
const brussels = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('civil time', () => {
  it('is what clocks in Brussels show', () => {
    const around = ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', '2027-01-01T00:00:00.000Z'].map(Date.parse);
    const instants = fc.oneof(
      fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }),
      fc.tuple(fc.constantFrom(...around), fc.integer({ min: -7_200_000, max: 7_200_000 })).map(([at, by]) => at + by),
    );
    fc.assert(
      fc.property(instants, (instant) => {
        const shown = new Date(civilOf(instant, clock)).toISOString().slice(0, 19).replace('T', ' ');
        expect(shown).toBe(brussels.format(instant));
      }),
    );
  });

  it('takes a time that is shown twice the first time, and a skipped one as the switch', () => {
    const at = (civil: string) => new Date(instantOf(Date.parse(`${civil}Z`), clock)).toISOString();
    expect(at('2026-10-25T01:59:59')).toBe('2026-10-24T23:59:59.000Z');
    expect(at('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25T03:00:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(at('2026-03-29T01:59:59')).toBe('2026-03-29T00:59:59.000Z');
    expect(at('2026-03-29T02:30:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-29T03:00:00')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('gives night work its real length on the nights of the switches', () => {
    const nights = {
      ...clock,
      opens: 90,
      closes: 210,
      weekdays: [7],
      fixedHolidays: [],
      easterHolidays: [],
    };
    const worked = (day: string) => workingMinutesBetween(`${day}T12:00:00.000Z`, '2026-12-31T00:00:00.000Z', nights);
    expect(worked('2026-03-28') - worked('2026-03-29')).toBe(60);
    expect(worked('2026-06-06') - worked('2026-06-07')).toBe(120);
    expect(worked('2026-10-24') - worked('2026-10-25')).toBe(180);
  });
});
