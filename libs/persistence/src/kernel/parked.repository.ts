import type { Sql } from './database.js';
import type { ProjectionName } from './projection-name.js';

/** An event that waits until the gap before it closes; `record` is whatever its owner needs to apply it then. */
export type ParkedRow = {
  readonly stream: string;
  readonly subject: string;
  readonly sequence: number;
  readonly record: unknown;
};

/** What waits for these subjects, in order. */
export async function readParked(
  sql: Sql,
  schema: ProjectionName,
  stream: string,
  subjects: readonly string[],
): Promise<ParkedRow[]> {
  return sql.query<ParkedRow>(
    `SELECT stream, subject, sequence, record FROM ${schema}.parked
      WHERE stream = $1 AND subject = ANY ($2::text[]) ORDER BY subject, sequence`,
    [stream, subjects],
  );
}

/** Lets events wait; one that waits already stays as it is. */
export async function park(sql: Sql, schema: ProjectionName, rows: readonly ParkedRow[]): Promise<void> {
  await sql.query(
    `INSERT INTO ${schema}.parked (stream, subject, sequence, record)
     SELECT stream, subject, sequence, record
       FROM json_to_recordset($1::json) AS one (stream text, subject text, sequence integer, record jsonb)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** Ends the waiting of events. */
export async function unpark(
  sql: Sql,
  schema: ProjectionName,
  rows: readonly Omit<ParkedRow, 'record'>[],
): Promise<void> {
  await sql.query(
    `DELETE FROM ${schema}.parked waiting
      USING json_to_recordset($1::json) AS one (stream text, subject text, sequence integer)
      WHERE waiting.stream = one.stream AND waiting.subject = one.subject AND waiting.sequence = one.sequence`,
    [JSON.stringify(rows.map(({ stream, subject, sequence }) => ({ stream, subject, sequence })))],
  );
}

/** Ends all waiting. */
export async function unparkAll(sql: Sql, schema: ProjectionName): Promise<void> {
  await sql.query(`DELETE FROM ${schema}.parked`);
}
