import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('an answer as CSV', () => {
  it('has a line for each period and combination', () => {
    const csv = csvOf({
      cube: 'opened',
      by: ['area', 'size-group'],
      periods: ['2026-W47', '2026-W48'],
      rows: [{ codes: ['canal', 'micro'], counts: [10, -5] }],
      standing: { tier: 'published', base: 5, first: null, last: null, history: null, asOf: null, hash: null },
    });
    expect(csv).toBe('period,area,size-group,count\r\n2026-W47,canal,micro,10\r\n2026-W48,canal,micro,-5\r\n');
  });
});
