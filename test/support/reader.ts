import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { analyticsRole, openAnalytics } from '#persistence/analysis';
import type { Database } from '#persistence/kernel';
import { prepareGround } from './projection.js';

/** A role of a test's own that reads schema `analytics`, as docs/analysts.md tells operators to make one. */
type Reader = { readonly login: string; connect(): Promise<pg.Client>; drop(): Promise<void> };

/** A connection as a role whose password is `secret`. */
async function connectAs(role: string, url: string): Promise<pg.Client> {
  const address = new URL(url);
  [address.username, address.password] = [role, 'secret'];
  const client = new pg.Client({ connectionString: address.href });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function makeReader(database: Database, url: string): Promise<Reader> {
  const login = `reader_${randomBytes(4).toString('hex')}`;
  const lacking = await openAnalytics(database);
  if (lacking.length > 0) {
    throw new Error(`schema analytics could not be opened: ${lacking.join(' ')}`);
  }
  await database.query(
    `CREATE ROLE ${login} LOGIN PASSWORD 'secret' CONNECTION LIMIT 4 IN ROLE ${analyticsRole};
     ALTER ROLE ${login} SET temp_file_limit = '1GB';
     ALTER ROLE ${login} SET log_statement = 'all';`,
  );
  return {
    login,
    connect: () => connectAs(login, url),
    drop: async () => void (await database.query(`DROP ROLE IF EXISTS ${login}`)),
  };
}

/** A ground with a connected reader; `stop` ends both. */
export type ReaderGround = Awaited<ReturnType<typeof prepareReader>>;

/** Prepares the ground for tests of schema `analytics`. */
export async function prepareReader() {
  const ground = await prepareGround();
  const reader = await makeReader(ground.database, ground.url);
  const client = await reader.connect();
  return {
    ...ground,
    reader,
    client,
    /** Rows of a statement of the reader. */
    ask: async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows,
    stop: async () => {
      await client.end().catch(() => undefined);
      await reader.drop();
      await ground.stop();
    },
  };
}
