import { describe, expect, it } from '@jest/globals';
import { actorOf, coordinator, services } from '#test/builders';
import { capacityAt, serviceDecider } from './index.js';

const { serviceId: id, organisationId } = services.mediator;
const at = '2026-03-02T09:00:00.000Z';
const known = { ...serviceDecider.initial, organisationId, sequence: 4 };
const command = { type: 'confirm-capacity', capacity: 'full' } as const;

describe('a service in the directory', () => {
  it('is confirmed by who acts for it, and by coordinators for the coordinators', () => {
    const actor = actorOf(services.mediator);
    const given = { id, at, command };
    const decision = serviceDecider.decide(known, { ...given, by: actor });
    const byCoordinator = serviceDecider.decide(known, { ...given, by: coordinator });
    expect(decision).toMatchObject({
      events: [{ id: `${id}:5`, sequence: 5, time: at, by: { personId: actor.personId, serviceId: id } }],
    });
    expect(byCoordinator).toMatchObject({ events: [{ by: { personId: coordinator.personId, serviceId: null } }] });
    const allowed = [actor, coordinator, actorOf(services.coach)].map((one) => serviceDecider.mayDo(known, one, given));
    expect(allowed).toEqual([true, true, false]);
  });

  it('is not confirmed before it was entered, nor by a clock', () => {
    expect(serviceDecider.decide(serviceDecider.initial, { id, at, by: coordinator, command })).toEqual({
      refusal: { code: 'not-found' },
    });
    expect(serviceDecider.decide(known, { id, at, by: 'clock', command })).toEqual({ refusal: { code: 'forbidden' } });
  });

  it('counts its capacity for thirty days', () => {
    const confirmed = { capacity: 'full', capacityConfirmedAt: at } as const;
    expect(capacityAt(confirmed, '2026-04-01T08:59:59.999Z')).toBe('full');
    expect(capacityAt(confirmed, '2026-04-01T09:00:00.000Z')).toBe('unknown');
    expect(capacityAt({ ...confirmed, capacityConfirmedAt: null }, at)).toBe('unknown');
  });
});
