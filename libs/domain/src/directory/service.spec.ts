import { describe, expect, it } from '@jest/globals';
import { actorOf, coordinator, services } from '#test/builders';
import { capacityAt, serviceDecider, type ServiceState } from './index.js';

const { serviceId: id, organisationId } = services.mediator;
const at = '2026-03-02T09:00:00.000Z';
const justBefore = '2026-04-01T08:59:59.999Z';
const lapse = '2026-04-01T09:00:00.000Z';
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

  it('has a clock as long as its capacity is known, thirty days from the last confirmation on', () => {
    const { nextDeadline, initial, evolve } = serviceDecider;
    expect(nextDeadline?.(initial)).toBeNull();
    const confirmed = { ...known, capacity: 'full', capacityConfirmedAt: at } as const;
    expect(nextDeadline?.(confirmed)).toBe(lapse);
    const again = serviceDecider.decide(confirmed, { id, at: '2026-03-20T10:00:00.000Z', by: coordinator, command });
    const after = ('events' in again ? again.events : []).reduce(evolve, confirmed);
    expect(nextDeadline?.(after)).toBe('2026-04-19T10:00:00.000Z');
    expect(nextDeadline?.({ ...confirmed, capacity: 'unknown' })).toBeNull();
  });

  it('lapses by its clock once, not a moment too early, and keeps the day it was confirmed', () => {
    const confirmed = { ...known, capacity: 'full', capacityConfirmedAt: at } as const;
    const tick = (state: ServiceState, moment: string) =>
      serviceDecider.decide(state, { id, at: moment, by: 'clock', command: { type: 'tick' } });
    expect(tick(confirmed, justBefore)).toEqual({ events: [] });
    const lapsed = tick(confirmed, lapse);
    expect(lapsed).toEqual({
      events: [
        {
          id: `${id}:5`,
          subject: id,
          sequence: 5,
          time: lapse,
          by: { kind: 'clock' },
          type: 'relais.directory.capacity-lapsed.v1',
          data: { serviceId: id, organisationId, confirmedAt: at },
        },
      ],
    });
    const after = ('events' in lapsed ? lapsed.events : []).reduce(serviceDecider.evolve, confirmed);
    expect(after).toEqual({ ...confirmed, sequence: 5, capacity: 'unknown' });
    expect(tick(after, lapse)).toEqual({ events: [] });
  });

  it('lapses by nobody else’s hand', () => {
    const command = { type: 'tick' } as const;
    expect(serviceDecider.decide(known, { id, at, by: coordinator, command })).toEqual({
      refusal: { code: 'forbidden' },
    });
    expect(serviceDecider.decide(serviceDecider.initial, { id, at, by: 'clock', command })).toEqual({
      refusal: { code: 'not-found' },
    });
  });

  it('counts its capacity for thirty days', () => {
    const confirmed = { capacity: 'full', capacityConfirmedAt: at } as const;
    expect(capacityAt(confirmed, justBefore)).toBe('full');
    expect(capacityAt(confirmed, lapse)).toBe('unknown');
    expect(capacityAt({ ...confirmed, capacityConfirmedAt: null }, at)).toBe('unknown');
  });
});
