import { describe, expect, it } from '@jest/globals';
import { sealedPositions } from './positions.js';

const positions = sealedPositions(Buffer.alloc(32, 'one'));
const place = { generation: '16789', position: 41 };

describe('the id of a place in the feed', () => {
  it('is read by who wrote it and tells others nothing', () => {
    const id = positions.seal(place);
    expect(positions.open(id)).toEqual(place);
    expect(positions.seal(place)).toBe(id);
    const next = positions.seal({ ...place, position: 42 });
    const same = [...id].filter((digit, at) => digit === next[at]).length;
    expect(same).toBeLessThan(12);
  });

  it('of another key, or none of ours, leads nowhere', () => {
    expect(positions.open('16789-41')).toBeUndefined();
    const other = sealedPositions(Buffer.alloc(32, 'two')).open(positions.seal(place));
    expect(other?.generation).not.toBe(place.generation);
  });
});
