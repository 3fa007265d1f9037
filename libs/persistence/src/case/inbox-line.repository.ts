import type { InboxLine } from '#contracts/case';
import type { Sql } from '../kernel/database.js';
import type { ProjectionName } from '../kernel/projection-name.js';

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

/** What a line is found by. */
export type InboxLineKey = Pick<InboxLineRow, 'case_id' | 'owner_service_id' | 'key'>;

/** Removes lines and writes others as they are now. */
export async function changeLines(
  sql: Sql,
  schema: ProjectionName,
  gone: readonly InboxLineKey[],
  rows: readonly InboxLineRow[],
): Promise<void> {
  const removed =
    gone.length > 0
      ? sql.query(
          `DELETE FROM ${schema}.inbox_line old
            USING json_to_recordset($1::json) AS one (case_id uuid, owner_service_id text, key text)
            WHERE old.case_id = one.case_id AND old.owner_service_id = one.owner_service_id AND old.key = one.key`,
          [JSON.stringify(gone)],
        )
      : undefined;
  const written =
    rows.length > 0
      ? sql.query(
          `INSERT INTO ${schema}.inbox_line (case_id, owner_service_id, key, bucket, due_at, since, languages, difficulties, line)
           SELECT case_id, owner_service_id, key, bucket, due_at, since, languages, difficulties, line
             FROM json_to_recordset($1::json) AS one (
               case_id uuid, owner_service_id text, key text, bucket text, due_at timestamptz, since timestamptz,
               languages text[], difficulties text[], line jsonb)
           ON CONFLICT (case_id, owner_service_id, key) DO UPDATE SET
             bucket = excluded.bucket, due_at = excluded.due_at, since = excluded.since, languages = excluded.languages,
             difficulties = excluded.difficulties, line = excluded.line`,
          [JSON.stringify(rows)],
        )
      : undefined;
  await Promise.all([removed, written]);
}
