import type { DataSource } from 'typeorm';
import { locks } from './locks.js';

/** Brings the schema up to date, one process at a time; answers the names of the migrations that ran now. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [locks.migration]);
    await runner.query('CREATE SCHEMA IF NOT EXISTS relais');
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [locks.migration]).catch(() => undefined);
    await runner.release();
  }
}
