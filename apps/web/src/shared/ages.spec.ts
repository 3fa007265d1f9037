import { describe, expect, it } from '@jest/globals';
import { agesIn } from './ages.js';

describe('ages', () => {
  it('are said in the largest unit that fits', () => {
    const { lasting, ago } = agesIn('en');
    expect([0.4, 59, 60, 3_599, 7_300, 200_000].map(lasting)).toEqual([
      '0 sec',
      '59 sec',
      '1 min',
      '59 min',
      '2 hr',
      '2 days',
    ]);
    expect(ago('2026-11-24T10:00:00.000Z', '2026-11-24T10:05:30.000Z')).toBe('5 min. ago');
    expect(ago('2026-11-24T10:00:02.000Z', '2026-11-24T10:00:00.000Z')).toBe('0 sec. ago');
  });
});
