import type { RowColumnType } from '#contracts/analysis/codes';

/** PostgreSQL's types of the columns that analysts see. */
export const columnTypes = {
  integer: 'integer',
  text: 'text',
  time: 'timestamptz',
  'text-list': 'text[]',
  json: 'jsonb',
  boolean: 'boolean',
} as const satisfies Record<RowColumnType, string>;

/** Columns with their types, as a table, a function or a record set names them. */
export function typedColumns(columns: readonly (readonly [string, { readonly type: RowColumnType }])[]): string[] {
  return columns.map(([name, { type }]) => `${name} ${columnTypes[type]}`);
}
