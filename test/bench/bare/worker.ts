import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { serve } from '../core/child.js';

/** Where a bare part finds Temporal. */
export type Place = { readonly address: string; readonly taskQueue: string };

Runtime.install({ logger: new DefaultLogger('ERROR') });

serve({
  /** Begins to take tasks, with the settings of Relais' worker but without its codec. */
  start: async ({ address, taskQueue }: Place) => {
    const workflowsPath = fileURLToPath(new URL('workflow.js', import.meta.url));
    const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
    const worker = await Worker.create({
      connection: await NativeConnection.connect({ address }),
      namespace: 'default',
      taskQueue,
      workflowBundle,
      activities: { nothing: async (poke: number) => poke },
      maxCachedWorkflows: 500,
      maxConcurrentWorkflowTaskExecutions: 40,
      maxConcurrentActivityTaskExecutions: 100,
      maxConcurrentLocalActivityExecutions: 1,
      maxConcurrentNexusTaskExecutions: 1,
      workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 5 },
      activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 5 },
      maxEagerActivityReservationsPerWorkflowTask: 5,
      stickyQueueScheduleToStartTimeout: '3 seconds',
    });
    void worker.run();
  },
});
