import { Injectable } from '@nestjs/common';
import type { EpochView } from '#contracts/monitoring';
import { Database } from '#persistence/kernel';
import type { ClosingRequest, EpochActivities } from '#workflows';
import { closeEpoch } from './closing.js';

/** The secret of the rounding. */
export class DisclosureKey {
  constructor(readonly bytes: Uint8Array) {}
}

/** What the workflow of epochs asks of the world; Temporal repeats a call until it succeeds. */
@Injectable()
export class EpochActivitiesService implements EpochActivities {
  constructor(
    private readonly database: Database,
    private readonly key: DisclosureKey,
  ) {}

  closeEpoch(request: ClosingRequest): Promise<EpochView> {
    return closeEpoch(this.database, this.key.bytes, request);
  }
}
