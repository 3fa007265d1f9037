import type pg from 'pg';

/** What analysts did last, the latest at the end. */
export async function lastAudits(sql: pg.Client, count: number): Promise<Record<string, unknown>[]> {
  const { rows } = await sql.query<Record<string, unknown>>(
    `SELECT person_id AS person, kind, subject, rows::int, outcome
       FROM relais.analysis_audit ORDER BY audit_id DESC LIMIT $1`,
    [count],
  );
  return rows.toReversed();
}
