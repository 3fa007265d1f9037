import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SlotReserveContext } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import type { CaseState } from '#domain/case';
import { CasePlaces } from '#temporal';
import { caseWorkflowId, marksOf } from '#workflows';
import { actorOf, openCase, services } from '../support/builders.js';
import { until } from '../support/wait.js';
import { ask, playing, realStage, recorder, testConverter, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await realStage();
});
afterAll(async () => stage.close());

const lead = actorOf(services.accountant);
const note = () => ask(lead, { type: 'add-note', noteId: crypto.randomUUID() });
const patience = 600_000;
const handleOf = (caseId: string) => stage.client.workflow.getHandle(caseWorkflowId(caseId));

/** A way that can be closed. */
class Gate {
  private closed = false;
  private waiting: (() => void)[] = [];

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.closed = false;
    this.waiting.splice(0).forEach((go) => go());
  }

  async pass(): Promise<void> {
    while (this.closed) {
      await new Promise<void>((go) => this.waiting.push(go));
    }
  }
}

/** One place of each kind, and none while its gate is closed: as when all are taken for long. */
class GuardedPlaces extends CasePlaces {
  readonly gates = { read: new Gate(), remembered: new Gate() };

  constructor() {
    super({ read: 1, remembered: 1 });
  }

  override async reserveSlot(asked: SlotReserveContext, abortSignal: AbortSignal) {
    const permit = await super.reserveSlot(asked, abortSignal);
    const gate = asked.isSticky ? this.gates.remembered : this.gates.read;
    await Promise.race([gate.pass(), new Promise((go) => abortSignal.addEventListener('abort', go))]);
    return permit;
  }
}

/** Waits for a few answers of the server: what was sent before has arrived then, as a rule. */
async function behindThem(caseId: string): Promise<void> {
  for (let asked = 0; asked < 5; asked++) {
    await handleOf(caseId).describe();
  }
}

/** Whether a task of the history brought an activity's result and commands together. */
async function hasBoth(caseId: string): Promise<boolean> {
  const { events } = await handleOf(caseId).fetchHistory();
  let [came, brought] = [false, false];
  for (const event of events ?? []) {
    if (event.workflowTaskCompletedEventAttributes) {
      [brought, came] = [came, false];
    } else if (event.workflowTaskScheduledEventAttributes) {
      brought = false;
    } else if (event.activityTaskCompletedEventAttributes) {
      came = true;
    } else if (event.workflowExecutionUpdateAcceptedEventAttributes && brought) {
      return true;
    }
  }
  return false;
}

/** Whether the newest task of the history was not begun in time. */
async function hasLeftQueue(caseId: string): Promise<boolean> {
  const { events } = await handleOf(caseId).fetchHistory();
  const late = (events ?? []).findLastIndex((event) => event.workflowTaskTimedOutEventAttributes);
  const result = (events ?? []).findLastIndex((event) => event.activityTaskCompletedEventAttributes);
  return result >= 0 && late > result;
}

/** Whether a task that brought an activity's result is done. */
async function hasTakenResult(caseId: string): Promise<boolean> {
  const { events = [] } = await handleOf(caseId).fetchHistory();
  const result = (events ?? []).findLastIndex((event) => event.activityTaskCompletedEventAttributes);
  const task = (events ?? []).findLastIndex((event) => event.workflowTaskCompletedEventAttributes);
  return result >= 0 && task > result;
}

describe('a look at a case', () => {
  it('that waits while its events are published and commands come leaves a history that can be replayed', async () => {
    const places = new GuardedPlaces();
    const publishing = new Gate();
    const recording = recorder(async (events) => {
      await publishing.pass();
      return marksOf(events);
    });
    await playing(
      stage,
      async ({ cases, published }) => {
        const caseId = crypto.randomUUID();
        await cases.open(caseId, ask(lead, openCase(caseId)));
        for (let round = 0; round < 20 && !(await hasBoth(caseId)); round++) {
          publishing.close();
          await cases.command(caseId, note());
          // To be published next, when this batch is.
          const { sequence } = await cases.command(caseId, note());
          places.gates.read.close();
          places.gates.remembered.close();
          // Those polls that are on their way are used up by the first of these, and none follows.
          const other = crypto.randomUUID();
          const opening = cases.open(other, ask(lead, openCase(other)));
          const looks: Promise<CaseState>[] = [];
          for (let look = 0; look < 3; look++) {
            looks.push(cases.state(caseId));
            await behindThem(caseId);
          }
          publishing.open();
          await published(caseId, (event) => event.sequence === sequence - 1);
          const given = [cases.command(caseId, note()), cases.command(caseId, note())];
          await behindThem(caseId);
          // The task with the result has left the queue of this worker for the one of all; whoever asks a question waits in the first still.
          await until(() => hasLeftQueue(caseId), 'the task goes to any worker', patience);
          places.gates.remembered.open();
          await behindThem(caseId);
          places.gates.read.open();
          const told = await Promise.all(given);
          await opening;
          expect(told.map((one) => one.sequence).toSorted()).toEqual([sequence + 1, sequence + 2]);
          for (const look of await Promise.all(looks)) {
            expect(look).toMatchObject({ caseId, phase: 'open' });
          }
          await published(caseId, (event) => event.sequence === sequence + 2);
        }
        expect(await hasBoth(caseId)).toBe(true);
        const history = await handleOf(caseId).fetchHistory();
        await Worker.runReplayHistory({ workflowBundle: stage.bundle, dataConverter: testConverter }, history);
      },
      { recorder: recording, places },
    );
  });

  it('leaves nothing in the history', async () => {
    await playing(stage, async ({ cases, published }) => {
      const caseId = crypto.randomUUID();
      await cases.open(caseId, ask(lead, openCase(caseId)));
      await published(caseId, (event) => event.sequence === 1);
      // The task that brings the result leaves a mark, and then nothing moves any more.
      await until(() => hasTakenResult(caseId), 'the case is at rest');
      const before = await cases.state(caseId);
      const { historyLength } = await handleOf(caseId).describe();
      for (let look = 0; look < 5; look++) {
        expect(await cases.state(caseId)).toEqual(before);
      }
      expect((await handleOf(caseId).describe()).historyLength).toBe(historyLength);
    });
  });
});
