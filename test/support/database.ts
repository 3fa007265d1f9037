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
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const dataSource = createDataSource(url.href, { connections: 2 });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
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
