import { caseColumns, keptColumns, referralColumns, type RowColumn } from '#contracts/analysis/codes';
import type { Sql } from '../kernel/database.js';
import { notErased } from './archive-subject.repository.js';

/** Seconds between two files of rows, and how long a change may take to be committed. */
const every = 60;
/** Rows that are read at once. */
const piece = 5_000;

/** The streams under which the rows of cases and referrals are filed, each as a whole. */
export const rowStreams = { cases: 'case-rows', referrals: 'referral-rows' } as const;
/** What rows are of. */
export type RowKind = keyof typeof rowStreams;

/** Some rows of one kind, each a line of JSON. */
export type RowLines = { readonly kind: RowKind; readonly lines: string };

/** True when the rows may have changed since the files that count were made, a minute ago or more; or at once, when a case was erased. */
export async function areRowsDue(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ due: boolean }>(
    `SELECT CASE WHEN made_at IS NULL THEN EXISTS (SELECT FROM projection.case_row)
                 ELSE (made_at < now() - make_interval(secs => $1)
                        AND (SELECT max(updated_at) FROM projection.consumer_offset) > made_at - make_interval(secs => $1)) IS TRUE
                   OR EXISTS (SELECT FROM archive.subject WHERE erased_at > made_at - make_interval(secs => $1))
             END AS due
       FROM (SELECT max(made_at) AS made_at FROM archive.file WHERE stream = ANY ($2::text[]) AND retired_at IS NULL) AS file`,
    [every, Object.values(rowStreams)],
  );
  return row?.due ?? false;
}

/** All rows of cases and referrals as they are at one moment, in pieces; only inside a transaction. */
export async function* readRowLines(sql: Sql): AsyncGenerator<RowLines> {
  // One cursor over both: a referral never comes without its case.
  await sql.query(
    `DECLARE analysis_row NO SCROLL CURSOR FOR
       SELECT 'cases' AS kind, row_to_json(one)::text AS line FROM (${selectionOf('case_row', caseColumns)}) AS one
       UNION ALL
       SELECT 'referrals', row_to_json(one)::text FROM (${selectionOf('referral_row', referralColumns)}) AS one`,
  );
  for (;;) {
    const rows = await sql.query<{ kind: RowKind; line: string }>(`FETCH ${piece} FROM analysis_row`);
    if (rows.length === 0) {
      break;
    }
    for (const kind of Object.keys(rowStreams) as RowKind[]) {
      const lines = rows.filter((one) => one.kind === kind).map(({ line }) => line);
      if (lines.length > 0) {
        yield { kind, lines: lines.join('\n') };
      }
    }
  }
  await sql.query('CLOSE analysis_row');
}

function selectionOf(table: string, columns: Readonly<Record<string, RowColumn>>): string {
  const names = keptColumns(columns).map(([name]) => `kept.${name}`);
  return `SELECT ${names.join(', ')} FROM projection.${table} kept WHERE ${notErased('kept')}`;
}
