import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '#contracts/case';
import { createDataSource, Database } from '#persistence/kernel';
import { uuid } from '../support/builders.js';
import { FailingDatabase } from '../support/failing-database.js';
import { eventsOfReferredCase, importedCase, referredCase } from '../support/histories.js';
import {
  consumedRecords,
  contentOf,
  deadLettersOf,
  loggedEvents,
  prepareGround,
  type Ground,
} from '../support/projection.js';
import { countsIn, recountAll } from '../support/recount.js';
import { until } from '../support/wait.js';

let ground: Ground;
beforeEach(async () => {
  ground = await prepareGround();
});
afterEach(() => ground.stop());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const consumed = (records: number) =>
  until(async () => (await consumedRecords(ground.database)) === records, `${records} records consumed`);
const statesIn = (content: Record<string, unknown[]>) =>
  content['case_read']?.map((row) => (row as { state: unknown }).state);

type Measured = { readonly cube: string; readonly b: string; readonly count: number };
const rowsOf = (rows: readonly unknown[] = [], cubes: readonly string[]) =>
  (rows as readonly Measured[]).filter(({ cube }) => cubes.includes(cube));
/** Counts of cases and of the difficulties they mention. */
const openingsIn = (content: Record<string, unknown[]>) =>
  rowsOf(content['measure_week'], ['opened', 'mentions']).map(({ count }) => count);

async function emptyProjection(): Promise<void> {
  const tables = ['event_log', 'case_read', 'case_party', 'inbox_line', 'measure_week', 'feed', 'consumer_offset'];
  await ground.database.query(`TRUNCATE ${tables.map((table) => `projection.${table}`).join(', ')}`);
}

/** Events of several cases, taking turns. */
function interleaved(histories: readonly (readonly CaseEvent[])[]): CaseEvent[] {
  const longest = Math.max(...histories.map((one) => one.length));
  return numbers(longest).flatMap((turn) => histories.flatMap((one) => one.slice(turn, turn + 1)));
}

describe('projector', () => {
  it('projects cases as the core sees them', async () => {
    const [scene] = [referredCase(1)];
    await ground.project();
    await ground.publisher.publish([...scene.events, importedCase(1)]);
    await consumed(scene.events.length + 1);
    const content = await contentOf(ground.database);
    expect(statesIn(content)).toEqual([scene.known(), expect.objectContaining({ imported: true, phase: 'closed' })]);
    expect(content['event_log']?.[0]).toMatchObject({ stream: 'cases', sequence: 1, event_id: scene.events[0]?.id });
    expect(countsIn(content['measure_week'])).toEqual(recountAll([scene.events, [importedCase(1)]]));
    expect(content['case_party']).toEqual([
      { case_id: scene.known().caseId, service_id: 'accounts-east' },
      { case_id: scene.known().caseId, service_id: 'mediation-north' },
    ]);
    expect(content['inbox_line']?.map((row) => (row as { bucket: string }).bucket)).toEqual([
      'waiting-on-others',
      'in-progress',
    ]);
    expect(content['measure_week']).toContainEqual({
      cube: 'places',
      week: '2026-W36',
      a: '21009',
      b: 'public-debt',
      c: '',
      d: '',
      imported: false,
      count: 1,
    });
    expect(content['measure_week']).toContainEqual({
      cube: 'mentions',
      week: '2024-W05',
      a: 'partner-conflict',
      b: 'horeca',
      c: 'south-east',
      d: '',
      imported: true,
      count: 1,
    });
    expect(content['feed']?.[1]).toMatchObject({
      stream: 'cases',
      sequence: 2,
      type: 'relais.referral.sent.v1',
      parties: ['accounts-east', 'mediation-north'],
    });
  });

  it('moves a case in the figures when its facts are corrected, and leaves no empty cell behind', async () => {
    await ground.project();
    const { events } = referredCase(2);
    const cells = async () => (await contentOf(ground.database))['measure_week'];
    const sectors = async () => rowsOf(await cells(), ['opened', 'mentions']).map(({ b }) => b);
    await ground.publisher.publish(events.slice(0, 1));
    await consumed(1);
    expect(await sectors()).toEqual(['horeca', 'horeca', 'horeca']);
    await ground.publisher.publish(events.slice(1));
    await consumed(eventsOfReferredCase);
    expect(await sectors()).toEqual(['trade', 'trade', 'trade']);
    expect(countsIn(await cells())).toEqual(recountAll([events]));
  });

  it('takes records that are delivered twice once', async () => {
    const events = interleaved(numbers(20).map((n) => referredCase(n).events));
    await ground.project();
    await ground.publisher.publish(events);
    await consumed(events.length);
    const once = await contentOf(ground.database);
    await ground.publisher.publish(events);
    await consumed(2 * events.length);
    expect(await contentOf(ground.database)).toEqual(once);
    expect(once['event_log']).toHaveLength(events.length);
    expect(await deadLettersOf(ground.database)).toEqual([]);
  });

  it('changes nothing when its positions are set back', async () => {
    const events = interleaved(numbers(20).map((n) => referredCase(n).events));
    const first = await ground.project();
    await ground.publisher.publish(events);
    await consumed(events.length);
    await first.stop();
    const before = await contentOf(ground.database);
    await ground.database.query('UPDATE projection.consumer_offset SET next = 0');
    await ground.project();
    await consumed(events.length);
    expect(await contentOf(ground.database)).toEqual(before);
  });

  it('believes the positions in PostgreSQL and not those in Kafka', async () => {
    const events = interleaved(numbers(20).map((n) => referredCase(n).events));
    const first = await ground.project();
    await ground.publisher.publish(events);
    await consumed(events.length);
    const before = await contentOf(ground.database);
    await first.stop();
    await emptyProjection();
    await ground.project();
    await consumed(events.length);
    expect(await contentOf(ground.database)).toEqual(before);
  });

  it('notices while it runs that its projection was put back to another time', async () => {
    const scene = referredCase(1);
    await ground.project();
    await ground.publisher.publish(scene.events.slice(0, 3));
    await consumed(3);
    await emptyProjection();
    await ground.publisher.publish(scene.events.slice(3));
    await consumed(eventsOfReferredCase);
    const content = await contentOf(ground.database);
    expect(statesIn(content)).toEqual([scene.known()]);
    expect(content['parked']).toEqual([]);
  });

  it('lets what follows a gap wait, and only that', async () => {
    const [gapped, whole] = [referredCase(1), referredCase(2)];
    const missing = gapped.events.slice(2, 3);
    await ground.project();
    await ground.publisher.publish(interleaved([gapped.events.filter((one) => !missing.includes(one)), whole.events]));
    await consumed(2 * eventsOfReferredCase - 1);
    const waiting = await contentOf(ground.database);
    expect(waiting['parked']?.map((row) => (row as { sequence: number }).sequence)).toEqual([4, 5]);
    expect(statesIn(waiting)).toEqual([expect.objectContaining({ sequence: 2 }), whole.known()]);
    await ground.publisher.publish(missing);
    await consumed(2 * eventsOfReferredCase);
    const after = await contentOf(ground.database);
    expect(after['parked']).toEqual([]);
    expect(statesIn(after)).toEqual([gapped.known(), whole.known()]);
  });

  it('orders what comes in the wrong order', async () => {
    const scene = referredCase(1);
    await ground.project();
    await ground.publisher.publish(scene.events.toReversed());
    await consumed(eventsOfReferredCase);
    const content = await contentOf(ground.database);
    expect(statesIn(content)).toEqual([scene.known()]);
    expect(content['parked']).toEqual([]);
  });

  it('shares the partitions with others that come and go', async () => {
    const scenes = numbers(60).map(referredCase);
    const events = interleaved(scenes.map((scene) => scene.events));
    const part = (from: number, to: number) =>
      ground.publisher.publish(events.slice(from * eventsOfReferredCase, to * eventsOfReferredCase));
    const first = await ground.project();
    await part(0, 15);
    const second = ground.project();
    await part(15, 30);
    await second;
    await part(30, 45);
    await first.stop();
    await part(45, 60);
    await consumed(events.length);
    const content = await contentOf(ground.database);
    expect(statesIn(content)).toEqual(scenes.map((scene) => scene.known()));
    expect(content['feed']).toHaveLength(events.length);
    expect(openingsIn(content)).toEqual(numbers(6).map(() => 30));
    expect(countsIn(content['measure_week'])).toEqual(recountAll(scenes.map((scene) => scene.events)));
  });
});

describe('projector in trouble', () => {
  it('does nothing by halves and nothing twice when it is killed before or after the end of a transaction', async () => {
    const failing = new FailingDatabase(ground.url, ['before', 'after', 'before', 'after']);
    const scenes = numbers(10).map(referredCase);
    await ground.publisher.publish(scenes.flatMap((scene) => scene.events));
    const projecting = await ground.project({ database: failing });
    await consumed(scenes.length * eventsOfReferredCase);
    await projecting.stop();
    await failing.stop();
    const content = await contentOf(ground.database);
    expect(statesIn(content)).toEqual(scenes.map((scene) => scene.known()));
    expect(content['feed']).toHaveLength(scenes.length * eventsOfReferredCase);
    expect(openingsIn(content)).toEqual(numbers(6).map(() => 5));
    expect(countsIn(content['measure_week'])).toEqual(recountAll(scenes.map((scene) => scene.events)));
  });

  it('waits while PostgreSQL throws it out, says so, and goes on', async () => {
    const own = new Database(createDataSource(ground.url, { program: 'relais-thrown-out' }));
    const { projector, stop } = await ground.project({ database: own });
    await ground.publisher.publish(referredCase(1).events);
    await consumed(eventsOfReferredCase);
    const rename = (from: string, to: string) =>
      ground.database.query(`ALTER TABLE projection.${from} RENAME TO ${to}`);
    await rename('event_log', 'event_log_away');
    await ground.publisher.publish(referredCase(2).events);
    await until(() => projector.trouble(), 'the projector to say that it waits');
    await ground.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'relais-thrown-out'`,
    );
    await rename('event_log_away', 'event_log');
    await consumed(2 * eventsOfReferredCase);
    await until(() => projector.trouble() === undefined, 'the projector to say that all is well');
    await stop();
    await own.stop();
    expect(statesIn(await contentOf(ground.database))).toEqual([referredCase(1).known(), referredCase(2).known()]);
  });

  it('sets the one record aside that PostgreSQL cannot store, and applies those around it', async () => {
    const events = numbers(9).map((n) => importedCase(n));
    const poisoned = referredCase(1).events.map((event) =>
      event.type === 'relais.case.opened.v1'
        ? { ...event, data: { ...event.data, policy: { ...event.data.policy, name: 'a\u0000b' } } }
        : event,
    );
    await ground.publisher.publish([...events.slice(0, 4), ...poisoned.slice(0, 1), ...events.slice(4)]);
    await ground.project();
    await consumed(10);
    expect(await loggedEvents(ground.database)).toBe(9);
    const dead = await ground.database.query('SELECT reason, key FROM relais.dead_letter');
    expect(dead).toEqual([{ reason: 'rejected', key: uuid(1_001) }]);
  });
});
