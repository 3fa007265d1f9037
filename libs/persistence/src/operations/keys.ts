import { setTimeout as delay } from 'node:timers/promises';
import { giveUp, onShutdown, type Logger } from '#runtime';
import type { DataSource } from 'typeorm';
import { Database } from '../kernel/database.js';
import { checkKeys, WrongKeys, type InstallationKey } from './installation-key.repository.js';

const pause = 1_000;

/** A database of which nothing is read and nothing written before these keys are found to be those of the installation. */
export function databaseWithKeys(source: DataSource, keys: readonly InstallationKey[]): Database {
  return new Database(source, (sql) => checkKeys(sql, keys));
}

/**
 * Ends the process when its keys are not those of the installation. While PostgreSQL is away nobody can tell: it returns, and
 * looks again until somebody can.
 */
export async function requireKeys(database: Pick<Database, 'query'>, logger: Logger): Promise<void> {
  if (await areRight(database)) {
    return;
  }
  logger.warn('whether the keys are right is asked again until PostgreSQL answers');
  const stopping = new AbortController();
  onShutdown(() => stopping.abort());
  const lookAgain = async () => {
    while (!stopping.signal.aborted && !(await areRight(database))) {
      await delay(pause, undefined, { ref: false });
    }
  };
  void lookAgain();
}

/** False when nobody can tell. */
async function areRight(database: Pick<Database, 'query'>): Promise<boolean> {
  try {
    await database.query('SELECT 1');
    return true;
  } catch (error) {
    return error instanceof WrongKeys ? giveUp(error.sentences) : false;
  }
}
