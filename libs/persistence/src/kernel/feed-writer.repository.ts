import type { StreamName } from '#contracts/kernel/codes';
import { channels, locks } from './locks.js';
import type { Sql } from './database.js';
import type { ProjectionName } from './projection-name.js';

/** A change as live clients will be told of it. */
export type FeedEntry = {
  readonly stream: StreamName;
  readonly subject: string;
  /** What people call it: the code of a case, the id of an epoch. */
  readonly code: string;
  readonly sequence: number;
  readonly type: string;
  readonly parties: readonly string[];
};

/** How much can be replayed to a client that was away; the oldest are removed so many at a time. */
const kept = 50_000;
const removedAtATime = 1_000;

/** Appends to the feed; the last thing a transaction does before it ends. Says who listens once it has ended. */
export async function appendToFeed(sql: Sql, schema: ProjectionName, entries: readonly FeedEntry[]): Promise<void> {
  const serves = schema === 'projection';
  const [, [last]] = await Promise.all([
    // From here to the end nobody else appends, so positions become visible in their order.
    serves ? sql.query('SELECT pg_advisory_xact_lock($1)', [locks.feed]) : [],
    sql.query<{ position: string }>(
      `WITH added AS (
         INSERT INTO ${schema}.feed (stream, subject, code, sequence, type, parties)
         SELECT stream, subject, code, sequence, type, parties
           FROM ROWS FROM (json_to_recordset($1::json) AS (
             stream text, subject text, code text, sequence integer, type text, parties text[])) WITH ORDINALITY
                AS one (stream, subject, code, sequence, type, parties, place)
          ORDER BY place
         RETURNING position),
       last AS (SELECT max(position)::text AS position FROM added)
       SELECT position, CASE WHEN $2 THEN pg_notify($3, position) END FROM last`,
      [JSON.stringify(entries), serves, channels.feed],
    ),
  ]);
  const position = Number(last?.position ?? 0);
  if (position % removedAtATime < entries.length) {
    await sql.query(`DELETE FROM ${schema}.feed WHERE position <= $1`, [position - kept]);
  }
}
