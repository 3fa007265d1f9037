import type { NativeConnection, Worker, WorkerOptions } from '@temporalio/worker';
import type { CaseActivities, ClockActivities, EpochActivities } from '#workflows';
import { beating } from './beating.js';
import { CasePlaces } from './case-places.js';
import { dataConverterOf } from './encrypting-codec.js';
import type { PayloadKeys } from './payload-keys.js';

/** What a worker of cases needs. */
export type CaseWorkerOptions = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly keys: PayloadKeys;
  readonly activities: CaseActivities & EpochActivities & ClockActivities;
  /** The prebuilt bundle's file, or its code in tests. */
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  /** Workflows kept in memory between their tasks; `casesWithin` tells how many take how much. */
  readonly maxCachedWorkflows: number;
  readonly places?: CasePlaces;
  readonly identity?: string;
};

/** What a case takes at the end of a run, with what Temporal's core keeps of it and the garbage that comes with it (`npm run bench -- --only memory`). */
const megabytesPerCase = 1.2;

/** How many cases a worker may keep between their tasks within so many megabytes; Temporal's cache knows a number only. */
export function casesWithin(megabytes: number): number {
  return Math.max(2, Math.floor(megabytes / megabytesPerCase));
}

/**
 * Makes a worker with fixed slots: the SDK's resource-based tuning measures the machine and not the process.
 * The SDK's native part is loaded by this call only, so that the API can use this library without it.
 */
export async function createCaseWorker(options: CaseWorkerOptions): Promise<Worker> {
  const { Worker } = await import('@temporalio/worker');
  const { connection, namespace, taskQueue, keys, activities, workflowBundle, identity } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities: {
      ...activities,
      publishEvents: beating(activities.publishEvents),
      eraseNotes: beating(activities.eraseNotes),
    },
    dataConverter: dataConverterOf(keys),
    maxCachedWorkflows: options.maxCachedWorkflows,
    tuner: {
      workflowTaskSlotSupplier: options.places ?? new CasePlaces({ read: 4, remembered: 40 }),
      activityTaskSlotSupplier: { type: 'fixed-size', numSlots: 100 },
      localActivityTaskSlotSupplier: { type: 'fixed-size', numSlots: 1 },
      nexusTaskSlotSupplier: { type: 'fixed-size', numSlots: 1 },
    },
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 5 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 5 },
    // Publishing is started eagerly, in the answer of the task that asks for it, without a poll in between.
    maxEagerActivityReservationsPerWorkflowTask: 5,
    // What a killed worker costs the cases it had in memory, until another worker gets their tasks.
    stickyQueueScheduleToStartTimeout: '500 milliseconds',
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '15 seconds',
    ...(identity === undefined ? {} : { identity }),
  });
}
