import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '#contracts/case';
import { EngineAway, type CommandTold } from '#temporal';
import { caseWorkflowId, marksOf } from '#workflows';
import { until } from '../support/wait.js';
import { bytesIn } from '../support/stored-bytes.js';
import { actorOf, continuousPolicy, openCase, services } from '../support/builders.js';
import { ask, knownState, playing, realStage, recorder, troubledTasks, type Played, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await realStage();
});
afterAll(async () => stage.close());

const lead = actorOf(services.accountant);
/** Cause of a task that ended its run while a command was on its way: Temporal repeats it with that command. */
const unhandledCommand = 9;

const note = (): CaseCommand => ({ type: 'add-note', noteId: crypto.randomUUID() });

/** Opens a case. */
async function opened({ cases }: Played, change: Parameters<typeof openCase>[1] = {}): Promise<string> {
  const caseId = crypto.randomUUID();
  await cases.open(caseId, ask(lead, openCase(caseId, change)));
  return caseId;
}

const describeCase = (caseId: string) => stage.client.workflow.getHandle(caseWorkflowId(caseId)).describe();

/** Waits until all is published and expects every event once and in order. */
async function expectAllPublished({ cases, of, published }: Played, caseId: string): Promise<void> {
  const { sequence } = await knownState(cases, caseId);
  await published(caseId, (event) => event.sequence === sequence);
  expect(of(caseId).map((one) => one.sequence)).toEqual(Array.from({ length: sequence }, (_, index) => index + 1));
}

/** All runs of a case, the latest first. */
async function runsOf(caseId: string): Promise<string[]> {
  const runs: string[] = [];
  let runId: string | undefined = (await describeCase(caseId)).runId;
  while (runId !== undefined && runId !== '') {
    runs.push(runId);
    const { events } = await stage.client.workflow.getHandle(caseWorkflowId(caseId), runId).fetchHistory();
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
  }
  return runs;
}

describe('a case that goes on for long', () => {
  it('hands over to a new run and loses nothing', async () => {
    await playing(
      stage,
      async (played) => {
        const caseId = await opened(played);
        for (let count = 0; count < 12; count++) {
          await played.cases.command(caseId, ask(lead, note()));
        }
        await expectAllPublished(played, caseId);
        expect((await knownState(played.cases, caseId)).sequence).toBe(13);
        expect((await runsOf(caseId)).length).toBeGreaterThanOrEqual(3);
      },
      { limits: { commands: 4, historyEvents: 1000 } },
    );
  });

  it('hands over when its history is long, however few the commands', async () => {
    await playing(
      stage,
      async (played) => {
        const caseId = await opened(played);
        for (let count = 0; count < 8; count++) {
          await played.cases.command(caseId, ask(lead, note()));
        }
        await expectAllPublished(played, caseId);
        expect((await runsOf(caseId)).length).toBeGreaterThanOrEqual(2);
      },
      { limits: { commands: 1000, historyEvents: 30 } },
    );
  });

  it('neither loses nor refuses commands that arrive while it hands over', async () => {
    await playing(
      stage,
      async (played) => {
        const caseIds = await Promise.all(Array.from({ length: 4 }, () => opened(played)));
        const answers = await Promise.all(
          caseIds.flatMap((caseId) =>
            Array.from({ length: 60 }, () => played.cases.command(caseId, ask(lead, note()))),
          ),
        );
        expect(answers).toHaveLength(240);
        for (const caseId of caseIds) {
          await expectAllPublished(played, caseId);
          expect((await knownState(played.cases, caseId)).sequence).toBe(61);
          const runs = await runsOf(caseId);
          expect(runs.length).toBeGreaterThan(3);
          for (const runId of runs) {
            const { failed } = await troubledTasks(stage.client, caseId, runId);
            expect(failed.filter((one) => !one.includes(`cause ${unhandledCommand},`))).toEqual([]);
          }
        }
      },
      { limits: { commands: 6, historyEvents: 1000 } },
    );
  });

  it('hands over with unpublished events when it is never at rest', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const slow = recorder(async (events) => {
      await gate;
      return marksOf(events);
    });
    await playing(
      stage,
      async (played) => {
        const caseId = await opened(played);
        for (let count = 0; count < 9; count++) {
          await played.cases.command(caseId, ask(lead, note()));
        }
        expect(await runsOf(caseId)).toHaveLength(1);
        open();
        await slow.published(caseId, (event) => event.sequence === 1);
        await played.cases.command(caseId, ask(lead, note()));
        await expectAllPublished(played, caseId);
        expect(await runsOf(caseId)).toHaveLength(2);
      },
      { limits: { commands: 4, historyEvents: 1000 }, recorder: slow },
    );
  });
});

/** What a command came to, as if it were told for the first time. */
const told = (answer: CommandTold): CommandTold => ({ ...answer, repeated: false });

describe('a command that is sent again', () => {
  it('is one command within a run, also when both are on their way', async () => {
    await playing(stage, async (played) => {
      const caseId = await opened(played);
      const request = ask(lead, note());
      const [one, other] = await Promise.all([
        played.cases.command(caseId, request),
        played.cases.command(caseId, request),
      ]);
      expect(told(other)).toEqual(told(one));
      expect([one.repeated, other.repeated].sort()).toEqual([false, true]);
      expect(await played.cases.command(caseId, request)).toEqual({ ...told(one), repeated: true });
      expect((await knownState(played.cases, caseId)).sequence).toBe(2);
      const reused = played.cases.command(caseId, ask(lead, note(), request.commandId));
      await expect(reused).rejects.toMatchObject({ refusal: { code: 'key-reused' } });
    });
  });

  it('is one opening', async () => {
    await playing(stage, async (played) => {
      const caseId = crypto.randomUUID();
      const request = ask(lead, openCase(caseId));
      const first = await played.cases.open(caseId, request);
      expect(await played.cases.open(caseId, request)).toEqual({ ...first, repeated: true });
      const another = played.cases.open(caseId, ask(lead, openCase(caseId)));
      await expect(another).rejects.toMatchObject({ refusal: { code: 'already-open' } });
    });
  });

  it('is one command across runs', async () => {
    await playing(
      stage,
      async (played) => {
        const caseId = await opened(played);
        const request = ask(lead, note());
        const first = await played.cases.command(caseId, request);
        for (let count = 0; count < 8; count++) {
          await played.cases.command(caseId, ask(lead, note()));
        }
        expect((await runsOf(caseId)).length).toBeGreaterThanOrEqual(2);
        // Before the repetition: afterwards Temporal itself would know the id in this run.
        const reused = played.cases.command(caseId, ask(lead, note(), request.commandId));
        await expect(reused).rejects.toMatchObject({ refusal: { code: 'key-reused' } });
        const again = await played.cases.command(caseId, request);
        expect(again).toMatchObject({ sequence: first.sequence, fingerprint: first.fingerprint, events: [] });
        expect(again.state.sequence).toBe(10);
        expect((await knownState(played.cases, caseId)).sequence).toBe(10);
      },
      { limits: { commands: 4, historyEvents: 1000 } },
    );
  });
});

describe('publishing', () => {
  it('that differs from what was queued fails the workflow task and keeps the case', async () => {
    const lying = recorder((events) => marksOf(events).map((mark) => (mark.includes(':2:') ? `${mark}0` : mark)));
    await playing(
      stage,
      async (played) => {
        const caseId = await opened(played);
        await played.cases.command(caseId, ask(lead, note()));
        await lying.published(caseId, (event) => event.sequence === 2);
        const failures = async () => (await troubledTasks(stage.client, caseId)).failed;
        await until(async () => (await failures()).length > 0, 'the task that compares has failed');
        await expect(played.cases.command(caseId, ask(lead, note()))).rejects.toThrow(EngineAway);
        const failed = await failures();
        expect(failed[0]).toContain(`published ${caseId}:2:relais.case.note-added.v1:`);
        expect((await describeCase(caseId)).status.name).toBe('RUNNING');
        await stage.client.workflow.getHandle(caseWorkflowId(caseId)).terminate();
      },
      { recorder: lying, deadline: 3000 },
    );
  });

  it('is tried until it succeeds, in order, and holds up no command', async () => {
    let attempts = 0;
    const failing = recorder((events) => {
      attempts++;
      if (attempts <= 3) {
        throw new Error('no broker');
      }
      return marksOf(events);
    });
    await playing(
      stage,
      async (played) => {
        const caseId = await opened(played);
        for (let count = 0; count < 5; count++) {
          await played.cases.command(caseId, ask(lead, note()));
        }
        await expectAllPublished(played, caseId);
        expect(attempts).toBeGreaterThan(3);
      },
      { recorder: failing },
    );
  });
});

describe('what a case tells Temporal', () => {
  it('is a status and a lead, kept from run to run, and no words of the case', async () => {
    await playing(
      stage,
      async (played) => {
        const caseId = await opened(played);
        const told = async () => {
          const { typedSearchAttributes } = await describeCase(caseId);
          const all = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value] as const);
          return Object.fromEntries(all.filter(([name]) => name.startsWith('Relais')));
        };
        const expected = { RelaisStatus: 'awaiting-lead', RelaisLead: services.accountant.serviceId };
        expect(await told()).toEqual(expected);
        for (let count = 0; count < 6; count++) {
          await played.cases.command(caseId, ask(lead, note()));
        }
        expect(await runsOf(caseId)).not.toHaveLength(1);
        expect(await told()).toEqual(expected);
        const stored = bytesIn(await stage.client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory());
        const found = ['binary/encrypted', 'horeca', 'commandId'].filter((word) => stored.includes(word));
        expect(found).toEqual(['binary/encrypted']);
      },
      { limits: { commands: 3, historyEvents: 1000 } },
    );
  });

  it('erases the notes when consent is withdrawn, and ends with the retention time', async () => {
    await playing(stage, async (played) => {
      const policy = { ...continuousPolicy(60_000), retentionMonths: 2e-7, followUpMonths: [] };
      const caseId = await opened(played, { policy });
      await played.cases.command(caseId, ask(lead, { type: 'withdraw-consent' }));
      await stage.client.workflow.getHandle(caseWorkflowId(caseId)).result();
      expect(played.of(caseId).map((one) => one.type)).toEqual([
        'relais.case.opened.v1',
        'relais.case.consent-withdrawn.v1',
        'relais.case.closed.v1',
        'relais.case.retention-ended.v1',
      ]);
      expect(played.erased).toEqual([caseId, caseId]);
      const late = played.cases.command(caseId, ask(lead, note()));
      await expect(late).rejects.toMatchObject({ refusal: { code: 'case-ended' } });
      expect((await played.cases.state(caseId)).phase).toBe('ended');
    });
  });
});
