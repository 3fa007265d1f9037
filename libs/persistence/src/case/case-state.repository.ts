import type { KnownCase } from '#domain/case';
import type { Sql } from '../kernel/database.js';
import type { ProjectionName } from '../kernel/projection-name.js';

/** A row of `case_read`. */
export type CaseReadRow = {
  readonly case_id: string;
  readonly sequence: number;
  readonly code: string;
  readonly status: string;
  readonly lead_service_id: string | null;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly outcome: string | null;
  readonly due_at: string | null;
  readonly main_difficulty: string;
  readonly difficulties: readonly string[];
  readonly sector: string;
  readonly municipality: string;
  readonly state: KnownCase;
  readonly imported: boolean;
};

/** The states of cases; those that are not known are left out. */
export async function readStates(
  sql: Sql,
  schema: ProjectionName,
  caseIds: readonly string[],
): Promise<Map<string, KnownCase>> {
  const rows = await sql.query<{ case_id: string; state: KnownCase }>(
    `SELECT case_id, state FROM ${schema}.case_read WHERE case_id = ANY ($1::uuid[])`,
    [caseIds],
  );
  return new Map(rows.map((row) => [row.case_id, row.state]));
}

/** Writes cases as they are now. */
export async function saveCases(sql: Sql, schema: ProjectionName, rows: readonly CaseReadRow[]): Promise<void> {
  await sql.query(
    `INSERT INTO ${schema}.case_read (case_id, sequence, code, status, lead_service_id, opened_at, closed_at, outcome, due_at,
       main_difficulty, difficulties, sector, municipality, state, imported)
     SELECT case_id, sequence, code, status, lead_service_id, opened_at, closed_at, outcome, due_at,
       main_difficulty, difficulties, sector, municipality, state, imported
       FROM json_to_recordset($1::json) AS one (
         case_id uuid, sequence integer, code text, status text, lead_service_id text, opened_at timestamptz,
         closed_at timestamptz, outcome text, due_at timestamptz, main_difficulty text, difficulties text[], sector text,
         municipality text, state jsonb, imported boolean)
     ON CONFLICT (case_id) DO UPDATE SET
       sequence = excluded.sequence, status = excluded.status, lead_service_id = excluded.lead_service_id,
       opened_at = excluded.opened_at, closed_at = excluded.closed_at, outcome = excluded.outcome, due_at = excluded.due_at,
       main_difficulty = excluded.main_difficulty, difficulties = excluded.difficulties, sector = excluded.sector,
       municipality = excluded.municipality, state = excluded.state, imported = excluded.imported`,
    [JSON.stringify(rows)],
  );
}
