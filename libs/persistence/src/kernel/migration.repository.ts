import { DataSource, type MixedList } from 'typeorm';
import { locks } from './locks.js';

/**
 * Runs the migrations that have not run yet, on connections of its own.
 * @param dataSource says which database; it may be open or not
 */
export async function runMigrations(dataSource: DataSource, migrations: MixedList<Function>): Promise<string[]> {
  const migrating = await new DataSource({
    ...dataSource.options,
    migrations,
  } as typeof dataSource.options).initialize();
  const runner = migrating.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [locks.migration]);
    await runner.query('CREATE SCHEMA IF NOT EXISTS relais');
    const done = await migrating.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [locks.migration]).catch(() => undefined);
    await runner.release();
    await migrating.destroy();
  }
}
