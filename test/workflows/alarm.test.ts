import { Context } from '@temporalio/activity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseWorkflowId, marksOf } from '#workflows';
import { until } from '../support/wait.js';
import { actorOf, continuousPolicy, openCase, policyOfBefore, services } from '../support/builders.js';
import { ask, knownState, playing, realStage, recorder, troubledTasks, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await realStage();
});
afterAll(async () => stage.close());

const lead = actorOf(services.accountant);
const mediator = actorOf(services.mediator);

/** Takes as long over the events of a decline as its worker has left, so that this worker tells no workflow. */
function slowToTheEnd() {
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const recording = recorder(async (events) => {
    if (events.some(({ type }) => type === 'relais.referral.declined.v1')) {
      begin();
      await Context.current().cancelled.catch(() => undefined);
    }
    return marksOf(events);
  });
  return { recording, begun };
}

describe('an alarm that fires in the task in which it is stopped', () => {
  it('leaves that task a mark, so that a worker without a cache can replay it', async () => {
    const [caseId, referralId] = [crypto.randomUUID(), crypto.randomUUID()];
    const taskQueue = `test-${caseId}`;
    const history = async () =>
      (await stage.client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory()).events ?? [];

    const { recording, begun } = slowToTheEnd();
    // Nobody is left to be waited for, the alarm of the referral is still set, and the worker stops within 5 of its 10 seconds.
    await playing(
      stage,
      async ({ cases }) => {
        await cases.open(caseId, ask(lead, openCase(caseId, { policy: policyOfBefore(continuousPolicy(20_000)) })));
        const targets = [{ referralId, service: services.mediator }];
        await cases.command(caseId, ask(lead, { type: 'refer', mode: 'each', proposesLead: false, targets }));
        await cases.command(caseId, ask(mediator, { type: 'decline', referralId, reason: 'full', choice: 'capacity' }));
        await begun;
      },
      { taskQueue, recorder: recording, maxCachedWorkflows: 0 },
    );
    await until(async () => (await history()).some((event) => event.timerFiredEventAttributes), 'the alarm has fired');
    const before = (await history()).length;

    await playing(
      stage,
      async ({ cases, published }) => {
        const told = await until(async () => {
          const events = (await history()).slice(before);
          return events.some((event) => event.workflowTaskCompletedEventAttributes) && events;
        }, 'the workflow has heard of both');
        expect(told.filter((event) => event.workflowPropertiesModifiedEventAttributes)).not.toEqual([]);
        await cases.command(caseId, ask(lead, { type: 'add-note', noteId: crypto.randomUUID() }));
        const { sequence } = await knownState(cases, caseId);
        await published(caseId, (event) => event.sequence === sequence);
        expect((await troubledTasks(stage.client, caseId)).failed).toEqual([]);
      },
      { taskQueue, maxCachedWorkflows: 0 },
    );
  });
});

describe('a publication', () => {
  it('tells that somebody is at it, and is given to another soon after whoever was at it is gone', async () => {
    const caseId = crypto.randomUUID();
    const handle = stage.client.workflow.getHandle(caseWorkflowId(caseId));
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const recording = recorder(async (events) => {
      await released;
      return marksOf(events);
    });
    await playing(
      stage,
      async ({ cases, published }) => {
        await cases.open(caseId, ask(lead, openCase(caseId)));
        const [pending] = await until(async () => {
          const { pendingActivities = [] } = (await handle.describe()).raw;
          return pendingActivities?.some(({ lastHeartbeatTime }) => lastHeartbeatTime) && pendingActivities;
        }, 'a sign of life');
        expect(pending?.attempt).toBe(1);
        const { events } = await handle.fetchHistory();
        const scheduled = (events ?? []).flatMap(({ activityTaskScheduledEventAttributes: one }) => one ?? []);
        expect(scheduled.map(({ heartbeatTimeout }) => Number(heartbeatTimeout?.seconds))).toEqual([5]);
        release();
        await published(caseId, (event) => event.sequence === 1);
      },
      { recorder: recording },
    );
  });
});
