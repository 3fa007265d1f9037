import type { DuckDBType } from '@duckdb/node-api';
import { DuckDBTypeId } from './duckdb.js';
import type { IntoFile, ResultColumn } from './job.js';
import { nameOf } from './sql.js';

/** A column of a result as DuckDB has it. */
export type RawColumn = { readonly name: string; readonly type: DuckDBType };

const whole = [
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
];
const huge = [DuckDBTypeId.HUGEINT, DuckDBTypeId.UHUGEINT, DuckDBTypeId.BIGNUM];
const broken = [DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DECIMAL];
const moments = [
  DuckDBTypeId.TIMESTAMP,
  DuckDBTypeId.TIMESTAMP_S,
  DuckDBTypeId.TIMESTAMP_MS,
  DuckDBTypeId.TIMESTAMP_NS,
];
const nested = [DuckDBTypeId.LIST, DuckDBTypeId.ARRAY, DuckDBTypeId.STRUCT, DuckDBTypeId.MAP, DuckDBTypeId.UNION];
const isoMoment = '%Y-%m-%dT%H:%M:%S.%g';

function isOf(ids: readonly DuckDBTypeId[], { typeId }: DuckDBType): boolean {
  return ids.includes(typeId);
}

function isJson({ alias }: DuckDBType): boolean {
  return alias === 'JSON';
}

/** What a column is to a reader. */
export function shownColumn({ name, type }: RawColumn): ResultColumn {
  return { name, type: type.alias ?? type.toString(), kind: kindOf(type) };
}

function kindOf(type: DuckDBType): ResultColumn['kind'] {
  if (isOf([...whole, ...huge, ...broken], type)) {
    return 'number';
  }
  if (isOf([...moments, DuckDBTypeId.TIMESTAMP_TZ, DuckDBTypeId.DATE], type)) {
    return 'time';
  }
  return isOf([DuckDBTypeId.VARCHAR, DuckDBTypeId.ENUM, DuckDBTypeId.UUID], type) && !isJson(type) ? 'text' : 'other';
}

/** Columns under names that cannot be mistaken, to select from `(...) AS q(c0, c1, ...)`. */
export function namesFor(columns: readonly RawColumn[]): string {
  return columns.map((_, place) => `c${place}`).join(', ');
}

/** What is selected so that a Parquet file can hold it and JSON can say it without loss. */
export function selectionForRows(columns: readonly RawColumn[]): string {
  return columns.map(({ type }, place) => `${rowValue(`c${place}`, type)} AS c${place}`).join(', ');
}

function rowValue(name: string, type: DuckDBType): string {
  if (isOf([...whole, ...broken, DuckDBTypeId.BOOLEAN], type)) {
    return name;
  }
  if (type.typeId === DuckDBTypeId.TIMESTAMP_TZ) {
    return `strftime(timezone('UTC', ${name}), '${isoMoment}Z')`;
  }
  if (isOf(moments, type)) {
    return `strftime(${name}::TIMESTAMP, '${isoMoment}')`;
  }
  return isOf(nested, type) ? `to_json(${name})::VARCHAR` : `${name}::VARCHAR`;
}

/** The values of a row as they are sent. */
export function readRow(row: readonly unknown[], columns: readonly RawColumn[]): unknown[] {
  return row.map((value, place) => {
    const type = columns[place]?.type;
    if (typeof value !== 'string' || type === undefined) {
      return value;
    }
    if (isOf(whole, type) || isOf(huge, type)) {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : value;
    }
    return isOf(nested, type) || isJson(type) ? JSON.parse(value) : value;
  });
}

/** What is selected for a file, under the names of the result. */
export function selectionForFile(columns: readonly RawColumn[], { format, codes }: IntoFile): string {
  return columns
    .map(({ name, type }, place) => {
      const value = fileValue(`c${place}`, type, { format, isCode: codes.includes(name) });
      return `${value} AS ${nameOf(name)}`;
    })
    .join(', ');
}

function fileValue(
  name: string,
  type: DuckDBType,
  { format, isCode }: Pick<IntoFile, 'format'> & { readonly isCode: boolean },
): string {
  if (format === 'parquet') {
    // Parquet has no whole numbers of that size, and DuckDB would write doubles.
    return isOf(huge, type) ? `${name}::DECIMAL(38, 0)` : name;
  }
  if (type.typeId === DuckDBTypeId.TIMESTAMP_TZ) {
    return `timezone('UTC', ${name})`;
  }
  if (format === 'csv' && isOf(nested, type)) {
    return `to_json(${name})`;
  }
  return format === 'csv' && kindOf(type) === 'text' && !isCode ? guarded(name) : name;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; negative numbers do not. */
function guarded(name: string): string {
  return `CASE WHEN regexp_matches(${name}::VARCHAR, '^[=+@\\t\\r-]') AND try_cast(${name}::VARCHAR AS DOUBLE) IS NULL
               THEN '''' || ${name}::VARCHAR ELSE ${name}::VARCHAR END`;
}

/** How DuckDB writes the format. */
export const copyOptions: Readonly<Record<IntoFile['format'], string>> = {
  csv: `FORMAT csv, HEADER, TIMESTAMPFORMAT '${isoMoment}Z'`,
  ndjson: `FORMAT json, TIMESTAMPFORMAT '${isoMoment}Z'`,
  parquet: 'FORMAT parquet, COMPRESSION zstd',
};
