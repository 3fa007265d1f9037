import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventPublisher } from '#messaging';
import { putIntoOutbox, type OutboxEntry } from '#persistence/kernel';
import { importedCase, referredCase } from '../support/histories.js';
import { consumedRecords, contentOf, loggedEvents, prepareGround, type Ground } from '../support/projection.js';
import { until } from '../support/wait.js';

let ground: Ground;
beforeEach(async () => {
  ground = await prepareGround();
});
afterEach(() => ground.stop());

const imports = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index): OutboxEntry => {
    const event = importedCase(from + index);
    return { topic: 'cases.v1', key: event.caseId, event };
  });

const entriesOf = (n: number) =>
  referredCase(n).events.map((event): OutboxEntry => ({ topic: 'cases.v1', key: event.caseId, event }));

const put = (entries: readonly OutboxEntry[]) => ground.database.transaction((sql) => putIntoOutbox(sql, entries));

const waiting = async () => {
  const [row] = await ground.database.query<{ waiting: number }>(
    'SELECT count(*)::int AS waiting FROM relais.outbox WHERE published_at IS NULL',
  );
  return row?.waiting;
};
const allPublished = () => until(async () => (await waiting()) === 0, 'the outbox to be published');

/** How many relays are connected and have asked whether they may lead. */
const listening = async () => {
  const [row] = await ground.database.query<{ relays: number }>(
    `SELECT count(*)::int AS relays FROM pg_stat_activity
      WHERE application_name = 'relais-outbox' AND datname = current_database() AND query NOT LIKE 'LISTEN%' AND state = 'idle'`,
  );
  return row?.relays;
};

/** A publisher that notes what it was given and fails as told. */
function watched(fails: (send: number) => 'before' | 'after' | undefined = () => undefined) {
  const sent: string[][] = [];
  const publisher: Pick<EventPublisher, 'send'> = {
    send: async (records) => {
      const failure = fails(sent.length);
      sent.push(records.map((record) => `${record.key ?? ''}:${record.headers['ce_sequence'] ?? ''}`));
      if (failure === 'before') {
        throw new Error('Kafka is away');
      }
      await ground.publisher.send(records);
      if (failure === 'after') {
        throw new Error('the answer was lost');
      }
    },
  };
  return { sent, publisher };
}

describe('outbox relay', () => {
  it('publishes in the order of the outbox, what is there and what comes', async () => {
    const { sent, publisher } = watched();
    await put([...entriesOf(1), ...imports(0, 700)]);
    ground.relay(publisher);
    await allPublished();
    await put(entriesOf(2));
    await allPublished();
    const expected = [...entriesOf(1), ...imports(0, 700), ...entriesOf(2)].map((one) => one.event.id);
    expect(sent.flat()).toEqual(expected);
  });

  it('keeps the order of a case in Kafka, and the times at which imported things happened', async () => {
    const records = await ground.read('cases.v1');
    ground.relay();
    await put([...entriesOf(1), ...imports(0, 1)]);
    await until(() => records.length === 6, 'six records');
    const ofCase = records.filter((one) => one.key === referredCase(1).known().caseId);
    expect(ofCase.map((one) => one.headers['ce_sequence'])).toEqual(['1', '2', '3', '4', '5']);
    const imported = records.find((one) => one.headers['ce_type'] === 'relais.case.imported.v1');
    expect(imported?.headers).toMatchObject({ ce_time: '2024-02-01T11:00:00.000Z', ce_source: '/relais/cases' });
    expect(JSON.parse(String(imported?.value))).toMatchObject({ by: { kind: 'import' } });
  });

  it('loses nothing and doubles nothing that counts when Kafka or its answer goes away', async () => {
    const { sent, publisher } = watched((send) => (['before', 'after', undefined, 'after'] as const)[send]);
    await ground.project();
    ground.relay(publisher);
    await put([...entriesOf(1), ...imports(0, 20)]);
    await allPublished();
    await put(entriesOf(2));
    await allPublished();
    expect(sent).toHaveLength(5);
    // The first 25 arrived twice and the last 5 too: an answer was lost each time.
    await until(async () => (await consumedRecords(ground.database)) === 60, '60 records consumed');
    expect(await loggedEvents(ground.database)).toBe(30);
    expect((await contentOf(ground.database))['feed']).toHaveLength(30);
  });

  it('is the work of one relay at a time, and another takes over', async () => {
    const [first, second] = [watched(), watched()];
    const leader = ground.relay(first.publisher);
    await put(imports(0, 5));
    await allPublished();
    ground.relay(second.publisher);
    await until(async () => (await listening()) === 2, 'two relays');
    for (let n = 5; n < 50; n += 5) {
      await put(imports(n, n + 5));
      await allPublished();
    }
    expect([first.sent.flat().length, second.sent.flat().length]).toEqual([50, 0]);
    await leader.stop();
    await put(imports(50, 55));
    await allPublished();
    expect([first.sent.flat().length, second.sent.flat().length]).toEqual([50, 5]);
  });

  it('comes back when its connection is cut', async () => {
    ground.relay();
    await put(imports(0, 1));
    await allPublished();
    await ground.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'relais-outbox' AND datname = current_database()`,
    );
    await put(imports(1, 2));
    await allPublished();
  });
});
