import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toRecord } from '#messaging';
import { createDataSource } from '#persistence/kernel';
import { redriveDeadLetter } from '../../apps/api/src/operations/redrive.js';
import { rebuild, RebuildRunning, RecordsLost } from '../../apps/projector/src/rebuilding.js';
import { FeedStreams1764000000014 } from '../../libs/persistence/src/migrations/1764000000014-feed-streams.js';
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

describe('the feed of the version before', () => {
  it('is kept with its positions, and names streams from now on', async () => {
    await ground.project();
    await ground.publisher.publish(referredCase(1).events);
    await consumed(eventsOfReferredCase);
    const [before, feed] = [await contentOf(ground.database), await positionsOfFeed()];
    const source = await createDataSource(ground.url, { program: 'relais-test' }).initialize();
    const [runner, migration] = [source.createQueryRunner(), new FeedStreams1764000000014()];
    await migration.down(runner);
    expect(await ground.database.query('SELECT DISTINCT kind FROM projection.feed')).toEqual([{ kind: 'case' }]);
    // The second time it finds a database that is made now.
    await migration.up(runner);
    await migration.up(runner);
    await runner.release();
    await source.destroy();
    expect(await contentOf(ground.database)).toEqual(before);
    expect(await positionsOfFeed()).toEqual(feed);
  });
});
