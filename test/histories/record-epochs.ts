import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { standardPolicy } from '#contracts/case';
import { EpochClient } from '#temporal';
import { epochsWorkflowId, epochsWorkflowType, type EpochActivities } from '#workflows';
import { until } from '../support/wait.js';
import { playing, realStage } from '../workflows/stage.js';
import { historyFolder } from './record.js';

const epochs: EpochActivities = {
  closeEpoch: async ({ closingId: epochId, week, at: publishedAt }) => ({
    epochId,
    number: 1,
    kind: 'week',
    week,
    publishedAt,
    previousHash: '0'.repeat(64),
    hash: 'a'.repeat(64),
  }),
};
const patience = 90_000;

/** Plays a run that closes two epochs early and one in time, a minute long, and saves its history: `RECORD_HISTORIES=epochs`. */
export async function recordEpochs(): Promise<void> {
  const stage = await realStage();
  await playing(
    stage,
    async ({ taskQueue }) => {
      const workflowId = epochsWorkflowId(taskQueue);
      const { firstExecutionRunId } = await stage.client.workflow.start(epochsWorkflowType, {
        workflowId,
        taskQueue,
        args: [{ everyMinutes: 1, calendar: standardPolicy.calendar }],
      });
      const client = new EpochClient(stage.client, taskQueue);
      for (const closingId of ['plenary', 'once more']) {
        await client.closeNow({ closingId, by: { kind: 'clock' } });
      }
      const handle = stage.client.workflow.getHandle(workflowId, firstExecutionRunId);
      const isOver = async () => (await handle.describe()).status.name === 'CONTINUED_AS_NEW';
      await until(isOver, 'the run is over', patience);
      writeFileSync(path.join(historyFolder, 'epochs.json'), `${historyToJSON(await handle.fetchHistory())}\n`);
      await stage.client.workflow.getHandle(workflowId).terminate();
    },
    { epochs },
  );
  await stage.close();
}
