import { parseCondition, type EventFilter, type Operator } from '#contracts/analysis';
import { eventColumns, type EventColumn } from '#contracts/analysis/codes';
import { textOf } from './sql.js';

/** A condition in DuckDB's SQL with its parameters; `true` when every event is wanted. */
export type Where = { readonly sql: string; readonly parameters: Readonly<Record<string, string>> };

const numberForm = String.raw`^-?\d+(\.\d+)?$`;

/**
 * The condition of a filter on the table `events`. Values are parameters; paths, which hold letters, digits, `_` and `-` only, are part
 * of the text, as are names of columns. `=` and `!=` compare the value as text, and a path that is missing meets `!=` alone; `<` and its like compare numbers when
 * both are numbers, else text; `~` means contains, whatever the case.
 */
export function whereOf(filter: EventFilter): Where {
  const parameters: Record<string, string> = {};
  const bind = (value: string) => {
    const name = `f${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `$${name}`;
  };
  const oneOf = (column: string, values: readonly string[] | undefined) =>
    values === undefined || values.length === 0 ? [] : [`${column} IN (${values.map(bind).join(', ')})`];
  const conditions = [
    ...(filter.stream === undefined ? [] : [`stream = ${bind(filter.stream)}`]),
    ...oneOf('type', filter.type),
    ...(filter.from === undefined ? [] : [`time >= ${bind(filter.from)}::TIMESTAMPTZ`]),
    ...(filter.until === undefined ? [] : [`time <= ${bind(filter.until)}::TIMESTAMPTZ`]),
    ...(filter.case === undefined ? [] : [subjectIs(filter.case, bind)]),
    ...oneOf('profession', filter.profession),
    ...oneOf('difficulty', filter.difficulty),
    ...oneOf('municipality', filter.municipality),
    ...(filter.where ?? []).flatMap((text) => conditionOf(text, bind)),
  ];
  return { sql: conditions.length === 0 ? 'true' : conditions.map((one) => `(${one})`).join(' AND '), parameters };
}

function subjectIs(text: string, bind: (value: string) => string): string {
  return `subject = ${bind(text.toLowerCase())} OR starts_with(code, ${bind(text.toUpperCase())})`;
}

function conditionOf(text: string, bind: (value: string) => string): string[] {
  const condition = parseCondition(text);
  if (condition === undefined) {
    return [];
  }
  const { of, path, operator } = condition;
  const [column = ''] = path;
  if (of === 'column' && isList(column) && (operator === '=' || operator === '!=')) {
    const has = `coalesce(list_contains("${column}", ${bind(condition.value)}), false)`;
    return [operator === '=' ? has : `NOT ${has}`];
  }
  const value = of === 'data' ? valueAt(path) : columnAsText(column);
  switch (operator) {
    case 'exists':
      return [`${value} IS NOT NULL`];
    case '=':
      return [`${value} = ${bind(condition.value)}`];
    case '!=':
      return [`${value} IS DISTINCT FROM ${bind(condition.value)}`];
    case '~':
      return [`contains(lower(${value}), lower(${bind(condition.value)}))`];
    default:
      return [ordered(value, operator, condition.value, bind)];
  }
}

/** A column, one of `conditionColumns`, as text; a list is joined by commas. */
function columnAsText(column: string): string {
  return isList(column) ? `array_to_string("${column}", ',')` : `CAST("${column}" AS VARCHAR)`;
}

function isList(column: string): boolean {
  return eventColumns[column as EventColumn].type === 'text-list';
}

function ordered(value: string, operator: Operator, given: string, bind: (value: string) => string): string {
  const wanted = bind(given);
  const asText = `${value} ${operator} ${wanted}`;
  return new RegExp(numberForm).test(given)
    ? `CASE WHEN regexp_full_match(${value}, '${numberForm}') THEN CAST(${value} AS DOUBLE) ${operator} CAST(${wanted} AS DOUBLE)
            ELSE ${asText} END`
    : asText;
}

/** The value at a path of the data as text; null when there is none. A step of digits is a place in a list. */
export function valueAt(steps: readonly string[]): string {
  const path = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `."${step}"`)).join('');
  return `json_extract_string(data, ${textOf(`$${path}`)})`;
}
