import type { Capacity, DirectoryEvent } from '#contracts/directory';
import type { Instant } from '#contracts/kernel';
import { originOf } from '../people/origin.js';
import { actsFor, mayDo } from '../people/rights.js';
import type { Decider, Tick } from '../decider/index.js';

/** A confirmed capacity counts for so many days, then it is unknown. */
const capacityDays = 30;

const day = 86_400_000;

/** What the rules need to know of a service; `organisationId` is null as long as nobody has entered it. */
export type ServiceState = {
  readonly sequence: number;
  readonly organisationId: string | null;
  readonly capacity: Capacity;
  readonly capacityConfirmedAt: Instant | null;
};

/** What may be asked of a service's entry in the directory. */
export type ServiceCommand =
  { readonly type: 'confirm-capacity'; readonly capacity: Exclude<Capacity, 'unknown'> } | Tick;

/** When what was confirmed at an instant stops counting. */
function lapseOf(confirmedAt: Instant): Instant {
  return new Date(Date.parse(confirmedAt) + capacityDays * day).toISOString();
}

function isPast(due: Instant, at: Instant): boolean {
  return Date.parse(due) <= Date.parse(at);
}

/** The capacity as it counts at an instant: what was confirmed, unknown when that was 30 days ago or more. */
export function capacityAt(
  { capacity, capacityConfirmedAt }: Pick<ServiceState, 'capacity' | 'capacityConfirmedAt'>,
  at: Instant,
): Capacity {
  return capacityConfirmedAt === null || isPast(lapseOf(capacityConfirmedAt), at) ? 'unknown' : capacity;
}

/** The rules of a service's entry in the directory. */
export const serviceDecider: Decider<ServiceState, ServiceCommand, DirectoryEvent> = {
  initial: { sequence: 0, organisationId: null, capacity: 'unknown', capacityConfirmedAt: null },

  mayDo: (_state, viewer, { id }) => actsFor(viewer, id) || mayDo(viewer, 'confirm-any-capacity'),

  decide({ sequence, organisationId, capacity: before, capacityConfirmedAt: confirmedAt }, { id, at, by, command }) {
    if (organisationId === null) {
      return { refusal: { code: 'not-found' } };
    }
    const next = sequence + 1;
    const event = { id: `${id}:${next}`, subject: id, sequence: next, time: at };
    switch (command.type) {
      case 'confirm-capacity': {
        if (by === 'clock') {
          return { refusal: { code: 'forbidden' } };
        }
        const { capacity } = command;
        return {
          events: [
            {
              ...event,
              by: originOf(by, actsFor(by, id) ? id : null),
              type: 'relais.directory.capacity-confirmed.v1',
              data: { serviceId: id, organisationId, capacity },
            },
          ],
        };
      }
      case 'tick': {
        if (by !== 'clock') {
          return { refusal: { code: 'forbidden' } };
        }
        if (before === 'unknown' || confirmedAt === null || !isPast(lapseOf(confirmedAt), at)) {
          return { events: [] };
        }
        return {
          events: [
            {
              ...event,
              by: { kind: 'clock' },
              type: 'relais.directory.capacity-lapsed.v1',
              data: { serviceId: id, organisationId, confirmedAt },
            },
          ],
        };
      }
      default:
        return command satisfies never;
    }
  },

  evolve(state, { type, sequence, time, data }) {
    const { organisationId } = data;
    switch (type) {
      case 'relais.directory.capacity-confirmed.v1':
        return { ...state, sequence, organisationId, capacity: data.capacity, capacityConfirmedAt: time };
      case 'relais.directory.capacity-lapsed.v1':
        return { ...state, sequence, organisationId, capacity: 'unknown' };
      default:
        return type satisfies never;
    }
  },

  nextDeadline: ({ capacity, capacityConfirmedAt }) =>
    capacity === 'unknown' || capacityConfirmedAt === null ? null : lapseOf(capacityConfirmedAt),
};
