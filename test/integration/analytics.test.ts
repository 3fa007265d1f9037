import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventColumnNames } from '#contracts/codes';
import { analyticsRole, createDataSource, Database, migrate, openAnalytics } from '#persistence';
import { AnalyticsWatch } from '../../apps/api/src/system/analytics-watch.js';
import { rebuild } from '../../apps/projector/src/rebuilding.js';
import { archive } from '../support/archived.js';
import { referredCase } from '../support/histories.js';
import { consumedRecords, prepareGround, type Ground } from '../support/projection.js';
import { until } from '../support/wait.js';

const suffix = randomBytes(4).toString('hex');
const login = `reader_${suffix}`;
const plain = `plain_${suffix}`;

let ground: Ground;
let reader: pg.Client;

/** A connection of the reader's role, or of another one, to a database of the server. */
async function connected(role: string, url = ground.url): Promise<pg.Client> {
  const address = new URL(url);
  [address.username, address.password] = [role, 'secret'];
  const client = new pg.Client({ connectionString: address.href });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

beforeAll(async () => {
  ground = await prepareGround();
  expect(await openAnalytics(ground.database)).toEqual([]);
  // As docs/analysts.md tells operators.
  await ground.database.query(
    `CREATE ROLE ${login} LOGIN PASSWORD 'secret' CONNECTION LIMIT 4 IN ROLE ${analyticsRole};
     ALTER ROLE ${login} SET temp_file_limit = '1GB';
     ALTER ROLE ${login} SET log_statement = 'all';`,
  );
  reader = await connected(login);
});

afterAll(async () => {
  await reader?.end().catch(() => undefined);
  for (const role of [login, plain]) {
    await ground.database.query(`DROP ROLE IF EXISTS ${role}`);
  }
  await ground?.stop();
});

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  return (await reader.query<Record<string, unknown>>(sql)).rows;
}

describe('the views', () => {
  beforeAll(async () => {
    const declined = { subject: randomUUID(), code: 'AB12', difficulty: 'debts', sector: 'horeca' };
    const referral = { ...declined, referral_id: randomUUID(), sender: 'accountant', profession: 'psychologist' };
    await archive(ground.database, [
      { ...declined, type: 'relais.case.opened.v1' },
      { ...referral, type: 'relais.referral.sent.v1', hop: 0, time: '2026-03-02T10:00:00.000Z' },
      {
        ...referral,
        type: 'relais.referral.declined.v1',
        reason: 'full',
        choice: 'capacity',
        time: '2026-03-03T10:00:00.000Z',
      },
      { ...declined, type: 'relais.case.closed.v1', outcome: 'recovered', time: '2026-04-01T10:00:00.000Z' },
      { ...declined, type: 'relais.case.reopened.v1', sector: 'retail', time: '2026-04-02T10:00:00.000Z' },
    ]);
    const past = {
      from: 'first-line',
      to: 'lawyer',
      sentOn: '2024-01-10T00:00:00.000Z',
      answer: 'full',
      answeredOn: '2024-01-12T00:00:00.000Z',
      firstContactOn: null,
      endedOn: null,
      outcome: null,
      hop: 1,
    };
    await archive(ground.database, [
      {
        subject: randomUUID(),
        code: 'OLD1',
        type: 'relais.case.imported.v1',
        outcome: 'restart',
        data: { openedOn: '2024-01-09T00:00:00.000Z', closedOn: '2024-05-01T00:00:00.000Z', referrals: [past] },
      },
    ]);
  });

  it('give all columns of events', async () => {
    const { fields, rows } = await reader.query('SELECT * FROM analytics.events ORDER BY position');
    expect(fields.map((one) => one.name)).toEqual(eventColumnNames);
    expect(rows).toHaveLength(6);
  });

  it('give one row per case, as it is known now', async () => {
    const rows = await ask(
      'SELECT code, imported, closed_at, outcome, reopenings, referrals, sector FROM analytics.cases ORDER BY code',
    );
    expect(rows).toEqual([
      { code: 'AB12', imported: false, closed_at: null, outcome: null, reopenings: 1, referrals: 1, sector: 'retail' },
      {
        code: 'OLD1',
        imported: true,
        closed_at: new Date('2024-05-01T00:00:00Z'),
        outcome: 'restart',
        reopenings: 0,
        referrals: 1,
        sector: null,
      },
    ]);
  });

  it('give one row per referral with what became of it', async () => {
    const rows = await ask(
      `SELECT code, imported, sender, profession, hop, sent_at, declined_at, decline_reason, decline_choice, accepted_at, sector
         FROM analytics.referrals ORDER BY code`,
    );
    expect(rows).toEqual([
      {
        code: 'AB12',
        imported: false,
        sender: 'accountant',
        profession: 'psychologist',
        hop: 0,
        sent_at: new Date('2026-03-02T10:00:00Z'),
        declined_at: new Date('2026-03-03T10:00:00Z'),
        decline_reason: 'full',
        decline_choice: 'capacity',
        accepted_at: null,
        sector: 'horeca',
      },
      {
        code: 'OLD1',
        imported: true,
        sender: 'first-line',
        profession: 'lawyer',
        hop: 1,
        sent_at: new Date('2024-01-10T00:00:00Z'),
        declined_at: new Date('2024-01-12T00:00:00Z'),
        decline_reason: 'full',
        decline_choice: null,
        accepted_at: null,
        sector: null,
      },
    ]);
  });

  it('say what they and their columns mean', async () => {
    const silent = await ask(
      `SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relnamespace = 'analytics'::regnamespace
          AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid) IS NULL)`,
    );
    expect(silent).toEqual([]);
  });

  it('give the measures before, during and after a rebuild, in the same session', async () => {
    await ground.project();
    await ground.publisher.publish([...referredCase(0).events, ...referredCase(1).events]);
    await until(async () => (await consumedRecords(ground.database)) >= 10, 'the projector has taken in all records');
    const question = 'SELECT * FROM analytics.measures ORDER BY cube, week, codes::text';
    const before = await ask(question);
    expect(before.find((one) => one['cube'] === 'opened')).toMatchObject({
      imported: false,
      codes: { 'difficulty-group': expect.any(String), area: expect.any(String) },
    });
    expect(before.filter((one) => String(one['cube']).includes('/'))).toEqual([]);
    await rebuild(ground);
    expect(await ask(question)).toEqual(before);
    await rebuild(ground);
    expect(await (await connected(login).then((one) => one.query(question).finally(() => one.end()))).rows).toEqual(
      before,
    );
  });
});

describe('a reader', () => {
  it.each([
    'CREATE TABLE analytics.mine (a int)',
    'CREATE TABLE public.mine (a int)',
    'CREATE SCHEMA mine',
    'CREATE TEMPORARY TABLE mine (a int)',
    'CREATE FUNCTION analytics.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE EXTENSION dblink',
    'DELETE FROM analytics.events',
    "UPDATE analytics.events SET sector = 'x'",
    'INSERT INTO analytics.events (position) VALUES (1)',
    'DROP VIEW analytics.events',
    'SELECT * FROM archive.event',
    'SELECT * FROM relais.person',
    'SELECT * FROM relais.note',
    'SELECT * FROM relais.session',
    'SELECT * FROM projection.event_log',
    'SELECT * FROM projection.measure_week',
    'SELECT * FROM pg_authid',
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_ls_dir('.')",
    "SELECT lo_import('/etc/passwd')",
    'SELECT lo_create(0)',
    "SELECT lo_from_bytea(0, 'x')",
    "COPY analytics.events TO '/tmp/events'",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY pg_class FROM PROGRAM 'true'",
    "SELECT pg_logical_emit_message(false, 'x', 'y')",
    'SELECT pg_advisory_lock(7302)',
    'SELECT pg_advisory_xact_lock(7302)',
    'SELECT pg_try_advisory_lock_shared(7302)',
    'BEGIN; LOCK TABLE analytics.events IN ACCESS EXCLUSIVE MODE',
    'SET ROLE postgres',
    'SET SESSION AUTHORIZATION postgres',
    'ALTER SYSTEM SET work_mem = 1',
    'SET temp_file_limit = -1',
    "SET log_statement = 'none'",
    `ALTER ROLE ${login} CONNECTION LIMIT -1`,
    `ALTER ROLE ${login} SUPERUSER`,
    `ALTER ROLE ${login} SET temp_file_limit = -1`,
    `GRANT pg_read_all_data TO ${login}`,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> current_user AND datname IS NOT NULL',
    'SELECT pg_reload_conf()',
    'VACUUM analytics.events',
  ])('may not: %s', async (statement) => {
    await reader.query('BEGIN; SET LOCAL default_transaction_read_only = off').catch(() => undefined);
    await reader.query('ROLLBACK');
    const outcome = await reader.query(statement).then(
      (done) => done.command,
      (error: { code?: string }) => error.code,
    );
    // Insufficient privilege, a view that cannot be written, no such view of its own, or a warning that nothing was vacuumed.
    expect(outcome).toMatch(/^(42501|55000|42809|42P01|0A000|VACUUM)$/);
  });

  it('has left no trace', async () => {
    const [row] = await ground.database.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = $1)::int
            + (SELECT count(*) FROM pg_largeobject_metadata)::int AS count`,
      [login],
    );
    expect(row).toEqual({ count: 0 });
  });

  it('is held to its number of connections', async () => {
    const more = await Promise.all([connected(login), connected(login), connected(login)]);
    await expect(connected(login)).rejects.toMatchObject({ code: '53300' });
    await Promise.all(more.map((one) => one.end()));
  });
});

describe('the watch', () => {
  let watch: AnalyticsWatch;
  beforeAll(() => {
    watch = new AnalyticsWatch({ database: ground.database, logger: ground.logger, seconds: 1 });
    watch.start();
  });
  afterAll(() => watch.stop());

  const runaways = [
    'SELECT pg_sleep(600)',
    'SELECT count(*) FROM generate_series(1, 1e12)',
    'DO $$ BEGIN LOOP END LOOP; END $$',
  ];

  it.each(runaways)('cancels a statement that lifted its own limits: %s', async (runaway) => {
    const client = await connected(login);
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await expect(client.query(runaway)).rejects.toMatchObject({ code: '57014' });
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  it('ends a statement that will not be cancelled, and a transaction that stays open', async () => {
    const [stubborn, idle] = [await connected(login), await connected(login)];
    const ended = new Promise((resolve) => idle.once('end', resolve));
    await idle.query('BEGIN; SELECT count(*) FROM analytics.events');
    const outcome = stubborn.query(
      'DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(600); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$',
    );
    await expect(outcome).rejects.toThrow(/terminat/i);
    await ended;
  });

  it('leaves Relais itself and quick questions alone', async () => {
    const own = ground.database.query<{ slept: string }>('SELECT pg_sleep(2.5)::text AS slept');
    await expect(own).resolves.toHaveLength(1);
    expect(await ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('ends a session that holds a lock of Relais, where the functions could not be taken away', async () => {
    await ground.database.query(`GRANT EXECUTE ON FUNCTION pg_advisory_lock(bigint) TO ${analyticsRole}`);
    const client = await connected(login);
    const ended = new Promise((resolve) => client.once('end', resolve));
    await client.query('SELECT pg_advisory_lock(990001)');
    await ended;
    await ground.database.query(`REVOKE EXECUTE ON FUNCTION pg_advisory_lock(bigint) FROM ${analyticsRole}`);
  });
});

describe('a migrating role that is no superuser', () => {
  it('is told what an operator has to run, and all is well afterwards', async () => {
    const name = `test_${suffix}_plain`;
    await ground.database.query(`CREATE ROLE ${plain} LOGIN PASSWORD 'secret'`);
    await ground.database.query(`CREATE DATABASE ${name} OWNER ${plain}`);
    const address = new URL(ground.url);
    address.pathname = `/${name}`;
    const operator = new Database(createDataSource(address.href, { connections: 1 }));
    [address.username, address.password] = [plain, 'secret'];
    const migrator = new Database(createDataSource(address.href, { connections: 2 }));
    try {
      await migrator.source.initialize();
      await migrate(migrator.source);
      const [doors = '', signals = ''] = await openAnalytics(migrator);
      expect(doors).toMatch(/Run as a superuser/);
      expect(signals).toMatch(/GRANT pg_signal_backend/);
      await operator.query(doors.slice(doors.indexOf('\n')));
      await operator.query(/GRANT .* TO \S+/.exec(signals)?.[0] ?? '');
      expect(await openAnalytics(migrator)).toEqual([]);
    } finally {
      await Promise.all([migrator.stop(), operator.stop()]);
      await ground.database.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});
