import { describe, expect, it } from '@jest/globals';
import { sealedPlaces } from './places.js';

const places = sealedPlaces(Buffer.alloc(32, 'one'));
const place = { generation: '16789', position: 41 };

describe('the id of a place in the feed', () => {
  it('is read by who wrote it and tells others nothing', () => {
    const id = places.seal(place);
    expect(places.open(id)).toEqual(place);
    expect(places.seal(place)).toBe(id);
    const next = places.seal({ ...place, position: 42 });
    const same = [...id].filter((digit, at) => digit === next[at]).length;
    expect(same).toBeLessThan(12);
  });

  it('of another key, or none of ours, leads nowhere', () => {
    expect(places.open('16789-41')).toBeUndefined();
    const other = sealedPlaces(Buffer.alloc(32, 'two')).open(places.seal(place));
    expect(other?.generation).not.toBe(place.generation);
  });
});
