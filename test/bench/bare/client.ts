import { randomUUID } from 'node:crypto';
import { Client, Connection, WithStartWorkflowOperation, WorkflowIdConflictPolicy } from '@temporalio/client';
import { serve } from '../core/child.js';
import { rotate, type Journey } from '../load/rotation.js';
import type { Place } from './worker.js';

/** What the bare client is to do; `awaited` says whether an update waits for its activity. */
export type Load = Place & {
  readonly concurrency: number;
  readonly journeys: number;
  /** Updates of one workflow. */
  readonly length: number;
  readonly awaited: boolean;
};

let client: Client | undefined;

serve({
  /** Plays as many workflows with as many updates as Relais has cases and commands, the first of each with the start. */
  load: async ({ address, concurrency, journeys, ...rest }: Load) => {
    client ??= new Client({ connection: await Connection.connect({ address, interceptors: [] }) });
    const own = client;
    return rotate({ concurrency, journeys }, () => bareJourney(own, rest));
  },
});

function bareJourney(
  own: Client,
  { taskQueue, length, awaited }: Omit<Load, 'address' | 'concurrency' | 'journeys'>,
): Journey {
  const workflowId = `bare-${randomUUID()}`;
  let given = 0;
  return {
    next: async () => {
      const args: [boolean] = [awaited];
      if (given++ === 0) {
        await own.workflow.executeUpdateWithStart('poke', {
          args,
          updateId: randomUUID(),
          startWorkflowOperation: new WithStartWorkflowOperation('bareWorkflow', {
            workflowId,
            taskQueue,
            args: [],
            workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
            workflowTaskTimeout: '5 seconds',
          }),
        });
      } else {
        await own.workflow.getHandle(workflowId).executeUpdate('poke', { args, updateId: randomUUID() });
      }
      return given < length;
    },
  };
}
