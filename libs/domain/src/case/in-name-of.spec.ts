import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '#contracts/people';
import { coordinator, services } from '#test/builders';
import { lead, mediator, opened, refer, toMediator } from '#test/scenes';
import { maySeeCase, seenInNameOf } from './index.js';

const { serviceId, organisationId } = services.mediator;
/** Somebody who acts for the mediator's service while its actor is absent, and for others of their own. */
const standingIn = (...own: string[]): Viewer => ({
  personId: 'substitute',
  roles: ['actor'],
  organisationId,
  serviceIds: [...own, serviceId],
  inNameOf: [{ serviceId, personId: mediator.personId }],
});

describe('in the name of somebody absent', () => {
  it('a case is seen when nothing of one’s own shows it', () => {
    const scene = opened();
    expect(scene.tell(lead, refer())).toBeUndefined();
    const state = scene.known();
    expect(maySeeCase(state, standingIn())).toBe(true);
    expect(seenInNameOf(state, standingIn())).toBe(mediator.personId);
    expect(seenInNameOf(state, standingIn(services.accountant.serviceId))).toBeUndefined();
    expect(seenInNameOf(state, mediator)).toBeUndefined();
    expect(seenInNameOf(state, { ...standingIn(), roles: [...coordinator.roles, 'actor'] })).toBeUndefined();
  });

  it('an event says who did it and for whom, and one of the actor themself says nothing of it', () => {
    const scene = opened();
    expect(scene.tell(lead, refer())).toBeUndefined();
    expect(scene.tell(standingIn(), { type: 'accept', referralId: toMediator })).toBeUndefined();
    const origins = scene.events.map(({ by }) => by);
    expect(origins.at(-1)).toEqual({
      kind: 'person',
      personId: 'substitute',
      organisationId,
      serviceId,
      forPersonId: mediator.personId,
    });
    expect(origins[0]).not.toHaveProperty('forPersonId');
  });
});
