import type { Inbox, InboxBucket } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { isCoordinator, servicesOf } from '../../people/index.js';

type Order = readonly [InboxBucket, ...InboxBucket[]];

const ofActors: Order = ['to-answer', 'to-decide', 'first-contact', 'in-progress', 'on-hold', 'waiting-on-others'];
const ofCoordinators: Order = ['dispatch', 'escalated', ...ofActors];

/** Whose lines a person gets: those of the services they act for, and the coordinators' (''). */
export function ownersOf(viewer: Viewer): string[] {
  const services = servicesOf(viewer);
  return isCoordinator(viewer) ? ['', ...services] : [...services];
}

/** The bucket to show when none is asked for: the most urgent one that holds something, else the most urgent. */
export function firstBucket(counts: Inbox['counts'], viewer: Viewer): InboxBucket {
  const order = isCoordinator(viewer) ? ofCoordinators : ofActors;
  return order.find((bucket) => (counts[bucket] ?? 0) > 0) ?? order[0];
}
