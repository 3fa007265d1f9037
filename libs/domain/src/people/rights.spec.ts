import { describe, expect, it } from '@jest/globals';
import type { Role, Viewer } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { actorOf, coordinator, platformCoordinator, services } from '#test/builders';
import { actsFor, isCoordinator, isMember, mayDo, originOf, partyOf, servicesOf } from './index.js';

const actor = actorOf(services.mediator);
const { serviceId, organisationId } = services.mediator;
/** What no membership gives: services without the organisation they are of. */
const astray: Viewer = { ...actor, organisationId: null };

describe('whoever has a role', () => {
  it.each(Object.keys(roles) as Role[])('is a member as %s, and reads what is for members', (role) => {
    const viewer: Viewer = { ...actor, roles: [role] };
    const reads = (['read-directory', 'read-monitoring', 'read-outside', 'read-contracts'] as const).map((right) =>
      mayDo(viewer, right),
    );
    expect([isMember(viewer), ...reads]).toEqual([true, true, true, true, true]);
  });

  it('is nobody without one', () => {
    expect([isMember({ ...actor, roles: [] }), mayDo({ ...actor, roles: [] }, 'read-directory')]).toEqual([
      false,
      false,
    ]);
  });
});

describe('who belongs to no organisation', () => {
  it('has the rights of their roles, but what is done in the name of an organisation', () => {
    expect([isCoordinator(platformCoordinator), mayDo(platformCoordinator, 'list-cases')]).toEqual([true, true]);
    expect([coordinator, platformCoordinator].map((viewer) => mayDo(viewer, 'open-case'))).toEqual([true, false]);
  });

  it('acts for no service, whatever their roles', () => {
    expect([actsFor(actor, serviceId), servicesOf(actor)]).toEqual([true, [serviceId]]);
    expect([actsFor(astray, serviceId), servicesOf(astray)]).toEqual([false, []]);
  });
});

describe('who acts for no service', () => {
  it.each([null, undefined, 'far-away'])('%s is not theirs', (other) => {
    expect(actsFor(actor, other)).toBe(false);
  });

  it('has none as a mere member', () => {
    expect(servicesOf({ ...actor, roles: ['member'] })).toEqual([]);
  });
});

describe('the origin of what a person does', () => {
  it('names their organisation, and none where there is none', () => {
    const { personId } = actor;
    expect(originOf(actor, serviceId)).toEqual({ kind: 'person', personId, organisationId, serviceId });
    expect(originOf(coordinator, null)).toMatchObject({ kind: 'person', organisationId: 'hub', serviceId: null });
    expect(originOf(platformCoordinator, null)).toEqual({
      kind: 'unaffiliated',
      personId: platformCoordinator.personId,
    });
  });

  it('is in the name of an organisation or of nobody', () => {
    expect(partyOf(actor, serviceId)).toEqual({ organisationId, serviceId });
    expect(partyOf(platformCoordinator, null)).toBeUndefined();
  });
});
