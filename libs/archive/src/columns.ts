import { eventColumns, type ColumnType, type EventColumn } from '#contracts/analysis/codes';

const types = {
  integer: 'INTEGER',
  text: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  'text-list': 'VARCHAR[]',
  json: 'JSON',
} as const satisfies Record<ColumnType, string>;

/** DuckDB's type of each column of events, in order; Parquet files hold exactly these. */
export const columnTypes: ReadonlyMap<EventColumn, string> = new Map(
  Object.entries(eventColumns).map(([name, { type }]) => [name as EventColumn, types[type]]),
);
