import type { Capacity, DirectoryEvent } from '#contracts/directory';
import type { Instant } from '#contracts/kernel';
import { originOf } from '../case/origin.js';
import { actsFor, mayDo } from '../people/rights.js';
import type { Decider } from '../decider/index.js';

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
export type ServiceCommand = { readonly type: 'confirm-capacity'; readonly capacity: Exclude<Capacity, 'unknown'> };

/** The capacity as it counts at an instant: what was confirmed, unknown when that was 30 days ago or more. */
export function capacityAt(
  { capacity, capacityConfirmedAt }: Pick<ServiceState, 'capacity' | 'capacityConfirmedAt'>,
  at: Instant,
): Capacity {
  const counts = capacityConfirmedAt !== null && Date.parse(at) - Date.parse(capacityConfirmedAt) < capacityDays * day;
  return counts ? capacity : 'unknown';
}

/** The rules of a service's entry in the directory. */
export const serviceDecider: Decider<ServiceState, ServiceCommand, DirectoryEvent> = {
  initial: { sequence: 0, organisationId: null, capacity: 'unknown', capacityConfirmedAt: null },

  mayDo: (_state, viewer, { id }) => actsFor(viewer, id) || mayDo(viewer, 'confirm-any-capacity'),

  decide({ sequence, organisationId }, { id, at, by, command: { capacity } }) {
    if (by === 'clock') {
      return { refusal: { code: 'forbidden' } };
    }
    if (organisationId === null) {
      return { refusal: { code: 'not-found' } };
    }
    const next = sequence + 1;
    return {
      events: [
        {
          id: `${id}:${next}`,
          subject: id,
          sequence: next,
          time: at,
          by: originOf(by, actsFor(by, id) ? id : null),
          type: 'relais.directory.capacity-confirmed.v1',
          data: { serviceId: id, organisationId, capacity },
        },
      ],
    };
  },

  evolve: (state, { sequence, time, data }) => ({
    ...state,
    sequence,
    organisationId: data.organisationId,
    capacity: data.capacity,
    capacityConfirmedAt: time,
  }),
};
