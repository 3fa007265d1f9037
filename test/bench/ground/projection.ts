import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { createTestDatabase } from '../../support/database.js';
import { freePort, processOf, seed, type TestProcess } from '../../support/processes.js';
import { testTopicPrefix } from '../../support/kafka.js';
import { waitFor } from '../core/waiting.js';
import type { Bench } from './bench.js';
import { profilingFlags } from './profiling.js';

/** A database and topics with the real projector, which is started for each pass and stopped after it. */
export type ProjectionGround = {
  readonly databaseUrl: string;
  readonly prefix: string;
  readonly sql: pg.Client;
  readonly environment: Readonly<Record<string, string>>;
  readonly projector: TestProcess;
  /**
   * Seconds in which the projector applies what the topics hold, from the positions the tables have: it is ready and waits
   * for the table of positions, which is locked until the measuring begins.
   */
  pass(records: number): Promise<number>;
  /** Empties the projection. */
  empty(): Promise<void>;
  /** Sets the positions back to the beginning and leaves the rows. */
  rewind(): Promise<void>;
  stop(): Promise<void>;
};

const tables = ['event_log', 'case_read', 'case_party', 'inbox_line', 'measure_week', 'feed', 'parked'];

/** Prepares a migrated, seeded database and a name for topics. */
export async function prepareProjection({
  engines,
  profile,
}: Pick<Bench, 'engines' | 'profile'>): Promise<ProjectionGround> {
  const { url, drop } = await createTestDatabase();
  await seed(url);
  const prefix = testTopicPrefix();
  const sql = await connectTo(url);
  const port = await freePort();
  const environment = { DATABASE_URL: url, KAFKA_BROKERS: engines.kafka.address, TOPIC_PREFIX: prefix };
  const projector = processOf({
    name: 'projector',
    file: 'apps/projector/main.js',
    port,
    env: { ...environment, HEALTH_PORT: String(port) },
    flags: profile.includes('projector') ? profilingFlags() : [],
    ready: '/health/live',
  });

  async function pass(records: number): Promise<number> {
    const locking = await connectTo(url);
    try {
      await locking.query('BEGIN');
      await locking.query('LOCK TABLE projection.consumer_offset IN ACCESS EXCLUSIVE MODE');
      await projector.restart();
      await waitFor(() => waits(sql), 'the projector asks for its positions');
      const from = performance.now();
      await locking.query('COMMIT');
      await waitFor(async () => (await appliedIn(sql)) >= records, 'all events are applied');
      return (performance.now() - from) / 1000;
    } finally {
      await locking.end();
      await projector.kill();
    }
  }

  return {
    databaseUrl: url,
    prefix,
    sql,
    environment,
    projector,
    pass,
    empty: async () => {
      await sql.query(`TRUNCATE ${[...tables, 'consumer_offset'].map((table) => `projection.${table}`).join(', ')}`);
      await sql.query('CHECKPOINT');
    },
    rewind: async () => void (await sql.query('UPDATE projection.consumer_offset SET next = 0')),
    stop: async () => {
      await projector.kill();
      await sql.end();
      await drop();
    },
  };
}

/** A connection of its own to a database. */
export async function connectTo(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** True while somebody waits for a table that is locked. */
export async function waits(sql: pg.Client, table = 'projection.consumer_offset'): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT FROM pg_locks WHERE relation = $1::regclass AND NOT granted', [table]);
  return (rowCount ?? 0) > 0;
}

/** Records that are applied, by the word of the positions. */
export async function appliedIn(
  sql: pg.Client,
  schema: 'projection' | 'projection_next' | 'archive' = 'projection',
): Promise<number> {
  const table = schema === 'archive' ? 'archive.place' : `${schema}.consumer_offset`;
  const { rows } = await sql.query<{ applied: number }>(`SELECT coalesce(sum(next), 0)::int AS applied FROM ${table}`);
  return rows[0]?.applied ?? 0;
}
