import type { AnyEvent } from '#contracts/catalogue';
import type { StreamName } from '#contracts/kernel/codes';
import { channels } from './locks.js';
import type { Sql } from './database.js';

/** An event to be sent to Kafka; `topic` is without the prefix. */
export type OutboxEntry = {
  readonly topic: `${StreamName}.v1`;
  readonly key: string;
  readonly event: AnyEvent;
};

/** Puts events into the outbox, in order; they are sent after the transaction has ended. */
export async function putIntoOutbox(sql: Sql, entries: readonly OutboxEntry[]): Promise<void> {
  await putWrittenIntoOutbox(sql, JSON.stringify(entries));
}

/** The same with entries that somebody has written as JSON. */
export async function putWrittenIntoOutbox(sql: Sql, entries: string): Promise<void> {
  await sql.query(
    `INSERT INTO relais.outbox (topic, key, event)
     SELECT topic, key, event
       FROM ROWS FROM (json_to_recordset($1::json) AS (topic text, key text, event jsonb)) WITH ORDINALITY
            AS one (topic, key, event, place)
      ORDER BY place`,
    [entries],
  );
  await sql.query('SELECT pg_notify($1, $2)', [channels.outbox, '']);
}

/** An outbox row that waits. */
export type WaitingEntry = OutboxEntry & { readonly position: string };

/** The oldest entries that are not sent yet. */
export async function readWaiting(sql: Sql, limit: number): Promise<WaitingEntry[]> {
  return sql.query<WaitingEntry>(
    `SELECT position::text, topic, key, event FROM relais.outbox o WHERE published_at IS NULL ORDER BY o.position LIMIT $1`,
    [limit],
  );
}

/** Notes that Kafka has these entries. */
export async function markSent(sql: Sql, positions: readonly string[]): Promise<void> {
  await sql.query('UPDATE relais.outbox SET published_at = now() WHERE position = ANY ($1::bigint[])', [positions]);
}

/** How long what was sent stays in the outbox, and the answer to an idempotency key; that the key was used is never forgotten. */
export const keptDays = 7;

/** Removes what was sent, and answers to keys that were given, more than `keptDays` ago; what waits stays however old it is. */
export async function trimOutbox(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM relais.outbox WHERE published_at < now() - make_interval(days => $1)', [keptDays]);
  await sql.query(
    `UPDATE relais.subject_key SET answer = NULL
      WHERE answer IS NOT NULL AND answered_at < now() - make_interval(days => $1)`,
    [keptDays],
  );
}
