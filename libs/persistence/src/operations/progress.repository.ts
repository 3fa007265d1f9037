import type { Sql } from '../kernel/database.js';

/** How much waits for somebody. */
export type Waiting = { readonly parked: number; readonly deadLetters: number; readonly outbox: number };

/** Counts events behind a gap, dead letters that were not driven again, and events that are not published. */
export async function countWaiting(sql: Sql): Promise<Waiting> {
  const [row] = await sql.query<Waiting>(
    `SELECT (SELECT count(*)::int FROM projection.parked) AS parked,
            (SELECT count(*)::int FROM relais.dead_letter WHERE redriven_at IS NULL) AS "deadLetters",
            (SELECT count(*)::int FROM relais.outbox WHERE published_at IS NULL) AS outbox`,
  );
  return row ?? { parked: 0, deadLetters: 0, outbox: 0 };
}
