import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { analyticsRole, openAnalytics } from '#persistence/analysis';
import { createDataSource, Database } from '#persistence/kernel';
import { migrate } from '#persistence/migrations';
import { AnalyticsWatch } from '../../apps/api/src/analysis/analytics-watch.js';
import { prepareReader, type ReaderGround } from '../support/reader.js';

let ground: ReaderGround;

beforeAll(async () => {
  ground = await prepareReader();
});

afterAll(() => ground?.stop());

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
    'SELECT * FROM relais.membership',
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
    'ALTER ROLE CURRENT_USER CONNECTION LIMIT -1',
    'ALTER ROLE CURRENT_USER SUPERUSER',
    'ALTER ROLE CURRENT_USER SET temp_file_limit = -1',
    'GRANT pg_read_all_data TO CURRENT_USER',
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> current_user AND datname IS NOT NULL',
    'SELECT pg_reload_conf()',
    'VACUUM analytics.events',
  ])('may not: %s', async (statement) => {
    await ground.client.query('BEGIN; SET LOCAL default_transaction_read_only = off').catch(() => undefined);
    await ground.client.query('ROLLBACK');
    const outcome = await ground.client.query(statement).then(
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
      [ground.reader.login],
    );
    expect(row).toEqual({ count: 0 });
  });

  it('is held to its number of connections', async () => {
    const more = await Promise.all([ground.reader.connect(), ground.reader.connect(), ground.reader.connect()]);
    await expect(ground.reader.connect()).rejects.toMatchObject({ code: '53300' });
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
    const other = await ground.reader.connect();
    await other.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await expect(other.query(runaway)).rejects.toMatchObject({ code: '57014' });
    expect((await other.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await other.end();
  });

  it('ends a statement that will not be cancelled, and a transaction that stays open', async () => {
    const [stubborn, idle] = [await ground.reader.connect(), await ground.reader.connect()];
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
    expect(await ground.ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('ends a session that holds a lock of Relais, where the functions could not be taken away', async () => {
    await ground.database.query(`GRANT EXECUTE ON FUNCTION pg_advisory_lock(bigint) TO ${analyticsRole}`);
    const other = await ground.reader.connect();
    const ended = new Promise((resolve) => other.once('end', resolve));
    await other.query('SELECT pg_advisory_lock(990001)');
    await ended;
    await ground.database.query(`REVOKE EXECUTE ON FUNCTION pg_advisory_lock(bigint) FROM ${analyticsRole}`);
  });
});

describe('a migrating role that is no superuser', () => {
  it('is told what an operator has to run, and all is well afterwards', async () => {
    const suffix = randomBytes(4).toString('hex');
    const [name, plain] = [`test_${suffix}_plain`, `plain_${suffix}`];
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
      await ground.database.query(`DROP ROLE ${plain}`);
    }
  });
});
