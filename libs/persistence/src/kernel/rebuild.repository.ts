import { channels, locks } from './locks.js';
import { projectionTables } from './projection-tables.js';
import type { Sql } from './database.js';

/** Makes an empty projection beside the one that serves; what an interrupted rebuild has left is thrown away. */
export async function makeNextProjection(sql: Sql): Promise<void> {
  await sql.query('DROP SCHEMA IF EXISTS projection_next, projection_old CASCADE');
  await sql.query(projectionTables('projection_next'));
}

/** Throws the unfinished projection away. */
export async function dropNextProjection(sql: Sql): Promise<void> {
  await sql.query('DROP SCHEMA IF EXISTS projection_next CASCADE');
}

/** True when this transaction is the only rebuild until it ends. */
export async function tryToRebuildAlone(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ alone: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS alone', [locks.rebuild]);
  return row?.alone ?? false;
}

/** Waits for the transactions that write the projection and keeps new ones from beginning, until this one ends. */
export async function stopProjection(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.projection]);
}

/**
 * Puts the rebuilt projection in the place of the serving one. The feed goes on where it was: it keeps its rows and their
 * positions, and is told what the rebuilt one knows and it did not.
 */
export async function takeOver(sql: Sql): Promise<void> {
  await sql.query(`
    CREATE TEMPORARY TABLE untold ON COMMIT DROP AS
      SELECT feed.* FROM projection_next.feed
       WHERE NOT EXISTS (
         SELECT FROM projection.event_log known
          WHERE known.stream = feed.stream AND known.subject = feed.subject AND known.sequence = feed.sequence);
    TRUNCATE projection_next.feed;
    INSERT INTO projection_next.feed SELECT * FROM projection.feed;
    SELECT setval('projection_next.feed_position_seq', nextval('projection.feed_position_seq'));
    INSERT INTO projection_next.feed (stream, subject, code, sequence, type, parties)
      SELECT stream, subject, code, sequence, type, parties FROM untold ORDER BY position;
    ALTER SCHEMA projection RENAME TO projection_old;
    ALTER SCHEMA projection_next RENAME TO projection;
  `);
  await sql.query('SELECT pg_notify($1, $2)', [channels.feed, '']);
}

/** Throws the former projection away, once nobody reads it any more. */
export async function dropOldProjection(sql: Sql): Promise<void> {
  await sql.query('DROP SCHEMA IF EXISTS projection_old CASCADE');
}
