import { Injectable } from '@nestjs/common';
import type { Inbox, InboxQuery } from '#contracts/case';
import { firstBucket, ownersOf } from '#domain/case';
import { InboxRepository } from '#persistence/case';
import { badCursor } from '../../kernel/problems/bad-input.js';
import type { Caller } from '../../kernel/session/caller.js';

/** What waits for a person. */
@Injectable()
export class InboxService {
  constructor(private readonly inbox: InboxRepository) {}

  async read({ viewer }: Caller, query: InboxQuery): Promise<Inbox> {
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
