import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { KnownDeadline } from '#domain/decider';
import { ClockClient } from '#temporal';
import { subjectClockWorkflowId } from '#workflows';
import { until } from '../support/wait.js';
import { playing, realStage } from '../workflows/stage.js';
import { historyFolder } from './record.js';

const subject = { stream: 'directory', id: 'bemediation-mediation' };

/** Plays a clock that is told, moved, told late, rings twice and ends, and saves its history: `RECORD_HISTORIES=clock`. */
export async function recordClock(): Promise<void> {
  const stage = await realStage();
  const answers: KnownDeadline[] = [];
  const clocks = {
    tickSubject: async () => {
      const answer = answers.shift();
      if (answer === undefined) {
        throw new Error('the clock rings more often than it was to');
      }
      return answer;
    },
  };
  const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  await playing(
    stage,
    async ({ taskQueue }) => {
      const client = new ClockClient(stage.client, taskQueue);
      const first = { sequence: 1, due: soon(86_400_000) };
      await client.tell({ ...subject, ...first });
      await client.tell({ ...subject, sequence: 3, due: soon(2_000) });
      await client.tell({ ...subject, ...first });
      answers.push({ sequence: 4, due: soon(4_000) }, { sequence: 5, due: null });
      const handle = stage.client.workflow.getHandle(subjectClockWorkflowId(taskQueue, subject));
      await until(async () => (await handle.describe()).status.name === 'COMPLETED', 'the clock has ended');
      writeFileSync(path.join(historyFolder, 'subject-clock.json'), `${historyToJSON(await handle.fetchHistory())}\n`);
    },
    { clocks },
  );
  await stage.close();
}
