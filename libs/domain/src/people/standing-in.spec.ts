import { describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts/people';
import { colleague, membership, person } from '#test/builders';
import {
  actsFor,
  changesAt,
  lackedProfessions,
  mayDo,
  mayStandInFor,
  originOf,
  type StandIn,
  viewerOf,
  withStandIns,
} from './index.js';

const [from, until] = ['2026-09-07T00:00:00.000Z', '2026-09-19T00:00:00.000Z'] as const;
const [before, during] = ['2026-09-06T23:59:59.999Z', '2026-09-12T12:00:00.000Z'] as const;

const absent = colleague('absent', ['mediation', 'coaching']);
const substitute = colleague('substitute', ['coaching']);

describe('whoever stands in', () => {
  const standIn = (change: Partial<StandIn> = {}): StandIn => ({
    substituteMembershipId: substitute.membership.membershipId,
    from,
    until,
    absent,
    ...change,
  });
  const withThem = (standIns: readonly StandIn[], instant: string = during, own = substitute.membership) =>
    withStandIns(own, { ...person, ...substitute.person }, standIns, instant);
  const servicesAt = (...given: Parameters<typeof withThem>) =>
    withThem(...given).services.map(({ serviceId, inNameOf }) => [serviceId, inNameOf?.personId]);
  const own = [['coaching', undefined]];

  it('acts for the services of the absent person too, and says in whose name; what is their own stays their own', () => {
    expect(servicesAt([standIn()])).toEqual([...own, ['mediation', 'absent']]);
    expect(withThem([standIn()]).services[1]?.inNameOf).toEqual({ ...absent.person, until });
  });

  it.each([
    ['before it', before, false],
    ['from its beginning on', from, true],
    ['from its end on', until, false],
  ])('does so while the absence lasts: %s', (_, instant, does) => {
    expect(servicesAt([standIn()], instant)).toEqual(does ? [...own, ['mediation', 'absent']] : own);
  });

  it.each<[string, Partial<StandIn>]>([
    ['under another membership', { substituteMembershipId: membership().membershipId }],
    ['who is no member any more', { absent: colleague('absent', ['mediation'], { until: during }) }],
    ['who is no actor any more', { absent: colleague('absent', ['mediation'], { roles: ['member'] }) }],
    ['of another organisation', { absent: colleague('absent', ['mediation'], { organisationId: 'south' }) }],
    ['who is the same person', { absent: colleague('substitute', ['mediation']) }],
  ])('acts for nobody %s', (_, change) => {
    expect(servicesAt([standIn(change)])).toEqual(own);
  });

  it('gets nothing once they are no actor themselves', () => {
    expect(servicesAt([standIn()], during, { ...substitute.membership, roles: ['member'] })).toEqual(own);
  });

  it('gets no role, and so no right of an administrator, analyst or coordinator', () => {
    const powerful: Role[] = ['actor', 'coordinator', 'analyst', 'administrator', 'organisation-administrator'];
    const membershipNow = withThem([
      standIn({ absent: { ...absent, membership: { ...absent.membership, roles: powerful } } }),
    ]);
    const now = viewerOf({ person, membership: membershipNow });
    expect(now.roles).toEqual(['actor']);
    expect(actsFor(now, 'mediation')).toBe(true);
    expect(mayDo(now, 'read-dispatch') || mayDo(now, 'analyse') || mayDo(now, 'manage-members')).toBe(false);
  });

  it('does not pass on what they have in another’s name', () => {
    // What the absent person has in another’s name is in their session, and never in what is kept of them.
    const third = colleague('third', []);
    const ofSubstitute = standIn({ absent: substitute, substituteMembershipId: third.membership.membershipId });
    const passed = withStandIns(third.membership, third.person, [standIn(), ofSubstitute], during);
    expect(passed.services.map(({ serviceId }) => serviceId)).toEqual(['coaching']);
  });

  it('is the same in whose name when two are absent: whose absence is told first', () => {
    const other = standIn({ absent: colleague('other', ['mediation']) });
    expect(servicesAt([other, standIn()])).toEqual([...own, ['mediation', 'other']]);
  });

  it('does it in the name of the absent person, and their own in their own', () => {
    const now = viewerOf({ person: { ...person, ...substitute.person }, membership: withThem([standIn()]) });
    const origin = { kind: 'person', personId: 'substitute', organisationId: 'north' };
    expect(originOf(now, 'mediation')).toEqual({ ...origin, serviceId: 'mediation', forPersonId: 'absent' });
    expect(originOf(now, 'coaching')).toEqual({ ...origin, serviceId: 'coaching' });
    expect(originOf(now, null)).toEqual({ ...origin, serviceId: null });
  });

  it.each([
    [before, from],
    [from, until],
    [until, null],
  ])('has other rights next, after %s, at %s', (instant, next) => {
    expect(changesAt(substitute.membership, [standIn()], instant)).toBe(next);
    expect(changesAt(membership(), [standIn()], instant)).toBeNull();
  });

  it('has other rights once the membership of the absent person ends', () => {
    const leaving = colleague('absent', ['mediation'], { until: during });
    expect(changesAt(substitute.membership, [standIn({ absent: leaving })], from)).toBe(during);
  });

  it('lacks professions of the absent person’s services that none of their own has', () => {
    expect(lackedProfessions(['mediator', 'lawyer', 'mediator', 'lawyer'], ['mediator', 'coach'])).toEqual(['lawyer']);
    expect(lackedProfessions(['mediator'], ['mediator'])).toEqual([]);
  });

  it('is an actor of the same organisation', () => {
    expect(mayStandInFor(absent, substitute)).toBe(true);
    expect(mayStandInFor(absent, colleague('one', [], { roles: ['coordinator'] }))).toBe(false);
  });
});
