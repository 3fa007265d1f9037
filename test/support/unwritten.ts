import type { Database } from '#persistence/kernel';

/** Asks while no note of a case can be written: what is refused before anything is written does not notice it. */
export async function unwritten<T>(database: Database, caseId: string, ask: () => Promise<T>): Promise<T> {
  await database.query(`ALTER TABLE relais.note ADD CONSTRAINT unwritten CHECK (case_id <> '${caseId}') NOT VALID`);
  try {
    return await ask();
  } finally {
    await database.query('ALTER TABLE relais.note DROP CONSTRAINT unwritten');
  }
}
