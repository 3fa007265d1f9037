import { describe, expect, it } from '@jest/globals';
import { Cursor } from '#contracts/kernel';
import { decodeCursor, encodeCursor, type PlaceParts } from './cursor.js';

const instant = '2026-11-24 08:30:00.123456+00';
const id = '01940000-0000-7000-8000-000000000001';
const made = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');

describe('a cursor', () => {
  it.each<[string[], PlaceParts]>([
    [
      [instant, id],
      ['instant', 'uuid'],
    ],
    [
      ['infinity', id, '', `${id}:receiver`],
      ['instant', 'uuid', 'name', 'name'],
    ],
    [
      ['2026-11-24 09:30:00+01:30', '123456789'],
      ['instant', 'position'],
    ],
  ])('leads back to %j', (place, parts) => {
    expect(decodeCursor(encodeCursor(place), parts)).toEqual(place);
  });

  it.each<{ readonly place: unknown }>([
    { place: ['x', 'y'] },
    { place: ['2026-01-01', id] },
    { place: ['0000-01-01 00:00:00+00', id] },
    { place: ['2026-02-31 00:00:00+00', id] },
    { place: ['2026-01-01 25:00:00+00', id] },
    { place: ['2026-01-01 00:00:00+99', id] },
    { place: ['\u0000', id] },
    { place: ['\ud800', id] },
    { place: [instant, 'y'] },
    { place: [instant, null] },
    { place: [null, null] },
    { place: [instant] },
    { place: [instant, id, id] },
    { place: 'text' },
    { place: null },
  ])('that somebody made up is none of ours: $place', ({ place }) => {
    expect(decodeCursor(made(place), ['instant', 'uuid'])).toBeUndefined();
  });

  it('of no text at all is none either', () => {
    expect(decodeCursor('%%%', ['instant', 'uuid'])).toBeUndefined();
  });

  it('is taken back however long the names in it are', () => {
    const longest = encodeCursor([instant, id, 's'.repeat(60), `${id}/${id}:receiver`]);
    expect(Cursor.safeParse(longest).success).toBe(true);
  });
});
