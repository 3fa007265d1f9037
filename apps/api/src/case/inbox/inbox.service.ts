import { Injectable } from '@nestjs/common';
import { Inbox, InboxBucket, type InboxQuery } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { isCoordinator, servicesOf } from '#domain/people';
import { type InboxCounts, InboxRepository } from '#persistence/case';
import { badCursor } from '../../kernel/problems/bad-input.js';
import type { Caller } from '../../kernel/session/caller.js';
import { requireRight } from '../../kernel/session/rights.js';

/** Whose lines a person gets: those of the services they act for, and the coordinators' (''). */
export function ownersOf(viewer: Viewer): string[] {
  const services = servicesOf(viewer);
  return isCoordinator(viewer) ? ['', ...services] : [...services];
}

/** The bucket to show when none is asked for: the most urgent one that holds something. */
export function firstBucket(counts: InboxCounts, viewer: Viewer): InboxBucket {
  const order: readonly InboxBucket[] = isCoordinator(viewer)
    ? [
        'dispatch',
        'escalated',
        'to-answer',
        'to-decide',
        'first-contact',
        'in-progress',
        'on-hold',
        'waiting-on-others',
      ]
    : ['to-answer', 'to-decide', 'first-contact', 'in-progress', 'on-hold', 'waiting-on-others'];
  const [fallback = 'to-answer'] = order;
  return order.find((bucket) => (counts[bucket] ?? 0) > 0) ?? fallback;
}

/** What waits for a person. */
@Injectable()
export class InboxService {
  constructor(private readonly inbox: InboxRepository) {}

  async read({ viewer }: Caller, query: InboxQuery): Promise<Inbox> {
    requireRight(viewer, 'read-inbox');
    const own = ownersOf(viewer);
    const owners = query.serviceId === undefined ? own : own.filter((owner) => owner === query.serviceId);
    const counts = await this.inbox.countBuckets(owners, query);
    const bucket = query.bucket ?? firstBucket(counts, viewer);
    const page = await this.inbox.findPage(owners, bucket, query);
    if (page === undefined) {
      throw badCursor();
    }
    return { bucket, ...page, counts };
  }
}
