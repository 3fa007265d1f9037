import type { Sql } from '../kernel/database.js';
import type { ProjectionName } from '../kernel/projection-name.js';

/** A row of `case_party`. */
export type CasePartyRow = { readonly case_id: string; readonly service_id: string };

/** Makes the parties of the cases exactly these. */
export async function replaceParties(
  sql: Sql,
  schema: ProjectionName,
  caseIds: readonly string[],
  rows: readonly CasePartyRow[],
): Promise<void> {
  await sql.query(
    `WITH party AS (
       SELECT case_id, service_id FROM json_to_recordset($2::json) AS one (case_id uuid, service_id text)),
     gone AS (
       DELETE FROM ${schema}.case_party old
        WHERE case_id = ANY ($1::uuid[])
          AND NOT EXISTS (SELECT FROM party WHERE party.case_id = old.case_id AND party.service_id = old.service_id))
     INSERT INTO ${schema}.case_party (case_id, service_id) SELECT case_id, service_id FROM party ON CONFLICT DO NOTHING`,
    [caseIds, JSON.stringify(rows)],
  );
}
