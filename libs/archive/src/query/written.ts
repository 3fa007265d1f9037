import type { DuckDBArrayType, DuckDBListType, DuckDBMapType, DuckDBStructType, DuckDBType } from '@duckdb/node-api';
import { formulas } from '#contracts/kernel/codes';
import { DuckDBTypeId, huge, moments, whole } from './duckdb.js';
import { refuse } from './gate.js';
import { nameOf, textOf } from './sql.js';

// How a value of DuckDB becomes a text from which the same value can be read again. DuckDB's own `to_json` writes numbers that are none in JSON, structures
// whose fields have one name, and other digits than a JSON text had.

const instants = new Set([...moments, DuckDBTypeId.TIMESTAMP_TZ]);
const floating = new Set([DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE]);
const plainInJson = new Set([DuckDBTypeId.BOOLEAN, ...whole, ...huge, DuckDBTypeId.DECIMAL]);

/** True for JSON, which DuckDB takes for a text of another name. */
export function isJson({ alias }: DuckDBType): boolean {
  return alias === 'JSON';
}

/** Its values have types of their own, which nobody knows before they are read. */
function mixed(type: DuckDBType): never {
  return refuse('construct', type.toString());
}

/** True for what holds other values. */
export function isNested(type: DuckDBType): boolean {
  switch (type.typeId) {
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
      return true;
    case DuckDBTypeId.UNION:
    case DuckDBTypeId.VARIANT:
      return mixed(type);
    default:
      return false;
  }
}

/** The SQL for a value as a text, in lists and structures as JSON; null stays null. */
export function textValue(value: string, type: DuckDBType): string {
  if (isNested(type)) {
    return `CASE WHEN ${value} IS NULL THEN NULL ELSE ${jsonValue(value, type)} END`;
  }
  if (instants.has(type.typeId)) {
    return momentText(value, type.typeId);
  }
  return floating.has(type.typeId)
    ? `replace(replace(${value}::VARCHAR, 'inf', 'Infinity'), 'nan', 'NaN')`
    : `${value}::VARCHAR`;
}

/** As ISO 8601 with the digits that the second has, three at least; what has no such form (before Christ, infinite) as DuckDB says it. */
function momentText(value: string, type: DuckDBTypeId): string {
  const isZoned = type === DuckDBTypeId.TIMESTAMP_TZ;
  const local = isZoned ? `timezone('UTC', ${value})` : value;
  const written = (digits: string) => `strftime(${local}, '%Y-%m-%dT%H:%M:%S.${digits}${isZoned ? 'Z' : ''}')`;
  const nanoseconds =
    type === DuckDBTypeId.TIMESTAMP_NS ? `WHEN epoch_ns(${value}) % 1000 <> 0 THEN ${written('%n')} ` : '';
  const hasForm =
    type === DuckDBTypeId.TIMESTAMP_NS
      ? `isfinite(${value})`
      : `${value} BETWEEN '0001-01-01 00:00:00' AND '9999-12-31 23:59:59'`;
  return `CASE WHEN NOT ${hasForm} THEN ${value}::VARCHAR
               ${nanoseconds}WHEN epoch_us(${value}) % 1000 <> 0 THEN ${written('%f')} ELSE ${written('%g')} END`;
}

const quotedInJson = (text: string) => `to_json(${text})::VARCHAR`;

/** The SQL for a value as a text of JSON in one line, `null` for null: numbers with all their digits, what is no number in JSON as a text. */
export function jsonValue(value: string, type: DuckDBType, depth = 0): string {
  return `coalesce(${presentValue(value, type, depth)}, 'null')`;
}

/** The same, and null for null. */
function presentValue(value: string, type: DuckDBType, depth: number): string {
  if (isJson(type)) {
    // The line ends of a JSON text can only stand between its parts.
    return `translate(${value}::VARCHAR, chr(10) || chr(13), '  ')`;
  }
  if (plainInJson.has(type.typeId)) {
    return `${value}::VARCHAR`;
  }
  if (floating.has(type.typeId)) {
    return `CASE WHEN isfinite(${value}) THEN ${value}::VARCHAR ELSE ${quotedInJson(textValue(value, type))} END`;
  }
  return isNested(type) ? nestedValue(value, type, depth) : quotedInJson(textValue(value, type));
}

/** Whether `to_json` writes all that a type holds as it is. */
function isPlain(type: DuckDBType): boolean {
  switch (type.typeId) {
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
      return isPlain((type as DuckDBListType | DuckDBArrayType).valueType);
    case DuckDBTypeId.VARCHAR:
      return !isJson(type);
    default:
      return plainInJson.has(type.typeId);
  }
}

function nestedValue(value: string, type: DuckDBType, depth: number): string {
  if (isPlain(type)) {
    return `to_json(${value})::VARCHAR`;
  }
  const one = `e${depth}`;
  const joined = (list: string, written: string) =>
    `array_to_string(list_transform(${list}, lambda ${one} : ${written}), ',')`;
  // A name for what is said several times: deep structures would grow beyond measure.
  const inside = (written: string) => `list_transform([${value}], lambda ${one} : ${written})[1]`;
  switch (type.typeId) {
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY: {
      const { valueType } = type as DuckDBListType | DuckDBArrayType;
      return `'[' || ${joined(value, jsonValue(one, valueType, depth + 1))} || ']'`;
    }
    case DuckDBTypeId.MAP: {
      const { keyType, valueType } = type as DuckDBMapType;
      const key = quotedInJson(textValue(`struct_extract_at(${one}, 1)`, keyType));
      const held = jsonValue(`struct_extract_at(${one}, 2)`, valueType, depth + 1);
      return `'{' || ${joined(`map_entries(${value})`, `${key} || ':' || ${held}`)} || '}'`;
    }
    case DuckDBTypeId.STRUCT:
      return inside(structValue(one, type as DuckDBStructType, depth + 1));
    default:
      throw new Error(`${type.toString()} holds no other values`);
  }
}

/** An object, or a list when the fields have no names. */
function structValue(value: string, { entryNames, entryTypes }: DuckDBStructType, depth: number): string {
  const isNamed = entryNames.every((name) => name !== '');
  const parts = entryTypes.map((type, at) => {
    const name = isNamed ? `${textOf(`${JSON.stringify(entryNames[at])}:`)} || ` : '';
    return `${name}${jsonValue(`struct_extract_at(${value}, ${at + 1})`, type, depth)}`;
  });
  const [opens, closes] = isNamed ? ['{', '}'] : ['[', ']'];
  return `CASE WHEN ${value} IS NULL THEN NULL ELSE '${opens}' || ${parts.join(` || ',' || `)} || '${closes}' END`;
}

/** The SQL for whether `defusedName` leaves all of these texts as they are: one look at a row instead of one at each of its cells. */
export function areSafe(names: readonly string[]): string {
  // A line end between them, after which each is looked at as at its beginning.
  return names.length === 0
    ? 'true'
    : `NOT regexp_matches(concat_ws(chr(10), ${names.join(', ')}), ${textOf(formulas.any)})`;
}

/** The SQL for a text as `defused` makes it. */
export function defusedValue(text: string): string {
  // A name for what is said several times.
  return `list_transform([${text}], lambda v : ${defusedName('v')})[1]`;
}

/** The same of a text that has a name. */
export function defusedName(name: string): string {
  const [any, begins, number, within] = [formulas.any, formulas.begins, formulas.number, formulas.within].map(textOf);
  const first = `CASE WHEN regexp_matches(${name}, ${begins}) THEN '''' || ${name} ELSE ${name} END`;
  return `CASE WHEN NOT regexp_matches(${name}, ${any}) OR regexp_matches(${name}, ${number}) THEN ${name}
               ELSE regexp_replace(${first}, ${within}, '\\1''\\2', 'g') END`;
}

/** The SQL for a value as Parquet holds it without loss. */
export function parquetValue(value: string, type: DuckDBType): string {
  const kept = parquetType(type);
  if (kept === undefined) {
    return textValue(value, type);
  }
  return kept === type.toString() ? value : `${value}::${kept}`;
}

/** The type that Parquet has for one; undefined when values can only be written as texts. */
function parquetType(type: DuckDBType): string | undefined {
  switch (type.typeId) {
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
      // Parquet has no whole numbers of that size, and DuckDB would write doubles.
      return 'DECIMAL(38, 0)';
    case DuckDBTypeId.INTERVAL:
    case DuckDBTypeId.TIME_TZ:
    case DuckDBTypeId.GEOMETRY:
      // Microseconds, the zone, and what a point is would be lost.
      return 'VARCHAR';
    case DuckDBTypeId.LIST:
      return suffixed((type as DuckDBListType).valueType, '[]');
    case DuckDBTypeId.ARRAY: {
      const { valueType, length } = type as DuckDBArrayType;
      return suffixed(valueType, `[${length}]`);
    }
    case DuckDBTypeId.MAP: {
      const { keyType, valueType } = type as DuckDBMapType;
      const [key, held] = [parquetType(keyType), parquetType(valueType)];
      return key === undefined || held === undefined ? undefined : `MAP(${key}, ${held})`;
    }
    case DuckDBTypeId.STRUCT: {
      const { entryNames, entryTypes } = type as DuckDBStructType;
      const fields = entryTypes.map((one) => parquetType(one));
      return entryNames.includes('') || fields.includes(undefined)
        ? undefined
        : `STRUCT(${fields.map((field, at) => `${nameOf(entryNames[at] ?? '')} ${field}`).join(', ')})`;
    }
    case DuckDBTypeId.UNION:
    case DuckDBTypeId.VARIANT:
      return mixed(type);
    default:
      return type.alias ?? type.toString();
  }
}

function suffixed(inner: DuckDBType, suffix: string): string | undefined {
  const kept = parquetType(inner);
  return kept === undefined ? undefined : `${kept}${suffix}`;
}
