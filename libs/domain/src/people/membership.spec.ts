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
  const sessionId = '00000000-0000-4000-8000-00000000000b';
  const kept = {
    sessionId,
    person,
    membershipId: north.membershipId,
    memberships: [ended, north, later, west],
    standIns: [],
    openedAt: '2026-10-01T09:00:00.000Z',
    seenAt: '2026-10-01T11:30:00.000Z',
    way: 'mail' as const,
    passkeyAt: null,
  };
  /** The session with somebody who did something just then. */
  const attended = (at: string) => ({ ...kept, openedAt: at, seenAt: at });

  it('acts under one membership and knows all that hold', () => {
    expect(sessionAt(kept, during)).toMatchObject({ sessionId, person, membership: north, memberships: [north, west] });
  });

  it.each([
    ['has not begun', before, north],
    ['has ended', until, north],
    ['had ended', during, ended],
  ])('is over when its membership %s, whatever else the person is a member of', (_, at, { membershipId }) => {
    expect(sessionAt({ ...attended(at), membershipId }, at)).toBeUndefined();
  });

  it('is none under a membership that is not the person’s', () => {
    expect(sessionAt({ ...kept, membershipId: membership().membershipId }, during)).toBeUndefined();
  });

  it.each([
    ['an hour after its person last did something', '09:00', '11:30', '12:30', false],
    ['twelve hours after it was opened, whatever its person does', '00:30', '12:15', '12:30', true],
  ])('ends %s', (_, openedAt, seenAt, end, last) => {
    const of = (clock: string) => `2026-10-01T${clock}:00.000Z`;
    const session = { ...kept, openedAt: of(openedAt), seenAt: of(seenAt) };
    expect(sessionAt(session, '2026-10-01T12:29:59.999Z')).toMatchObject({ endsAt: of(end), last });
    expect(sessionAt(session, of(end))).toBeUndefined();
  });

  it('ends with its membership when that is sooner, and nothing its person does moves it', () => {
    const soon = '2026-10-31T23:45:00.000Z';
    expect(sessionAt(attended(soon), soon)).toMatchObject({ endsAt: until, last: true });
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
