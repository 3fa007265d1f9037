import { type Condition, type EventFilter, parseCondition, type Stream } from '#contracts/analysis';
import { eventColumns, type EventColumn } from '#contracts/analysis/codes';
import { typesOfStream } from '#contracts/catalogue';
import { codesOf, professions, streamNames } from '#contracts/kernel/codes';

/** Values of a statement, each under its place. */
export class Values {
  readonly all: unknown[] = [];

  /** The placeholder of a value, with its type. */
  add(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}

/** The small streams by their types: these have an index, and streams have none. */
const smallStreams: ReadonlySet<Stream> = new Set(streamNames.filter((stream) => stream !== 'cases'));

/** All streams as SQL has them. */
const anyStream = streamNames.map((stream) => `'${stream}'`).join(', ');

const listed = ['type', 'profession', 'difficulty', 'municipality'] as const;
type Listed = (typeof listed)[number];
type Lists = Readonly<Partial<Record<Listed, readonly string[]>>>;

/** More parts of a page would cost more to plan than to read. */
const mostParts = 64;

/** The profession as the index of types has it. */
const ofType = `coalesce(profession, '')`;

/** The types a filter is about; undefined for all. */
function typesOf({ stream, type }: EventFilter): readonly string[] | undefined {
  const ofStream = stream !== undefined && smallStreams.has(stream) ? typesOfStream(stream) : undefined;
  return ofStream === undefined || type === undefined
    ? (type ?? ofStream)
    : ofStream.filter((one) => type.includes(one));
}

function listsOf(filter: EventFilter): Lists {
  const all = { ...filter, type: typesOf(filter) };
  return Object.fromEntries(
    listed.flatMap((name) => (all[name] === undefined ? [] : [[name, [...new Set(all[name])]]])),
  );
}

/** What an event must fulfil, as conditions that all hold. */
export function conditionsOf(filter: EventFilter, values: Values): string[] {
  const lists = Object.entries(listsOf(filter)).map(([name, list]) => isOneOf(name, list, values));
  return [...plainConditions(filter, values), ...lists];
}

/**
 * The same as alternatives that exclude each other, each with one value where the index that serves it begins: out of an index come the
 * rows of one value in their order, while those of several would have to be sorted.
 */
export function partsOf(filter: EventFilter, values: Values): string[][] {
  const lists = listsOf(filter);
  const leading = leadingOf(lists, filter.where !== undefined);
  const count = leading.reduce((product, [, list]) => product * list.length, 1);
  const taken = new Set(count > mostParts ? [] : leading.flatMap(([, , name]) => name ?? []));
  const common = [
    ...plainConditions(filter, values),
    ...Object.entries(lists)
      .filter(([name]) => !taken.has(name as Listed))
      .map(([name, list]) => isOneOf(name, list, values)),
  ];
  return (count > mostParts ? [] : leading).reduce<string[][]>(
    (parts, [column, list]) => {
      const each = list.map((value) => `${column} = ${values.add(value, 'text')}`);
      return parts.flatMap((part) => each.map((one) => [...part, one]));
    },
    [common],
  );
}

/** Columns that an index begins with, the values of each, and the list of the filter which they stand for. */
function leadingOf(
  lists: Lists,
  hasConditions: boolean,
): (readonly [column: string, list: readonly string[], name?: Listed])[] {
  const { type, profession, difficulty, municipality } = lists;
  if (type !== undefined && profession !== undefined) {
    return [
      ['type', type, 'type'],
      [ofType, profession, 'profession'],
    ];
  }
  if (type !== undefined) {
    // Walking once is less than walking each profession, where another index serves one value or conditions may hold for one alone.
    const otherwise = hasConditions || difficulty?.length === 1 || municipality?.length === 1;
    return otherwise
      ? []
      : [
          ['type', type, 'type'],
          [ofType, ['', ...codesOf(professions)]],
        ];
  }
  const [first] = (['profession', 'difficulty', 'municipality'] as const).filter((name) => lists[name] !== undefined);
  return first === undefined ? [] : [[first, lists[first] ?? [], first]];
}

function isOneOf(column: string, list: readonly string[], values: Values): string {
  const [only] = list;
  return only !== undefined && list.length === 1
    ? `${column} = ${values.add(only, 'text')}`
    : `${column} = ANY (${values.add(list, 'text[]')})`;
}

function plainConditions(filter: EventFilter, values: Values): string[] {
  const { stream, from, until, where = [] } = filter;
  return [
    ...(stream === undefined ? [] : [`stream = ${values.add(stream, 'text')}`]),
    ...(from === undefined ? [] : [`time >= ${values.add(from, 'timestamptz')}`]),
    ...(until === undefined ? [] : [`time <= ${values.add(until, 'timestamptz')}`]),
    ...(filter.case === undefined ? [] : [caseCondition(filter.case, values)]),
    ...where.flatMap((text) => {
      const condition = parseCondition(text);
      return condition === undefined ? [] : [dataCondition(condition, values)];
    }),
  ];
}

/** Found by the primary key or by the index of codes before anything else is looked at. */
function caseCondition(text: string, values: Values): string {
  const subject = values.add(text.toLowerCase(), 'text');
  const code = values.add(text.toUpperCase(), 'text');
  return `position = ANY (ARRAY(
    SELECT position FROM archive.event WHERE stream IN (${anyStream}) AND subject = ${subject}
     UNION SELECT position FROM archive.event WHERE code ^@ ${code}))`;
}

const isNumber = /^-?\d+(\.\d+)?$/;

/** PostgreSQL would count places below zero from the end. */
const belowZero = /^-\d+$/;

/** What a condition is about, as text. A column is one of a closed list of names, see `conditionColumns`. */
function placeOf({ of, path }: Condition, values: Values): string {
  if (of === 'data') {
    return path.some((step) => belowZero.test(step)) ? 'NULL::text' : `(data #>> ${values.add(path, 'text[]')})`;
  }
  const [column = ''] = path;
  return isList(column) ? `array_to_string(${column}, ',')` : `(${column}::text)`;
}

function isList(column: string): boolean {
  return eventColumns[column as EventColumn].type === 'text-list';
}

function dataCondition(condition: Condition, values: Values): string {
  const { of, path, operator, value } = condition;
  const [column = ''] = path;
  if (of === 'column' && isList(column) && (operator === '=' || operator === '!=')) {
    const has = `${values.add(value, 'text')} = ANY (coalesce(${column}, '{}'))`;
    return operator === '=' ? has : `NOT ${has}`;
  }
  const found = placeOf(condition, values);
  switch (operator) {
    case 'exists':
      return `${found} IS NOT NULL`;
    case '=':
      return `${found} = ${values.add(value, 'text')}`;
    case '!=':
      return `${found} IS DISTINCT FROM ${values.add(value, 'text')}`;
    case '~':
      return `strpos(lower(${found} COLLATE pg_c_utf8), lower(${values.add(value, 'text')} COLLATE pg_c_utf8)) > 0`;
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const asText = `${found} COLLATE "C" ${operator} ${values.add(value, 'text')}`;
      return isNumber.test(value)
        ? `CASE WHEN ${found} ~ '^-?[0-9]+(\\.[0-9]+)?$'
                THEN ${found}::numeric ${operator} ${values.add(value, 'numeric')} ELSE ${asText} END`
        : asText;
    }
    default:
      throw operator satisfies never;
  }
}
