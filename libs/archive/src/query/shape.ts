import type { DuckDBType } from '@duckdb/node-api';
import { DuckDBTypeId } from './duckdb.js';
import { exactJson } from './exact-json.js';
import type { IntoFile, ResultColumn } from './job.js';
import { nameOf, textOf } from './sql.js';
import { isJson, isNested, jsonValue, parquetValue, textValue } from './written.js';

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

function isOf(ids: readonly DuckDBTypeId[], { typeId }: DuckDBType): boolean {
  return ids.includes(typeId);
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
  if (isOf([...whole, DuckDBTypeId.DOUBLE, DuckDBTypeId.BOOLEAN], type)) {
    return name;
  }
  // The double of the same digits, not the longer one that is as large.
  return type.typeId === DuckDBTypeId.FLOAT ? `${name}::VARCHAR::DOUBLE` : textValue(name, type);
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
    return isNested(type) || isJson(type) ? exactJson(value) : value;
  });
}

/** What is selected for a file. */
export function selectionForFile(columns: readonly RawColumn[], { format, codes }: IntoFile): string {
  switch (format) {
    case 'parquet':
      return columns.map(({ name, type }, place) => `${parquetValue(`c${place}`, type)} AS ${nameOf(name)}`).join(', ');
    case 'ndjson':
      return lineOf(columns);
    case 'csv':
      return columns
        .map(({ name, type }, place) => {
          const text = textValue(`c${place}`, type);
          const value = kindOf(type) === 'text' && !codes.includes(name) ? guarded(text) : text;
          return `${value} AS ${nameOf(name)}`;
        })
        .join(', ');
    default:
      return format satisfies never;
  }
}

/** A row as one line of JSON. */
function lineOf(columns: readonly RawColumn[]): string {
  const fields = columns.map(
    ({ name, type }, place) => `${textOf(`${JSON.stringify(name)}:`)} || ${jsonValue(`c${place}`, type)}`,
  );
  return `'{' || ${fields.join(` || ',' || `)} || '}' AS line`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; negative numbers do not. */
function guarded(text: string): string {
  return `CASE WHEN regexp_matches(${text}, '^[=+@\\t\\r-]') AND try_cast(${text} AS DOUBLE) IS NULL
               THEN '''' || ${text} ELSE ${text} END`;
}

/** How DuckDB writes the format. */
export const copyOptions: Readonly<Record<IntoFile['format'], string>> = {
  csv: 'FORMAT csv, HEADER',
  // Lines as they are.
  ndjson: `FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER ''`,
  parquet: 'FORMAT parquet, COMPRESSION zstd',
};
