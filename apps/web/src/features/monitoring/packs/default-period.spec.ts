import { describe, expect, it } from '@jest/globals';
import { defaultPeriod } from './default-period.js';

describe('the period of a new pack', () => {
  it('is since the plenary of the last one', () => {
    expect(defaultPeriod('2026-09-14', '2026-11-29')).toEqual({
      since: '2026-09-14',
      until: '2026-11-29',
      why: 'last-pack',
    });
  });

  it.each([
    ['2026-11-29', '2026-07-01'],
    ['2026-01-15', '2025-10-01'],
    ['2026-04-01', '2026-01-01'],
  ])('reaches from the last quarter to today when there is none: on %s', (today, since) => {
    expect(defaultPeriod(undefined, today)).toEqual({ since, until: today, why: 'quarter' });
  });

  it('is not turned round by a pack of today, or of a plenary to come', () => {
    expect(defaultPeriod('2026-11-29', '2026-11-29').why).toBe('quarter');
    expect(defaultPeriod('2026-12-10', '2026-11-29').why).toBe('quarter');
  });
});
