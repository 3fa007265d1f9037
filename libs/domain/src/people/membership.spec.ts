import { describe, expect, it } from '@jest/globals';
import { membership, person } from '#test/builders';
import { holdsAt, sessionAt, viewerOf } from './index.js';

const [before, from, during, until, after] = [
  '2026-08-31T23:59:59.999Z',
  '2026-09-01T00:00:00.000Z',
  '2026-10-01T12:00:00.000Z',
  '2026-11-01T00:00:00.000Z',
  '2026-11-01T00:00:00.001Z',
] as const;

describe('a membership', () => {
  it.each([
    [before, false],
    [from, true],
    [during, true],
    [until, false],
    [after, false],
  ])('with an end, at %s: holds is %s', (at, holds) => {
    expect(holdsAt({ from, until }, at)).toBe(holds);
  });

  it.each([
    [before, false],
    [from, true],
    ['2126-01-01T00:00:00.000Z', true],
  ])('without an end, at %s: holds is %s', (at, holds) => {
    expect(holdsAt({ from, until: null }, at)).toBe(holds);
  });

  it('is compared by instants, however they are written', () => {
    expect(holdsAt({ from: '2026-09-01T00:00:00Z', until: null }, from)).toBe(true);
    expect(holdsAt({ from, until: '2026-11-01T00:00:00Z' }, '2026-11-01T00:00:00.000Z')).toBe(false);
  });
});

describe('a session', () => {
  const [ended, north, later, west] = [
    membership({ organisationId: 'south', from: before, until: from }),
    membership({ organisationId: 'north', from, until }),
    membership({ organisationId: 'east', from: until }),
    membership({ organisationId: 'west', from }),
  ];
  const kept = { person, membershipId: north.membershipId, memberships: [ended, north, later, west] };

  it('acts under one membership and knows all that hold', () => {
    expect(sessionAt(kept, during)).toEqual({ person, membership: north, memberships: [north, west] });
  });

  it.each([
    ['has not begun', before, north],
    ['has ended', until, north],
    ['had ended', during, ended],
  ])('is over when its membership %s, whatever else the person is a member of', (_, at, { membershipId }) => {
    expect(sessionAt({ ...kept, membershipId }, at)).toBeUndefined();
  });

  it('is none under a membership that is not the person’s', () => {
    expect(sessionAt({ ...kept, membershipId: membership().membershipId }, during)).toBeUndefined();
  });

  it('gives the rights of the membership it acts under, and no others', () => {
    const actor = membership({
      organisationId: 'north',
      roles: ['actor'],
      services: [{ serviceId: 'mediation-north', name: { fr: 'M', nl: 'M', en: 'M' }, profession: 'mediator' }],
    });
    expect(viewerOf({ person, membership: actor })).toEqual({
      personId: person.personId,
      roles: ['actor'],
      organisationId: 'north',
      serviceIds: ['mediation-north'],
    });
    expect(viewerOf({ person, membership: membership({ organisationId: null, roles: ['analyst'] }) })).toEqual({
      personId: person.personId,
      roles: ['analyst'],
      organisationId: null,
      serviceIds: [],
    });
  });
});
