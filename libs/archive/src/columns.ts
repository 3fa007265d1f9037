import {
  caseColumns,
  eventColumns,
  keptColumns,
  referralColumns,
  type EventColumn,
  type RowColumnType,
} from '#contracts/analysis/codes';

/** DuckDB's types of the columns that analysts see. */
export const duckTypes = {
  integer: 'INTEGER',
  text: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  'text-list': 'VARCHAR[]',
  json: 'JSON',
  boolean: 'BOOLEAN',
} as const satisfies Record<RowColumnType, string>;

/** DuckDB's type of each column of events, in order; Parquet files hold exactly these. */
export const columnTypes: ReadonlyMap<EventColumn, string> = new Map(
  Object.entries(eventColumns).map(([name, { type }]) => [name as EventColumn, duckTypes[type]]),
);

/** The tables whose rows the core derives. */
export type RowTable = 'cases' | 'referrals';

/** The same of the kept columns of cases and referrals. */
export const rowTypes: Readonly<Record<RowTable, ReadonlyMap<string, string>>> = {
  cases: new Map(keptColumns(caseColumns).map(([name, { type }]) => [name, duckTypes[type]])),
  referrals: new Map(keptColumns(referralColumns).map(([name, { type }]) => [name, duckTypes[type]])),
};
