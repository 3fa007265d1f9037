import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OperationsView, RedriveAnswer } from '#contracts/operations';
import { createDataSource, Database } from '#persistence/kernel';
import { createKafka, EventPublisher, toRecord } from '#messaging';
import { referredCase } from '../../support/histories.js';
import { type Client, signIn } from '../../support/http.js';
import { testBrokers } from '../../support/kafka.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import type { Proxy } from '../../support/proxy.js';
import { until } from '../../support/wait.js';

let direct: Database;
let temporal: Proxy;
let postgresql: Proxy;
let stack: Stack;
let admin: Client;

/** The view of those who run Relais; processes are killed and engines cut off, and all is well again at the end. */
export function operations(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    ({ stack, temporal, postgresql } = system());
    direct = new Database(createDataSource(system().databaseUrl, { connections: 1 }));
    await stack.archivist.restart();
    admin = await signIn(stack.apiUrl, 'admin-hub');
  });

  afterAll(() => direct?.stop());

  const read = async () => (await admin.get<OperationsView>('/operations')).body;
  const when = (holds: (view: OperationsView) => boolean, what: string) =>
    until(async () => {
      const { status, body } = await admin.get<OperationsView>('/operations');
      return status === 200 && holds(body) && body;
    }, what);
  const codes = ({ findings }: OperationsView) => findings.map(({ code, subject }) => [code, subject]);
  const isWell = ({ findings, processes }: OperationsView) =>
    findings.length === 0 && processes.length === 4 && processes.every(({ state }) => state === 'ready');
  const well = () => when(isWell, 'all is well');

  describe('the view of those who run Relais', () => {
    it('shows every process and engine, how far everything is, and that all is well', async () => {
      const paul = await signIn(stack.apiUrl, 'paul-itaa');
      await paul.openCase();
      const view = await when(
        (one) =>
          isWell(one) && one.newest !== null && one.offsets.length === 8 && one.offsets.every(({ lag }) => lag === 0),
        'the case is applied everywhere and all is well',
      );
      expect(view.processes.map(({ kind, state, version }) => [kind, state, version])).toEqual(
        ['api', 'archivist', 'projector', 'worker'].map((kind) => [
          kind,
          'ready',
          expect.stringMatching(/^\d+\.\d+\.\d+/),
        ]),
      );
      expect(view.engines).toEqual([
        expect.objectContaining({ name: 'postgresql', state: 'serves', version: expect.stringMatching(/^\d+\.\d+/) }),
        expect.objectContaining({ name: 'kafka', state: 'serves', fault: null }),
        expect.objectContaining({ name: 'temporal', state: 'serves', version: expect.stringMatching(/^\d+\.\d+/) }),
      ]);
      expect(view.newest?.type).toBe('relais.case.opened.v1');
      expect(view.queue?.tasks.map(({ kind }) => kind)).toEqual(['workflow', 'activity']);
      const counted = await when(
        ({ queue }) => queue?.openCases.some(({ count }) => count > 0) === true,
        'Temporal counts the open case',
      );
      expect(counted.queue?.openCases.find(({ status }) => status === 'awaiting-lead')?.count).toBeGreaterThan(0);
    });

    it('says that no worker runs after one was killed, and that all is well once it is started again', async () => {
      await well();
      await stack.worker.kill('SIGKILL');
      const without = await when(({ findings }) => findings.length > 0, 'the worker is missed');
      expect(codes(without)).toEqual([['no-process', 'worker']]);
      expect(without.processes.find(({ kind }) => kind === 'worker')?.state).toBe('gone');
      await stack.worker.restart();
      const again = await well();
      expect(again.processes.filter(({ kind }) => kind === 'worker')).toHaveLength(1);
    });

    it('forgets a process that stops in good order', async () => {
      await well();
      await stack.projector.kill('SIGTERM');
      expect(codes(await read())).toEqual([['no-process', 'projector']]);
      expect((await read()).processes.map(({ kind }) => kind)).toEqual(['api', 'archivist', 'worker']);
      await stack.projector.restart();
      await well();
    });

    it('says which engine is away', async () => {
      await well();
      temporal.cut();
      const view = await when(
        ({ engines, queue }) => queue === null && engines.some(({ state }) => state === 'away'),
        'Temporal is missed',
      );
      expect(codes(view)).toContainEqual(['engine-away', 'temporal']);
      temporal.mend();
      await well();
    });

    it('goes on by itself after PostgreSQL was away, and then knows of it', async () => {
      await well();
      // What it wrote before is of another time.
      const before = stack.worker.logs().length;
      postgresql.cut();
      expect((await admin.get('/operations')).status).toBe(503);
      const said = () => stack.worker.logs().slice(before);
      await until(() => said().includes('signs of life are not heard'), 'the worker could not tell');
      postgresql.mend();
      const view = await when(
        (one) => isWell(one) && one.faults.some(({ message }) => message === 'signs of life are not heard'),
        'all is well and the complaint has arrived',
      );
      expect(JSON.stringify(view.faults)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    });
  });

  describe('dead letters of one reason', () => {
    it('are driven again together, each by itself', async () => {
      await well();
      const kafka = createKafka(testBrokers(), 'relais-test');
      const publisher = new EventPublisher(kafka, stack.prefix);
      const [mended, broken] = [referredCase(1), referredCase(2)];
      for (const event of [...mended.events, ...broken.events]) {
        const record = toRecord(event);
        const value = event.sequence === 3 ? Buffer.from('{') : record.value;
        await publisher.send([{ topic: 'cases.v1', ...record, value }]);
      }
      await publisher.stop();
      const found = await when(
        ({ parked }) => parked.length === 2 && parked.every(({ events }) => events === 2),
        'both cases wait',
      );
      expect(codes(found)).toEqual([['dead-letters', null]]);
      expect(found.deadLettersOpen).toBe(2);
      expect(found.parked.map(({ waitingFor, events, deadLetter }) => [waitingFor, events, deadLetter])).toEqual([
        [3, 2, true],
        [3, 2, true],
      ]);
      const third = mended.events[2];
      await direct.query('UPDATE relais.dead_letter SET value = $2 WHERE key = $1', [
        third?.caseId,
        third === undefined ? null : toRecord(third).value,
      ]);
      const { body } = await admin.post<RedriveAnswer>('/operations/dead-letters/redrive', { reason: 'unparsable' });
      expect([body.redriven, body.stillBroken, body.view.deadLettersOpen]).toEqual([1, 1, 1]);
      await when(({ parked }) => parked.length === 1, 'what waited has followed');
      const none = await admin.post<RedriveAnswer>('/operations/dead-letters/redrive', { reason: 'schema' });
      expect([none.body.redriven, none.body.stillBroken]).toEqual([0, 0]);
      expect((await admin.post('/operations/dead-letters/redrive', { reason: 'boredom' })).status).toBe(422);
      const paul = await signIn(stack.apiUrl, 'paul-itaa');
      expect((await paul.post('/operations/dead-letters/redrive', { reason: 'schema' })).status).toBe(403);
    });
  });
}
