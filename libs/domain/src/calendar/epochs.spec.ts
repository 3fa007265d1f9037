import { describe, expect, it } from '@jest/globals';
import { standardPolicy } from '#contracts/case';
import { closingAt, nextClosing, weekRunning } from './epochs.js';

const { calendar } = standardPolicy;

describe('closing a week', () => {
  it.each([
    // Winter, just before and at the closing.
    ['2026-11-24T10:00:00.000Z', '2026-11-29T23:05:00.000Z'],
    ['2026-11-29T23:04:59.999Z', '2026-11-29T23:05:00.000Z'],
    ['2026-11-29T23:05:00.000Z', '2026-12-06T23:05:00.000Z'],
    // Clocks go forward on Sunday 2026-03-29 and back on Sunday 2026-10-25.
    ['2026-03-28T12:00:00.000Z', '2026-03-29T22:05:00.000Z'],
    ['2026-10-23T12:00:00.000Z', '2026-10-25T23:05:00.000Z'],
    ['2026-10-18T22:05:00.000Z', '2026-10-25T23:05:00.000Z'],
  ])('after %s comes at %s', (at, closing) => {
    expect(nextClosing(at, null, calendar)).toBe(closing);
  });

  it.each([
    ['2026-11-29T23:04:59.999Z', '2026-W48', '2026-W47'],
    ['2026-11-29T23:05:00.000Z', '2026-W49', '2026-W48'],
    ['2026-12-02T10:00:00.000Z', '2026-W49', '2026-W48'],
    ['2026-03-29T22:05:00.000Z', '2026-W14', '2026-W13'],
    ['2026-10-25T23:05:00.000Z', '2026-W44', '2026-W43'],
    ['2027-01-04T08:00:00.000Z', '2027-W01', '2026-W53'],
  ])('at %s runs %s and %s is over', (at, running, over) => {
    expect(weekRunning(at, calendar)).toBe(running);
    expect(closingAt(at, { due: at, everyMinutes: null, calendar })).toEqual({
      closingId: over,
      week: over,
      early: false,
    });
  });
});

describe('closing weeks in which nobody was there', () => {
  it('happens once, under the last of them', () => {
    const due = '2026-11-01T23:05:00.000Z';
    const { week } = closingAt('2026-11-26T09:00:00.000Z', { due, everyMinutes: null, calendar });
    expect(week).toBe('2026-W47');
    expect(nextClosing('2026-11-26T09:00:00.000Z', null, calendar)).toBe('2026-11-29T23:05:00.000Z');
  });
});

describe('closing every few minutes', () => {
  it('comes at full multiples', () => {
    expect(nextClosing('2026-11-24T10:01:00.000Z', 5, calendar)).toBe('2026-11-24T10:05:00.000Z');
    expect(nextClosing('2026-11-24T10:05:00.000Z', 5, calendar)).toBe('2026-11-24T10:10:00.000Z');
    const due = '2026-11-24T10:10:00.000Z';
    expect(closingAt('2026-11-24T10:12:00.000Z', { due, everyMinutes: 5, calendar })).toEqual({
      closingId: due,
      week: '2026-W48',
      early: true,
    });
  });
});
