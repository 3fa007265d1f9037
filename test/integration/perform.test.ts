import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { enterServices, serviceSubject } from '#persistence/directory';
import {
  clockedSubject,
  createDataSource,
  Database,
  perform,
  putIntoOutbox,
  trimOutbox,
  type Performance,
} from '#persistence/kernel';
import { actorOf, coordinator, services } from '#test/builders';
import type { ServiceCommand } from '#domain/directory';
import { until } from '../support/wait.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let server: TestDatabase;
let database: Database;

const { serviceId: id, organisationId } = services.mediator;
const viewer = actorOf(services.mediator);
const at = '2026-03-02T09:00:00.000Z';
const full = { id, at, viewer, command: { type: 'confirm-capacity', capacity: 'full' } } as const;
const free = { ...full, command: { type: 'confirm-capacity', capacity: 'available' } } as const;

const confirm = (performance: Performance<ServiceCommand>) => perform(database, serviceSubject, performance);

/** All that a performance may write. */
async function written() {
  const [row] = await database.query<Record<string, unknown>>(`SELECT
    (SELECT json_agg(s ORDER BY id) FROM relais.subject s) AS subjects,
    (SELECT json_agg(k.key ORDER BY k.caller, k.key) FROM relais.subject_key k) AS keys,
    (SELECT json_agg(v.capacity) FROM relais.service v) AS capacities,
    (SELECT json_agg((o.event->>'sequence')::int ORDER BY o.position) FROM relais.outbox o) AS sequences`);
  return row;
}

beforeAll(async () => {
  server = await createTestDatabase();
  database = new Database(createDataSource(server.url, { connections: 6 }));
});

afterAll(async () => {
  await database?.stop();
  await server?.drop();
});

beforeEach(async () => {
  await database.query(
    'TRUNCATE relais.organisation, relais.service, relais.subject, relais.subject_key, relais.outbox CASCADE',
  );
  await database.query('INSERT INTO relais.organisation (organisation_id, name) VALUES ($1, $1)', [organisationId]);
  await database.query(
    `INSERT INTO relais.service (service_id, organisation_id, name, profession, stages, difficulties, territory, languages, method, cost)
     VALUES ($1, $2, '{}', 'mediator', '{}', '{}', '{}', '{}', '{}', '{}')`,
    [id, organisationId],
  );
  await database.query(enterServices);
});

describe('the clock of a subject in PostgreSQL', () => {
  const clocked = clockedSubject(serviceSubject);
  const lapse = '2026-04-01T09:00:00.000Z';

  async function due() {
    const found = [];
    for await (const one of clocked.findDue(database)) {
      found.push(one);
    }
    return found;
  }

  it('lets it do what is due once, and answers the next deadline', async () => {
    expect(await due()).toEqual([]);
    await confirm(full);
    expect(await due()).toEqual([{ stream: 'directory', id, sequence: 1, due: lapse }]);
    expect(await clocked.tick(database, id, '2026-03-31T09:00:00.000Z')).toEqual({ sequence: 1, due: lapse });
    const ticks = await Promise.all([1, 2, 3].map(() => clocked.tick(database, id, lapse)));
    expect(ticks).toEqual(ticks.map(() => ({ sequence: 2, due: null })));
    expect(await written()).toMatchObject({ capacities: ['unknown'], sequences: [1, 2], keys: null });
    expect(await due()).toEqual([]);
  });

  it('ends where there is no subject, without making one', async () => {
    expect(await clocked.tick(database, 'nowhere', lapse)).toEqual({ sequence: 0, due: null });
    expect((await written())?.['subjects']).toMatchObject([{ id }]);
  });

  it('says so when a deadline has no effect', async () => {
    const decider = { ...serviceSubject.decider, nextDeadline: () => at };
    const idle = clockedSubject({ ...serviceSubject, decider });
    await expect(idle.tick(database, id, lapse)).rejects.toThrow(`the deadline ${at} of directory ${id} had no effect`);
  });

  it('is found among many, each once', async () => {
    await database.query(
      `INSERT INTO relais.subject (stream, id, sequence, state)
       SELECT 'directory', 'service-' || n, 1, jsonb_build_object('sequence', 1, 'organisationId', $1::text,
                'capacity', CASE n % 2 WHEN 0 THEN 'full' ELSE 'unknown' END, 'capacityConfirmedAt', $2::text)
         FROM generate_series(1, 2200) AS n`,
      [organisationId, at],
    );
    const ids = (await due()).map((one) => one.id);
    expect([ids.length, new Set(ids).size]).toEqual([1100, 1100]);
  });
});

describe('a command to a subject in PostgreSQL', () => {
  it('writes state, what is searched, and the event', async () => {
    const answer = await confirm(full);
    expect(answer).toMatchObject({ done: { sequence: 1, state: { capacity: 'full', capacityConfirmedAt: at } } });
    expect(await written()).toMatchObject({
      subjects: [{ id, sequence: 1, state: { sequence: 1, capacity: 'full' } }],
      keys: null,
      capacities: ['full'],
      sequences: [1],
    });
  });

  it('is one after the other when many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => confirm(full)));
    const sequences = answers.map((one) => ('done' in one ? one.done.sequence : 0)).sort((a, b) => a - b);
    expect(sequences).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect((await written())?.['sequences']).toEqual(sequences);
  });

  it('is done when it has the subject for itself, not when it was given', async () => {
    const { at: _, ...now } = full;
    const [asked, released] = await database.transaction(async (sql) => {
      await sql.query('SELECT FROM relais.subject WHERE id = $1 FOR UPDATE', [id]);
      const waits = confirm(now);
      await until(async () => {
        const [{ waiting } = { waiting: 0 }] = await database.query<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return waiting > 0;
      }, 'the command waits for the subject');
      const [clock] = await sql.query<{ now: Date }>('SELECT clock_timestamp() AS now');
      return [waits, clock?.now.toISOString() ?? ''] as const;
    });
    const answer = await asked;
    const confirmedAt = 'done' in answer ? answer.done.state.capacityConfirmedAt : null;
    expect(confirmedAt?.localeCompare(released)).toBeGreaterThanOrEqual(0);
  });

  it('makes the row of a subject that has none once, when two come at once', async () => {
    await database.query('DELETE FROM relais.subject');
    const known = { ...serviceSubject.decider.initial, organisationId };
    const subject = { ...serviceSubject, decider: { ...serviceSubject.decider, initial: known } };
    const answers = await Promise.all([1, 2, 3].map(() => perform(database, subject, full)));
    expect(answers.map((one) => ('done' in one ? one.done.sequence : 0)).sort()).toEqual([1, 2, 3]);
  });

  it('leaves nothing when it breaks off in the middle', async () => {
    const before = await written();
    const broken = {
      ...serviceSubject,
      write: async (...parts: Parameters<typeof serviceSubject.write>) => {
        await serviceSubject.write(...parts);
        await parts[0].query('SELECT pg_terminate_backend(pg_backend_pid())');
      },
    };
    await expect(perform(database, broken, { ...full, key: 'a' })).rejects.toThrow();
    expect(await written()).toEqual(before);
    expect(await confirm({ ...full, key: 'a' })).toMatchObject({ done: { sequence: 1 } });
  });

  it('is answered the same under the same key, whatever happened since', async () => {
    const first = await confirm({ ...full, key: 'a', expected: 0 });
    await confirm(free);
    expect(await confirm({ ...full, key: 'a', expected: 0 })).toEqual(first);
    expect(await confirm({ ...free, key: 'a' })).toEqual({ refusal: { code: 'key-reused' } });
    expect((await written())?.['sequences']).toEqual([1, 2]);
  });

  it('is given once when the same key comes many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirm({ ...full, key: 'a' })));
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect((await written())?.['sequences']).toEqual([1]);
  });

  it('has a key that is of one subject, also when it comes to two at once', async () => {
    const other = services.secondMediator.serviceId;
    await database.query(
      `INSERT INTO relais.service (service_id, organisation_id, name, profession, stages, difficulties, territory, languages, method, cost)
       SELECT $2, organisation_id, name, profession, stages, difficulties, territory, languages, method, cost
         FROM relais.service WHERE service_id = $1`,
      [id, other],
    );
    await database.query(enterServices);
    const both = [id, other].map((one) => ({ ...full, id: one, viewer: coordinator }));
    for (let round = 0; round < 8; round += 1) {
      const answers = await Promise.all(both.map((one) => confirm({ ...one, key: `key-${round}` })));
      expect(answers.filter((one) => 'done' in one)).toHaveLength(1);
      expect(answers.filter((one) => 'refusal' in one)).toEqual([{ refusal: { code: 'key-reused' } }]);
    }
  });

  it('learns nothing from the key of somebody else', async () => {
    await confirm({ ...full, key: 'a' });
    expect(await confirm({ ...free, viewer: coordinator, key: 'a' })).toMatchObject({ done: { sequence: 2 } });
    const stranger = { ...full, viewer: actorOf(services.coach), key: 'a' };
    expect(await confirm(stranger)).toEqual({ refusal: { code: 'forbidden' } });
  });

  it('is a conflict with the newer state when the caller knows an older one', async () => {
    await confirm(full);
    const before = await written();
    expect(await confirm({ ...free, expected: 0, key: 'a' })).toMatchObject({
      conflict: { sequence: 1, state: { capacity: 'full' } },
    });
    expect(await written()).toEqual(before);
    expect(await confirm({ ...free, expected: 1, key: 'a' })).toMatchObject({ done: { sequence: 2 } });
  });

  it('leaves no trace when it is refused', async () => {
    const before = await written();
    const stranger = { ...full, viewer: actorOf(services.coach), key: 'a', expected: 7 };
    expect(await confirm(stranger)).toEqual({ refusal: { code: 'forbidden' } });
    expect(await confirm({ ...full, id: 'nowhere', viewer: coordinator, key: 'a' })).toEqual({
      refusal: { code: 'not-found' },
    });
    expect(await written()).toEqual(before);
  });

  it('goes on counting when the outbox was trimmed, which leaves what waits and what is new', async () => {
    await confirm({ ...full, key: 'old' });
    await confirm({ ...full, key: 'new' });
    await database.query(`UPDATE relais.outbox SET published_at = now() - interval '6 days 23 hours'`);
    await database.query(
      `UPDATE relais.outbox SET published_at = now() - interval '8 days' WHERE event->>'sequence' = '1'`,
    );
    await database.query(`UPDATE relais.subject_key SET answered_at = now() - interval '8 days' WHERE key = 'old'`);
    await confirm(free);
    await database.query(`UPDATE relais.outbox SET created_at = now() - interval '1 year'`);
    await trimOutbox(database);
    expect(await written()).toMatchObject({ sequences: [2, 3], keys: ['new', 'old'] });
    // Of the old key only the answer is gone: it is not taken for a new one.
    expect(await confirm({ ...full, key: 'old' })).toEqual({ refusal: { code: 'key-forgotten' } });
    expect(await confirm({ ...free, key: 'old' })).toEqual({ refusal: { code: 'key-reused' } });
    expect(await confirm({ ...full, key: 'new' })).toMatchObject({ done: { sequence: 2 } });
    await database.query('DELETE FROM relais.outbox');
    expect(await confirm(full)).toMatchObject({ done: { sequence: 4 } });
  });

  it('counts on from the outbox of before, when services became subjects', async () => {
    const done = await confirm(full);
    const events = 'done' in done ? done.done.events : [];
    await database.transaction((sql) =>
      putIntoOutbox(
        sql,
        events.map((event) => ({ topic: 'directory.v1', key: id, event: { ...event, sequence: 7 } })),
      ),
    );
    const { Subject1764000000013: Migration } =
      await import('../../libs/persistence/src/migrations/1764000000013-subject.js');
    const runner = database.source.createQueryRunner();
    await new Migration().down(runner);
    await new Migration().up(runner);
    await runner.release();
    expect((await written())?.['subjects']).toMatchObject([
      { id, sequence: 7, state: { sequence: 7, organisationId, capacity: 'full', capacityConfirmedAt: at } },
    ]);
    expect(await confirm(free)).toMatchObject({ done: { sequence: 8 } });
  });
});
