import { randomBytes } from 'node:crypto';
import { createDataSource } from '#persistence/kernel';
import { migrate } from '#persistence/migrations';
import { DataSource } from 'typeorm';

/** A database of a test's own. */
export type TestDatabase = { readonly url: string; drop(): Promise<void> };

/** Makes a migrated database on the server of the test run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) {
    throw new Error('TEST_DATABASE_URL is missing: run this test with `npm test`');
  }
  await prepareTemplate(server);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${migrated}`);
  return {
    url: urlOf(server, name),
    drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

const migrated = 'test_migrated';

/** Makes the database that the others are copies of, once in a run: migrating takes five times as long as copying. */
async function prepareTemplate(server: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: server, poolSize: 1 }).initialize();
  try {
    // Held until the connection ends: files of tests run side by side.
    await source.query(`SELECT pg_advisory_lock(hashtext($1))`, [migrated]);
    const found = await source.query<unknown[]>('SELECT 1 FROM pg_database WHERE datname = $1', [migrated]);
    if (found.length === 0) {
      const unfinished = `${migrated}_unfinished`;
      await source.query(`DROP DATABASE IF EXISTS ${unfinished}`);
      await source.query(`CREATE DATABASE ${unfinished}`);
      const inside = await createDataSource(urlOf(server, unfinished), { connections: 2 }).initialize();
      try {
        await migrate(inside);
      } finally {
        await inside.destroy();
      }
      await source.query(`ALTER DATABASE ${unfinished} RENAME TO ${migrated}`);
    }
  } finally {
    await source.destroy();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const server = new DataSource({ type: 'postgres', url, poolSize: 1 });
  await server.initialize();
  try {
    await server.query(statement);
  } finally {
    await server.destroy();
  }
}
