import { describe, expect, it } from '@jest/globals';
import { holdsAt } from './membership.js';

const from = '2026-03-01T00:00:00+01:00';
const until = '2026-09-01T00:00:00+02:00';

describe('a membership', () => {
  it.each([
    ['before it begins', '2026-02-28T22:59:59.999Z', false],
    ['from its first instant', '2026-02-28T23:00:00.000Z', true],
    ['until just before its end', '2026-08-31T21:59:59.999Z', true],
    ['no more at its end', '2026-08-31T22:00:00.000Z', false],
  ])('gives rights or none: %s', (_, instant, holds) => {
    expect(holdsAt({ from, until }, new Date(instant))).toBe(holds);
  });

  it('without an end gives rights from its beginning on', () => {
    expect(holdsAt({ from, until: null }, new Date('2126-01-01T00:00:00Z'))).toBe(true);
    expect(holdsAt({ from, until: null }, new Date('2026-01-01T00:00:00Z'))).toBe(false);
  });
});
