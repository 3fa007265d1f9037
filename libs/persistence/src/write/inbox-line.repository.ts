import type { InboxLine } from '#contracts';
import type { Sql } from '../read/database.js';
import type { ProjectionName } from './projection-name.js';

/** A row of `inbox_line`; the owner '' stands for the coordinators. */
export type InboxLineRow = {
  readonly case_id: string;
  readonly owner_service_id: string;
  readonly key: string;
  readonly bucket: string;
  readonly due_at: string | null;
  readonly since: string;
  readonly languages: readonly string[];
  readonly difficulties: readonly string[];
  readonly line: InboxLine;
};

/** Makes the lines of the cases exactly these. */
export async function replaceLines(
  sql: Sql,
  schema: ProjectionName,
  caseIds: readonly string[],
  rows: readonly InboxLineRow[],
): Promise<void> {
  await sql.query(
    `WITH line AS (
       SELECT * FROM json_to_recordset($2::json) AS one (
         case_id uuid, owner_service_id text, key text, bucket text, due_at timestamptz, since timestamptz,
         languages text[], difficulties text[], line jsonb)),
     gone AS (
       DELETE FROM ${schema}.inbox_line old
        WHERE case_id = ANY ($1::uuid[])
          AND NOT EXISTS (SELECT FROM line WHERE line.case_id = old.case_id
                             AND line.owner_service_id = old.owner_service_id AND line.key = old.key))
     INSERT INTO ${schema}.inbox_line (case_id, owner_service_id, key, bucket, due_at, since, languages, difficulties, line)
     SELECT case_id, owner_service_id, key, bucket, due_at, since, languages, difficulties, line FROM line
     ON CONFLICT (case_id, owner_service_id, key) DO UPDATE SET
       bucket = excluded.bucket, due_at = excluded.due_at, since = excluded.since, languages = excluded.languages,
       difficulties = excluded.difficulties, line = excluded.line`,
    [caseIds, JSON.stringify(rows)],
  );
}
