import { eventColumns, type EventColumn } from '#contracts/analysis/codes';
import type { ArchivedEvent } from '#domain/analysis';
import { columnTypeOf } from './archive-tables.js';
import { channels, locks } from '../kernel/locks.js';
import type { Sql } from '../kernel/database.js';
import type { SubjectKey } from './archive-subject.repository.js';

/** A row of `archive.event`, with the place in Kafka it was read from. */
export type ArchivedRow = ArchivedEvent & {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
};

const told = (Object.keys(eventColumns) as EventColumn[]).filter((name) => name !== 'position');
const names = [...told, 'topic', 'partition', '"offset"'].join(', ');
const types = [
  ...told.map((name) => `${name} ${columnTypeOf(name)}`),
  'topic text',
  'partition integer',
  '"offset" bigint',
].join(', ');

/**
 * Appends events in their order and tells those who listen. From here to the end of the transaction no other archivist gives
 * positions, so that they become visible in their order.
 */
export async function insertArchived(sql: Sql, rows: readonly ArchivedRow[]): Promise<void> {
  await Promise.all([
    sql.query('SELECT pg_advisory_xact_lock($1)', [locks.archive]),
    sql.query(
      `INSERT INTO archive.event (position, ${names})
       SELECT nextval('archive.event_positions'), ${names} FROM json_to_recordset($1::json) AS event (${types})
       ON CONFLICT (stream, subject, sequence) DO NOTHING`,
      [JSON.stringify(rows)],
    ),
    sql.query('SELECT pg_notify($1, $2)', [channels.archive, '']),
  ]);
}

/** Deletes all events of these subjects and remembers in which months Parquet files may hold them. */
export async function eraseArchived(sql: Sql, keys: readonly SubjectKey[]): Promise<void> {
  await sql.query(
    `WITH gone AS (
       DELETE FROM archive.event e USING unnest($1::text[], $2::text[]) AS one (stream, subject)
        WHERE e.stream = one.stream AND e.subject = one.subject RETURNING e.stream, e.subject, e.time)
     INSERT INTO archive.erasure (stream, month, subject)
     SELECT DISTINCT stream, to_char(time AT TIME ZONE 'UTC', 'YYYY-MM'), subject FROM gone
     ON CONFLICT DO NOTHING`,
    [keys.map(({ stream }) => stream), keys.map(({ subject }) => subject)],
  );
}
