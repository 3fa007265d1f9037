import { createRequire } from 'node:module';

// By `require`: as an import Node would first read each of its 180 files for the names it exports, and a query process, which lives
// for one query, would spend a third of its start on that.
const api = createRequire(import.meta.url)('@duckdb/node-api') as typeof import('@duckdb/node-api');

/** DuckDB as a query process needs it. */
export const { DuckDBInstance, DuckDBTypeId } = api;

/** The number of one of DuckDB's types. */
export type DuckDBTypeId = (typeof DuckDBTypeId)[keyof typeof DuckDBTypeId];

/** Whole numbers of up to 64 bits. */
export const whole: readonly DuckDBTypeId[] = [
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
];
/** Whole numbers of more. */
export const huge: readonly DuckDBTypeId[] = [DuckDBTypeId.HUGEINT, DuckDBTypeId.UHUGEINT, DuckDBTypeId.BIGNUM];
/** Instants of which it is not said in which zone. */
export const moments: readonly DuckDBTypeId[] = [
  DuckDBTypeId.TIMESTAMP,
  DuckDBTypeId.TIMESTAMP_S,
  DuckDBTypeId.TIMESTAMP_MS,
  DuckDBTypeId.TIMESTAMP_NS,
];
