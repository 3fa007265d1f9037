import { describe, expect, it } from '@jest/globals';
import { firstHash, hashEpoch, verifyChain, type EpochContent } from './index.js';

const first: EpochContent = {
  previousHash: firstHash,
  number: 1,
  epochId: '2026-W47',
  kind: 'week',
  week: '2026-W47',
  cubes: [
    { cube: 'unmet', cells: [] },
    {
      cube: 'opened',
      cells: [
        { codes: ['person', 'horeca'], count: 5 },
        { codes: ['business', 'horeca'], count: 10 },
      ],
    },
    { cube: 'ages', cells: [{ codes: ['<1', 'person'], count: -5 }] },
  ],
};
const chain = () => {
  const one = { ...first, hash: hashEpoch(first) };
  const next = { ...first, number: 2, epochId: '2026-W48', week: '2026-W48', previousHash: one.hash };
  return [one, { ...next, hash: hashEpoch(next) }];
};

describe('the hash chain', () => {
  it('is SHA-256 of JSON that anyone can write down', () => {
    // Made with Python: json.dumps(..., sort_keys=True, separators=(',', ':')).
    expect(hashEpoch(first)).toBe('3430ab9d61a4863bffb6b5f70028abdde7b3a907fc63f8473b2440022bb66bc0');
  });

  it('does not depend on the order of cubes and cells, nor on empty ones', () => {
    const cubes = first.cubes
      .map(({ cube, cells }) => ({ cube, cells: [...cells, { codes: ['x', 'y'], count: 0 }].toReversed() }))
      .toReversed()
      .filter(({ cube }) => cube !== 'unmet');
    expect(hashEpoch({ ...first, cubes })).toBe(hashEpoch(first));
  });

  it.each([
    { previousHash: '1'.repeat(64) },
    { number: 2 },
    { epochId: '2026-W47.1' },
    { kind: 'history' },
    { week: '2026-W46' },
    { cubes: first.cubes.slice(1, 2) },
  ])('changes with %j', (change) => {
    expect(hashEpoch({ ...first, ...change })).not.toBe(hashEpoch(first));
  });

  it('finds the first epoch that does not fit', () => {
    const [one, two] = chain();
    if (!one || !two) {
      throw new Error('There are two.');
    }
    expect(verifyChain([])).toBeUndefined();
    expect(verifyChain([one, two])).toBeUndefined();
    expect(verifyChain([two])).toBe(1);
    expect(verifyChain([one, one])).toBe(2);
    expect(verifyChain([{ ...one, week: '2026-W01' }, two])).toBe(1);
    const forged = { ...one, week: '2026-W01' };
    expect(verifyChain([{ ...forged, hash: hashEpoch(forged) }, two])).toBe(2);
  });
});
