import { expect, it } from '@jest/globals';
import { membership, person } from '#test/builders';
import { presentCount } from './present.js';

it('counts persons who are members now, each once, and nobody who left or is to come', () => {
  const of = (personId: string, change = {}) => ({
    person: { ...person, personId },
    membership: membership(change),
    mail: null,
    usedAt: null,
    unusedUntil: null,
    mayManage: true,
  });
  const [early, at, late] = ['2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'];
  const here = { from: early, until: null };
  const all = [
    of('ann', here),
    of('ann', here),
    of('ben', { from: early, until: late }),
    of('cem', { from: early, until: at }),
    of('dan', { from: late, until: null }),
  ];
  expect(presentCount(all, new Date(at))).toBe(2);
});
