import type { CapacityRequest } from '#contracts/directory';
import { directory } from '../../../scripts/demo/directory.js';
import { personas } from '../../../scripts/demo/personas.js';
import { happens, pickOne } from '../../../scripts/demo/random.js';
import type { Stage } from './actor.js';

const capacities = ['available', 'waiting-list', 'full'] as const satisfies CapacityRequest['capacity'][];

/** Somebody confirms the capacity of a service, mostly their own: what lives in PostgreSQL and goes through the outbox. */
export async function confirmCapacity({ random, sending, callerOf }: Stage): Promise<void> {
  const { serviceId } = pickOne(random, directory.services);
  const owners = personas.filter((one) => one.serviceIds.includes(serviceId));
  const { personId } = pickOne(random, happens(random, 0.8) ? owners : personas);
  const capacity = pickOne(random, capacities);
  await sending.pace();
  const reply = await callerOf(personId).ask(sending.nextApi(), {
    method: 'PUT',
    path: `/directory/services/${serviceId}/capacity`,
    body: { capacity },
  });
  const status = 'lost' in reply ? 0 : reply.status;
  const refused = status >= 400 && status < 500 && status !== 401 && status !== 429;
  const told = status === 200 ? 'accepted' : refused ? 'refused' : 'unknown';
  sending.book.capacities.push({ personId, serviceId, capacity, told });
}
