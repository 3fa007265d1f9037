import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseClient, EngineAway, TooBusy } from '#temporal';
import { caseWorkflowId } from '#workflows';
import { actorOf, openCase, outsider, services } from '../support/builders.js';
import { ask, knownState, playing, realStage, testKeys, troubledTasks, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await realStage();
});
afterAll(async () => stage.close());

const lead = actorOf(services.accountant);
const note = (by = lead) => ask(by, { type: 'add-note', noteId: crypto.randomUUID() });
const handleOf = (caseId: string) => stage.client.workflow.getHandle(caseWorkflowId(caseId));
const runOf = async (caseId: string) => (await handleOf(caseId).describe()).runId;
const address = () => process.env['TEST_TEMPORAL_ADDRESS'] ?? '';

/** A server in front of Temporal that can be taken away. */
async function gateway(): Promise<{ address: string; close(): Promise<void>; open(): Promise<void> }> {
  const [host = '', port = ''] = address().split(':');
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  const listen = (on: number) => new Promise<void>((resolve) => server.listen(on, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as net.AddressInfo).port;
  return {
    address: `127.0.0.1:${own}`,
    open: () => listen(own),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}

describe('the client of cases', () => {
  it('says that Temporal is away, and goes on by itself when it is back', async () => {
    const front = await gateway();
    await playing(stage, async ({ taskQueue }) => {
      const settings = { taskQueue, reconnectFor: 300, deadline: 5000 };
      const cases = CaseClient.to({ address: front.address, namespace: 'default', keys: testKeys }, settings);
      const caseId = crypto.randomUUID();
      await cases.open(caseId, ask(lead, openCase(caseId)));
      expect(await cases.isReachable()).toBe(true);

      await front.close();
      expect(await cases.isReachable()).toBe(false);
      const given = note();
      await expect(cases.command(caseId, given)).rejects.toThrow(EngineAway);
      await expect(cases.state(caseId)).rejects.toThrow(EngineAway);

      await front.open();
      let answer = await cases.command(caseId, given).catch((error: unknown) => error);
      while (answer instanceof EngineAway) {
        answer = await cases.command(caseId, given).catch((error: unknown) => error);
      }
      expect(answer).toMatchObject({ sequence: 2 });
      await cases.close();
    });
    await front.close();
  });

  it('says that no worker answers, the second time sooner, and the command is not lost', async () => {
    const taskQueue = `test-${crypto.randomUUID()}`;
    const cases = new CaseClient(stage.client, { taskQueue, deadline: 1500, deadlineWhileAway: 200 });
    const caseId = crypto.randomUUID();
    const request = ask(lead, openCase(caseId));
    await expect(cases.open(caseId, request)).rejects.toThrow(EngineAway);
    const patient = new CaseClient(stage.client, { taskQueue, deadline: 1500 });
    const order: string[] = [];
    await Promise.all([
      patient.open(caseId, request).catch(() => order.push('one that hopes')),
      cases.open(caseId, request).catch(() => order.push('one that knows')),
    ]);
    expect(order).toEqual(['one that knows', 'one that hopes']);
    await playing(
      stage,
      async (played) => {
        expect(await played.cases.open(caseId, request)).toMatchObject({ sequence: 1 });
        expect((await knownState(played.cases, caseId)).sequence).toBe(1);
      },
      { taskQueue },
    );
  });

  it('brings a burst on one case through, and says when it is too much', async () => {
    await playing(stage, async ({ cases, taskQueue, deadline }) => {
      const caseId = crypto.randomUUID();
      await cases.open(caseId, ask(lead, openCase(caseId)));
      // Three processes of the API, eight in flight each: more than Temporal takes at once.
      const several = [0, 1, 2].map(() => new CaseClient(stage.client, { taskQueue, deadline }));
      const answers = await Promise.all(
        several.flatMap((one) => Array.from({ length: 30 }, () => one.command(caseId, note()))),
      );
      expect(answers.map((one) => one.sequence).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 90 }, (_, index) => index + 2),
      );
      expect((await troubledTasks(stage.client, caseId)).failed).toEqual([]);
      const flood = await Promise.allSettled(Array.from({ length: 300 }, () => cases.command(caseId, note())));
      const refused = flood.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(refused.every((reason) => reason instanceof TooBusy)).toBe(true);
      expect(refused).toHaveLength(300 - 208);
    });
  });

  it('knows no case that was never opened', async () => {
    await playing(stage, async ({ cases }) => {
      const unknown = crypto.randomUUID();
      const notFound = { refusal: { code: 'case-not-found' } };
      await expect(cases.command(unknown, note())).rejects.toMatchObject(notFound);
      await expect(cases.state(unknown)).rejects.toMatchObject(notFound);
      const refusedOpening = cases.open(unknown, ask(actorOf(services.mediator), openCase(unknown)));
      await expect(refusedOpening).rejects.toMatchObject({ refusal: { code: 'forbidden' } });
      await expect(cases.state(unknown)).rejects.toMatchObject(notFound);
      // The same id may then be opened by somebody who may.
      expect(await cases.open(unknown, ask(lead, openCase(unknown)))).toMatchObject({ sequence: 1 });
    });
  });
});

describe('a command that is not remembered any more', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 8, 1, 9, 0, second)).toISOString();

  it('is refused and not applied again, from run to run, whether or not it says that it was asked before', async () => {
    await playing(
      stage,
      async ({ cases }) => {
        const caseId = crypto.randomUUID();
        await cases.open(caseId, ask(lead, openCase(caseId)));
        const first = await runOf(caseId);
        const requests = Array.from({ length: 12 }, (_, second) => ({ ...note(), askedAt: at(second) }));
        for (const request of requests) {
          await cases.command(caseId, request);
        }
        expect(await runOf(caseId)).not.toBe(first);
        const forgotten = { refusal: { code: 'key-forgotten' } };
        // Of runs before: within one Temporal itself remembers, and a run takes eight at most.
        for (const request of requests.slice(0, 4)) {
          await expect(cases.command(caseId, request)).rejects.toMatchObject(forgotten);
          await expect(cases.command(caseId, { ...request, again: true })).rejects.toMatchObject(forgotten);
        }
        const remembered = await Promise.all(requests.slice(-2).map((one) => cases.command(caseId, one)));
        expect(remembered.map((one) => one.sequence)).toEqual([12, 13]);
        expect((await knownState(cases, caseId)).sequence).toBe(13);
        expect(await cases.command(caseId, { ...note(), askedAt: at(20) })).toMatchObject({ sequence: 14 });
      },
      { limits: { commands: 4, historyEvents: 1000, remembered: 4 } },
    );
  });
});

describe('somebody who has no part in a case', () => {
  it('neither writes into its history nor into its memory, however often they ask again', async () => {
    await playing(
      stage,
      async ({ cases }) => {
        const caseId = crypto.randomUUID();
        await cases.open(caseId, ask(lead, openCase(caseId)));
        const request = { ...note(), askedAt: new Date().toISOString() };
        const { sequence } = await cases.command(caseId, request);
        const strange = { refusal: { code: 'case-not-found' } };
        for (let count = 0; count < 6; count++) {
          const asked = { ...note(outsider), askedAt: new Date().toISOString(), again: true };
          await expect(cases.command(caseId, asked)).rejects.toMatchObject(strange);
        }
        const { events } = await handleOf(caseId).fetchHistory();
        const taken = (events ?? []).filter((one) => one.workflowExecutionUpdateAcceptedEventAttributes);
        expect(taken).toHaveLength(2);
        expect(await cases.command(caseId, request)).toMatchObject({ sequence, repeated: true });
      },
      { limits: { commands: 100, historyEvents: 1000, remembered: 4 } },
    );
  });

  it('is not told what became of a command, once that has to be remembered', async () => {
    await playing(
      stage,
      async ({ cases }) => {
        const caseId = crypto.randomUUID();
        await cases.open(caseId, ask(lead, openCase(caseId)));
        const first = await runOf(caseId);
        const request = { ...note(), askedAt: new Date().toISOString() };
        await cases.command(caseId, request);
        for (let count = 0; count < 8; count++) {
          await cases.command(caseId, { ...note(), askedAt: new Date().toISOString() });
        }
        expect(await runOf(caseId)).not.toBe(first);
        const asked = cases.command(caseId, { ...request, by: outsider });
        await expect(asked).rejects.toMatchObject({ refusal: { code: 'case-not-found' } });
      },
      { limits: { commands: 4, historyEvents: 1000 } },
    );
  });
});
