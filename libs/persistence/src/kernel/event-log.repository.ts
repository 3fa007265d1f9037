import type { Sql } from './database.js';
import type { ProjectionName } from './projection-name.js';

/** A row of `event_log`. */
export type EventLogRow = {
  readonly stream: string;
  readonly subject: string;
  readonly sequence: number;
  readonly event_id: string;
  readonly type: string;
  readonly time: string;
  readonly by: unknown;
  readonly data: unknown;
  readonly partition: number;
  readonly offset: string;
};

/** Appends events; one that is there already stays as it is. */
export async function insertEvents(sql: Sql, schema: ProjectionName, rows: readonly EventLogRow[]): Promise<void> {
  await sql.query(
    `INSERT INTO ${schema}.event_log (stream, subject, sequence, event_id, type, time, by, data, partition, "offset")
     SELECT stream, subject, sequence, event_id, type, time, by, data, partition, "offset"
       FROM json_to_recordset($1::json) AS event (
         stream text, subject text, sequence integer, event_id text, type text, time timestamptz, by jsonb, data jsonb,
         partition integer, "offset" bigint)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** The last sequence of each subject of a stream; subjects without events are left out. */
export async function readSequences(
  sql: Sql,
  schema: ProjectionName,
  stream: string,
  subjects: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ subject: string; sequence: number }>(
    `SELECT wanted.subject, last.sequence FROM unnest($2::text[]) AS wanted (subject)
      CROSS JOIN LATERAL (
        SELECT sequence FROM ${schema}.event_log e
         WHERE e.stream = $1 AND e.subject = wanted.subject ORDER BY sequence DESC LIMIT 1) AS last`,
    [stream, subjects],
  );
  return new Map(rows.map((row) => [row.subject, row.sequence]));
}
