import type { DuckDBType } from '@duckdb/node-api';
import { csvLine, type CsvManner } from '#contracts/kernel/codes';
import { DuckDBTypeId, huge, moments, whole } from './duckdb.js';
import { exactJson } from './exact-json.js';
import type { IntoFile, ResultColumn } from './job.js';
import { nameOf, textOf } from './sql.js';
import { areSafe, defusedName, defusedValue, isJson, isNested, jsonValue, parquetValue, textValue } from './written.js';

/** A column of a result as DuckDB has it. */
export type RawColumn = { readonly name: string; readonly type: DuckDBType };

const fractions = [DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DECIMAL];
const endless = [DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DATE, DuckDBTypeId.TIMESTAMP_TZ, ...moments];
const numbersAndMoments = [...whole, ...huge, ...fractions, ...endless, DuckDBTypeId.BOOLEAN, DuckDBTypeId.UUID];

function isOf(ids: readonly DuckDBTypeId[], { typeId }: DuckDBType): boolean {
  return ids.includes(typeId);
}

/** What a column is to a reader. */
export function shownColumn({ name, type }: RawColumn): ResultColumn {
  return { name, type: type.alias ?? type.toString(), kind: kindOf(type) };
}

function kindOf(type: DuckDBType): ResultColumn['kind'] {
  if (isOf([...whole, ...huge, ...fractions], type)) {
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

/** What is selected for a file that DuckDB writes, from what, and how it writes it. */
export type FileWay = {
  readonly selected: string;
  readonly from?: (rows: string) => string;
  readonly options: string;
};

/** How a result becomes a file of a format. */
export function fileOf(columns: readonly RawColumn[], { format, csv }: IntoFile): FileWay {
  switch (format) {
    case 'parquet': {
      const named = columns.map(({ name, type }, at) => `${parquetValue(`c${at}`, type)} AS ${nameOf(name)}`);
      return { selected: named.join(', '), options: 'FORMAT parquet, COMPRESSION zstd' };
    }
    case 'ndjson':
      // Lines as they are.
      return { selected: lineOf(columns), options: `FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER ''` };
    case 'csv': {
      // Its own words for the head: DuckDB's would come before the mark. The line after the last row is that of its end.
      const head = `${csv.mark}${csvLine(
        columns.map(({ name }) => name),
        csv,
      )}\n`;
      const options = `FORMAT csv, HEADER false, DELIMITER '${csv.separator}', PREFIX ${textOf(head)}, SUFFIX '\n'`;
      return { ...csvWay(columns, csv), options };
    }
    case 'xlsx':
      return { selected: selectionForRows(columns), options: 'FORMAT parquet' };
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

/** Texts first, then one look at all of a row, then at each of them where that is needed. */
function csvWay(columns: readonly RawColumn[], manner: CsvManner): Pick<FileWay, 'selected' | 'from'> {
  const texts = columns.map(({ type }, at) => `${csvText(`c${at}`, type, manner)} AS c${at}`);
  const guarded = columns.map(({ type }) => !isOf(numbersAndMoments, type));
  const looked = areSafe(columns.flatMap((_, at) => (guarded[at] === true ? [`c${at}`] : [])));
  return {
    selected: guarded.map((isGuarded, at) => (isGuarded ? safeOr(`c${at}`) : `c${at}`)).join(', '),
    from: (rows) => `(SELECT *, ${looked} AS safe FROM (SELECT ${texts.join(', ')} FROM ${rows}))`,
  };
}

const safeOr = (name: string) => `CASE WHEN safe THEN ${name} ELSE ${defusedName(name)} END`;

function csvText(name: string, type: DuckDBType, { decimal }: CsvManner): string {
  const text = textValue(name, type);
  const said = isOf(fractions, type) && decimal === ',' ? `replace(${text}, '.', ',')` : text;
  // Of numbers and moments only those without end can begin as a formula does.
  return isOf(endless, type) ? `CASE WHEN isfinite(${name}) THEN ${said} ELSE ${defusedValue(said)} END` : said;
}
