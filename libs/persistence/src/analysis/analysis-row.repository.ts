import { caseColumns, keptColumns, referralColumns } from '#contracts/analysis/codes';
import type { AnalysisRows } from '#domain/analysis';
import { typedColumns } from '../kernel/column-types.js';
import { list, plain, type CopyColumn } from '../kernel/copy.repository.js';
import type { Sql } from '../kernel/database.js';
import type { ProjectionName } from '../kernel/projection-name.js';

type Table = { readonly name: string; readonly key: readonly string[]; readonly columns: readonly Typed[] };
type Typed = ReturnType<typeof keptColumns>[number];

const place: Typed = ['place', { type: 'integer', nullable: false, meaning: { fr: '', nl: '', en: '' } }];
const caseTable: Table = { name: 'case_row', key: ['case_id'], columns: keptColumns(caseColumns) };
const referralTable: Table = {
  name: 'referral_row',
  key: ['case_id', 'place'],
  columns: [place, ...keptColumns(referralColumns)],
};

/** Writes the rows of cases and referrals as they are now. */
export async function saveAnalysisRows(
  sql: Sql,
  schema: ProjectionName,
  { caseRows, referralRows }: AnalysisRows,
): Promise<void> {
  await Promise.all([
    caseRows.length > 0 ? save(sql, schema, caseTable, caseRows) : undefined,
    referralRows.length > 0 ? save(sql, schema, referralTable, referralRows) : undefined,
  ]);
}

/** Removes all rows of these cases. */
export async function removeAnalysisRows(sql: Sql, schema: ProjectionName, caseIds: readonly string[]): Promise<void> {
  await Promise.all(
    [caseTable, referralTable].map(({ name }) =>
      sql.query(`DELETE FROM ${schema}.${name} WHERE case_id = ANY ($1::text[])`, [caseIds]),
    ),
  );
}

async function save(sql: Sql, schema: ProjectionName, { name, key, columns }: Table, rows: readonly object[]) {
  const names = columns.map(([column]) => column);
  const changed = names.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  await sql.query(
    `INSERT INTO ${schema}.${name} (${names.join(', ')})
     SELECT ${names.join(', ')} FROM json_to_recordset($1::json) AS one (${typedColumns(columns).join(', ')})
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changed.join(', ')}`,
    [JSON.stringify(rows)],
  );
}

type Value = string | number | boolean | null | readonly string[];

function copyColumns({ columns }: Table): CopyColumn<Readonly<Record<string, Value>>>[] {
  return columns.map(([name]) => ({ name, of: (row) => copied(row[name] ?? null) }));
}

function copied(value: Value): string {
  return typeof value === 'object' && value !== null ? list(value) : plain(value);
}

/** The tables of these rows, as a rebuild copies them. */
export const analysisTables = {
  case_row: copyColumns(caseTable),
  referral_row: copyColumns(referralTable),
} as const;
