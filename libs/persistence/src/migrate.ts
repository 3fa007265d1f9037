import { setTimeout as delay } from 'node:timers/promises';
import { environmentShapes, readEnvironment } from '#runtime';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { createDataSource } from './kernel/data-source.js';
import { openAnalytics } from './analysis/analytics/index.js';
import { migrate } from './migrations/index.js';
import { Database } from './kernel/database.js';

const patience = 30_000;
const pause = 500;

/** Connects, trying again for a while, because the database may be starting at the same time. */
async function connect(dataSource: DataSource): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (Date.now() > until) {
        throw new Error(`PostgreSQL could not be reached within ${patience / 1000} s: ${reasonOf(error)}`, {
          cause: error,
        });
      }
      await delay(pause);
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) {
    return error.errors.map(reasonOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}

const { DATABASE_URL } = readEnvironment(z.object(environmentShapes.database));
const dataSource = createDataSource(DATABASE_URL, { program: 'relais-migrate', connections: 2 });
try {
  await connect(dataSource);
  const done = await migrate(dataSource);
  console.log(done.length === 0 ? 'The database is up to date.' : `The database was migrated: ${done.join(', ')}.`);
  const lacking = await openAnalytics(new Database(dataSource));
  lacking.forEach((sentence) => console.log(sentence));
} catch (error) {
  console.error(`The database was not migrated. ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  if (dataSource.isInitialized) {
    await dataSource.destroy();
  }
}
