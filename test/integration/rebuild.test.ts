import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventPublisher, toRecord, topicOf, type Losses } from '#messaging';
import { recordDeadLetters } from '#persistence/operations';
import { redriveDeadLetter } from '../../apps/api/src/operations/redrive.js';
import { rebuild, RebuildRunning, RecordsLost } from '../../apps/projector/src/rebuilding.js';
import { eventsOfReferredCase, importedCase, referredCase } from '../support/histories.js';
import { consumedRecords, contentOf, loggedEvents, prepareGround, type Ground } from '../support/projection.js';
import { until } from '../support/wait.js';

let ground: Ground;
beforeEach(async () => {
  ground = await prepareGround();
});
afterEach(() => ground.stop());

const scenes = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => referredCase(from + index));
const consumed = (records: number) =>
  until(async () => (await consumedRecords(ground.database)) >= records, `${records} records consumed`);
const rebuildNow = (more: { acceptLoss?: boolean; mostCases?: number } = {}) => rebuild({ ...ground, ...more });
const positionsOfFeed = () =>
  ground.database.query<{ position: string; subject: string; sequence: number }>(
    'SELECT position::text, subject, sequence FROM projection.feed f ORDER BY f.position',
  );

/** Cases in every condition: whole, imported, behind a gap, behind a dead letter, driven again. */
async function fill(): Promise<void> {
  await ground.project();
  ground.relay();
  await ground.publisher.publish(scenes(0, 30).flatMap((scene) => scene.events));
  await ground.publisher.publish(Array.from({ length: 50 }, (_, n) => importedCase(n)));
  await ground.publisher.publish(referredCase(40).events.filter((event) => event.sequence !== 2));
  const [broken, mended] = [referredCase(41), referredCase(42)];
  for (const event of [...broken.events, ...mended.events]) {
    await ground.send({ ...toRecord(event), ...(event.sequence === 3 && { value: Buffer.from('broken') }) });
  }
  const records = 32 * eventsOfReferredCase + 50 + 4;
  await consumed(records);
  const [letter] = await ground.database.query<{ id: string }>(
    'SELECT dead_letter_id AS id FROM relais.dead_letter WHERE key = $1',
    [mended.known().caseId],
  );
  await redriveDeadLetter(ground.database, letter?.id ?? '', () => ({
    stream: 'cases',
    subject: mended.known().caseId,
    event: mended.events[2] ?? importedCase(0),
  }));
  await consumed(records + 1);
}

describe('rebuild', () => {
  it('gives what was there', async () => {
    await fill();
    const [before, feed] = [await contentOf(ground.database), await positionsOfFeed()];
    expect(before['parked']).toHaveLength(5);
    await rebuildNow();
    expect(await contentOf(ground.database)).toEqual(before);
    expect(await positionsOfFeed()).toEqual(feed);
    const schemas = await ground.database.query(
      `SELECT nspname FROM pg_namespace WHERE nspname LIKE 'projection%' ORDER BY nspname`,
    );
    expect(schemas).toEqual([{ nspname: 'projection' }]);
  });

  it('repairs a projection that was damaged', async () => {
    await fill();
    const before = await contentOf(ground.database);
    await ground.database.query('UPDATE projection.measure_week SET count = count + 1');
    await ground.database.query('DELETE FROM projection.inbox_line');
    await rebuildNow();
    expect(await contentOf(ground.database)).toEqual(before);
  });

  it('loses and doubles nothing of what happens meanwhile, and serves all the time', async () => {
    await fill();
    const before = await loggedEvents(ground.database);
    const meanwhile = { publishing: true };
    const published = (async () => {
      let n = 100;
      for (; meanwhile.publishing; n += 5) {
        await ground.publisher.publish(scenes(n, n + 5).flatMap((scene) => scene.events));
        await until(
          async () => (await loggedEvents(ground.database)) >= before + (n - 95) * eventsOfReferredCase,
          'a wave',
        );
      }
      return (n - 100) * eventsOfReferredCase;
    })();
    const served = (async () => {
      let reads = 0;
      for (; meanwhile.publishing; reads++) {
        expect(await loggedEvents(ground.database)).toBeGreaterThanOrEqual(before);
      }
      return reads;
    })();
    await rebuildNow().finally(() => (meanwhile.publishing = false));
    const all = before + (await published);
    expect(await served).toBeGreaterThan(0);
    await until(async () => (await loggedEvents(ground.database)) === all, 'everything applied');
    const feed = await positionsOfFeed();
    expect(new Set(feed.map((one) => `${one.subject}:${one.sequence}`)).size).toBe(all);
    expect(feed).toHaveLength(all);
    const live = await contentOf(ground.database);
    await rebuildNow();
    expect(await contentOf(ground.database)).toEqual(live);
  });

  it('gives the same when not all cases fit into memory', async () => {
    await fill();
    const before = await contentOf(ground.database);
    await rebuildNow({ mostCases: 10 });
    expect(await contentOf(ground.database)).toEqual(before);
  });

  it('takes over although records never stop coming', async () => {
    await fill();
    const before = await loggedEvents(ground.database);
    const meanwhile = { publishing: true };
    const published = (async () => {
      let n = 1_000;
      for (; meanwhile.publishing; n += 10) {
        await ground.publisher.publish(scenes(n, n + 10).flatMap((scene) => scene.events));
      }
      return (n - 1_000) * eventsOfReferredCase;
    })();
    await rebuildNow().finally(() => (meanwhile.publishing = false));
    const all = before + (await published);
    await until(async () => (await loggedEvents(ground.database)) === all, 'everything applied');
    const live = await contentOf(ground.database);
    await rebuildNow();
    expect(await contentOf(ground.database)).toEqual(live);
  });

  it('runs alone', async () => {
    await ground.publisher.publish(scenes(0, 1).flatMap((scene) => scene.events));
    const outcomes = await Promise.allSettled([rebuildNow(), rebuildNow()]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({ reason: expect.any(RebuildRunning) });
  });

  it('does not forget what Kafka has lost, unless told to', async () => {
    const { stop } = await ground.project();
    await ground.publisher.publish(scenes(0, 5).flatMap((scene) => scene.events));
    await consumed(5 * eventsOfReferredCase);
    await stop();
    await ground.database.query('UPDATE projection.consumer_offset SET next = next + 1000 WHERE next > 0');
    const before = await contentOf(ground.database);
    await expect(rebuildNow()).rejects.toThrow(RecordsLost);
    expect(await contentOf(ground.database)).toEqual(before);
    await rebuildNow({ acceptLoss: true });
    expect(await contentOf(ground.database)).toEqual(before);
    expect(await consumedRecords(ground.database)).toBe(5 * eventsOfReferredCase);
  });
});

describe('a log that takes the place of the one that was read', () => {
  const eventsOf = (from: number, count: number) => scenes(from, from + count).flatMap((scene) => scene.events);
  const partitions = [0, 1, 2, 3, 4, 5];
  /** Some of each partition. */
  const first = eventsOf(0, 40);

  async function readFirst() {
    const told: Losses[] = [];
    const projecting = await ground.project({ onLosses: (losses) => told.push(losses) });
    await ground.publisher.publish(first);
    await consumed(first.length);
    const lost = () => [...(told.at(-1)?.keys() ?? [])].sort();
    const all = partitions.map((partition) => `${topicOf(ground.prefix, 'cases.v1')}/${partition}`);
    return { ...projecting, lost, all, reasons: () => [...(told.at(-1)?.values() ?? [])] };
  }

  it('is not read on once it is longer, by one who lives or one who starts, until the loss is accepted', async () => {
    const one = await readFirst();
    const before = await contentOf(ground.database);
    const others = eventsOf(100, 120);
    await ground.loseLogs(others);
    await until(() => one.lost().length === 6, 'all partitions are told as lost');
    expect([one.lost(), one.reasons()]).toEqual([one.all, partitions.map(() => expect.stringMatching(/another log$/))]);
    await one.stop();
    const told: Losses[] = [];
    await ground.project({ onLosses: (losses) => told.push(losses) });
    await until(() => told.at(-1)?.size === 6, 'another projector says so too');
    expect(await contentOf(ground.database)).toEqual(before);
    await expect(rebuild({ ...ground })).rejects.toThrow(RecordsLost);
    await rebuild({ ...ground, acceptLoss: true });
    expect(await loggedEvents(ground.database)).toBe(others.length);
    const unmarked = 'SELECT FROM projection.consumer_offset WHERE next > 0 AND marked IS DISTINCT FROM next - 1';
    expect(await ground.database.query(unmarked)).toEqual([]);
    await until(() => told.at(-1)?.size === 0, 'it reads again');
    const later = new EventPublisher(ground.kafka, ground.prefix);
    await later.publish(eventsOf(300, 10));
    await consumed(others.length + 10 * eventsOfReferredCase);
    await later.stop();
    expect(await loggedEvents(ground.database)).toBe(others.length + 10 * eventsOfReferredCase);
  });

  it('is told while it is shorter, and not forgotten when it grows past what was read', async () => {
    const one = await readFirst();
    await ground.loseLogs(eventsOf(100, 6));
    await until(() => one.reasons().some((reason) => /was read up to/.test(reason)), 'it is told');
    await ground.loseLogs(eventsOf(100, 120));
    await until(
      () => one.reasons().filter((reason) => reason.endsWith('another log')).length === 6,
      'it is still told',
    );
    expect(await loggedEvents(ground.database)).toBe(first.length);
  });

  it('is not read on where its next records were taken away', async () => {
    const one = await readFirst();
    await one.stop();
    await ground.publisher.publish(eventsOf(100, 40));
    const admin = ground.kafka.admin();
    await admin.connect();
    const topic = topicOf(ground.prefix, 'cases.v1');
    // kafkajs looks for the leaders of topics that it has heard of.
    await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: partitions.map((partition) => ({ partition, offset: '-1' })) });
    await admin.disconnect();
    const told: Losses[] = [];
    await ground.project({ onLosses: (losses) => told.push(losses) });
    await ground.publisher.publish(eventsOf(200, 40));
    await until(() => told.at(-1)?.size === 6, 'all partitions are told as lost');
    expect([...(told.at(-1)?.values() ?? [])][0]).toMatch(/begins at \d+ and was read only up to \d+$/);
    expect(await loggedEvents(ground.database)).toBe(first.length);
    await expect(rebuild({ ...ground })).rejects.toThrow(/begins at \d+ and was read from its beginning/);
  });

  it('is read on when it says the same, as one that was copied or brought back', async () => {
    const one = await readFirst();
    const more = eventsOf(100, 20);
    await ground.loseLogs([...first, ...more]);
    await consumed(first.length + more.length);
    expect([one.lost(), await loggedEvents(ground.database)]).toEqual([[], first.length + more.length]);
  });

  it('keeps its records that cannot be read beside those of the other', async () => {
    await readFirst();
    const key = referredCase(0).known().caseId;
    await ground.send({ key, value: Buffer.from('broken') });
    await consumed(first.length + 1);
    const [letter] = await ground.database.query<{ partition: number; offset: string }>(
      'SELECT partition, "offset"::text AS "offset" FROM relais.dead_letter',
    );
    const place = { topic: topicOf(ground.prefix, 'cases.v1'), partition: letter?.partition ?? -1, headers: {}, key };
    const again = { ...place, offset: BigInt(letter?.offset ?? 0), value: Buffer.from('broken in another way') };
    const fault = { reason: 'unparsable', detail: 'broken' } as const;
    const fresh = () => recordDeadLetters(ground.database, [{ record: again, fault }]);
    expect([(await fresh()).length, (await fresh()).length]).toEqual([1, 0]);
  });
});
