import { DataSource, type MixedList, type QueryRunner } from 'typeorm';
import { locks } from './locks.js';

/** The database was brought up to date by a version that knows more migrations than this one. */
class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/**
 * Runs the migrations that have not run yet, on connections of its own.
 * @param dataSource says which database; it may be open or not
 * @throws NewerDatabase when some have run that are not among these
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
    await refuseNewer(
      runner,
      migrating.migrations.map(({ name }) => name ?? ''),
    );
    const done = await migrating.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [locks.migration]).catch(() => undefined);
    await runner.release();
    await migrating.destroy();
  }
}

async function refuseNewer(runner: QueryRunner, known: readonly string[]): Promise<void> {
  const [table]: { there: boolean }[] = await runner.query(
    `SELECT to_regclass('relais.migration') IS NOT NULL AS there`,
  );
  if (table?.there !== true) {
    return;
  }
  const unknown: { name: string }[] = await runner.query(
    'SELECT name FROM relais.migration WHERE NOT name = ANY ($1::text[]) ORDER BY name',
    [known],
  );
  if (unknown.length > 0) {
    const names = unknown.map(({ name }) => name).join(', ');
    throw new NewerDatabase(
      `It is of a newer version of Relais, which made ${names}: run that version, or bring back a backup of before.`,
    );
  }
}
