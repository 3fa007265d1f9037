import { defineUpdate } from '@temporalio/workflow';
import type { Instant, Origin } from '#contracts/kernel';
import type { EpochView } from '#contracts/monitoring';
import type { CivilClock } from '#domain/calendar';

/** Name of the type of the workflow that closes epochs. */
export const epochsWorkflowType = 'epochsWorkflow';

/** Id of the workflow that closes the epochs of an installation; several may share a namespace, never a task queue. */
export function epochsWorkflowId(taskQueue: string): string {
  return `monitoring-epochs-${taskQueue}`;
}

/** Asks to close the running epoch now; `closingId` is the caller's idempotency key and the update's id. */
export type CloseNow = { readonly closingId: string; readonly by: Origin };

/** Closes the running epoch before its time and answers what was published. */
export const closeNowUpdate = defineUpdate<EpochView, [CloseNow]>('closeNow');

/** One closing as the activity is to do it. */
export type ClosingRequest = {
  /** The same again is the same closing. */
  readonly closingId: string;
  /** The week its figures are shown in. */
  readonly week: string;
  /** Before the end of the week: the epoch's id is the week and a number, and not the week alone. */
  readonly early: boolean;
  readonly at: Instant;
  readonly by: Origin;
};

/** What the workflow of epochs asks of the world. */
export type EpochActivities = {
  /** Rounds, stores and announces what became known since the last closing. */
  closeEpoch(request: ClosingRequest): Promise<EpochView>;
};

/** Input of the workflow of epochs. */
export type EpochsInput = {
  /** Length of an epoch; null: weeks of the civil calendar. */
  readonly everyMinutes: number | null;
  readonly calendar: CivilClock;
};
