import { createDataSource } from '#persistence/kernel';
import { createTestDatabase, type TestDatabase } from './database.js';
import { seed, startStack, type Stack } from './processes.js';
import { proxyTo, type Proxy } from './proxy.js';
import { until } from './wait.js';

/** One living system at which several suites look, one after the other; each leaves it alive. */
export type System = {
  readonly stack: Stack;
  /** Without a proxy in between. */
  readonly databaseUrl: string;
  /** The ways of all processes to these two. */
  readonly temporal: Proxy;
  readonly postgresql: Proxy;
  stop(): Promise<void>;
};

/** Starts every process once, its ways to PostgreSQL and Temporal in the test's hand. */
export async function startSystem(environment: Readonly<Record<string, string>> = {}): Promise<System> {
  const database: TestDatabase = await createTestDatabase();
  await seed(database.url);
  const temporal = await proxyTo(process.env['TEST_TEMPORAL_ADDRESS'] ?? '');
  const url = new URL(database.url);
  const postgresql = await proxyTo(url.host);
  url.host = postgresql.address;
  const leave = async () => {
    await Promise.all([temporal.stop(), postgresql.stop()]);
    await database.drop();
  };
  const options = { databaseUrl: url.href, temporalAddress: temporal.address, archivist: true, environment };
  try {
    const stack = await startStack(options);
    const stop = async () => {
      await stack.stop();
      await leave();
    };
    return { stack, databaseUrl: database.url, temporal, postgresql, stop };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Puts right what a suite that failed has left: its processes live, and reach PostgreSQL and Temporal. */
export async function mended({ stack, postgresql, temporal }: System): Promise<void> {
  postgresql.mend();
  temporal.mend();
  for (const one of [stack.api, stack.worker, stack.projector].filter((process) => !process.alive())) {
    await one.restart();
  }
}

/** Who signs in, the directory with the events it has come to, and how far the projector is. */
const kept = [
  'projection.consumer_offset',
  'projection.event_log',
  'projection.feed',
  'relais.audit_anchor',
  'relais.audit_trail',
  'relais.installation_key',
  'relais.membership',
  'relais.membership_service',
  'relais.migration',
  'relais.organisation',
  'relais.person',
  'relais.process',
  'relais.service',
  'relais.session',
  'relais.subject',
  'relais.subject_key',
];

/** Takes away what suites before have left: cases, figures, epochs, imports, archive. The archivist ends with its archive, the others go on. */
export async function emptied({ databaseUrl, stack }: System): Promise<void> {
  await stack.archivist.kill();
  const source = await createDataSource(databaseUrl, { connections: 1 }).initialize();
  try {
    const published = async () => {
      const waiting = await source.query<unknown[]>('SELECT 1 FROM relais.outbox WHERE published_at IS NULL LIMIT 1');
      return waiting.length === 0;
    };
    await until(published, 'everything of before is published');
    const tables = await source.query<{ name: string }[]>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('relais', 'projection', 'archive') AND NOT format('%I.%I', schemaname, tablename) = ANY ($1)`,
      [kept],
    );
    // All at once, while the others go on: PostgreSQL breaks off whoever waits for each other, and that may be us.
    const truncated = () => source.query<unknown>(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    await until(async () => truncated().then(() => true), 'all tables are empty');
    await source.query(`DELETE FROM projection.event_log WHERE stream <> 'directory'`);
  } finally {
    await source.destroy();
  }
}
