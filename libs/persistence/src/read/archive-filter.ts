import {
  type Condition,
  directoryEvents,
  type EventFilter,
  parseCondition,
  platformEvents,
  type Stream,
} from '#contracts';
import { professions, codesOf } from '#contracts/codes';

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
const typesOfStream: Readonly<Partial<Record<Stream, readonly string[]>>> = {
  directory: directoryEvents.map(({ shape }) => shape.type.value),
  platform: platformEvents.map(({ shape }) => shape.type.value),
};

const listed = ['type', 'profession', 'difficulty', 'municipality'] as const;
type Listed = (typeof listed)[number];

/** More parts of a page would cost more to plan than to read. */
const mostParts = 24;

/** The types a filter is about; undefined for all. */
function typesOf({ stream, type }: EventFilter): readonly string[] | undefined {
  const ofStream = stream && typesOfStream[stream];
  return ofStream === undefined || type === undefined
    ? (type ?? ofStream)
    : ofStream.filter((one) => type.includes(one));
}

/** What an event must fulfil, as conditions that all hold. */
export function conditionsOf(filter: EventFilter, values: Values): string[] {
  return [...plainConditions(filter, values), ...listed.flatMap((name) => listCondition(name, filter, values))];
}

/**
 * The same as alternatives that exclude each other, each with one value where an index begins with it: rows of each come out of an index in
 * their order, while those of a list would have to be sorted.
 */
export function partsOf(filter: EventFilter, values: Values): string[][] {
  const plain = plainConditions(filter, values);
  let parts: string[][] = [[]];
  for (const name of listed) {
    const list = listOf(name, filter);
    if (list === undefined) {
      continue;
    }
    if (parts.length * list.length > mostParts) {
      parts = parts.map((part) => [...part, ...listCondition(name, filter, values)]);
      continue;
    }
    const each = [...new Set(list)].map((value) => `${name} = ${values.add(value, 'text')}`);
    parts = parts.flatMap((part) => each.map((one) => [...part, one]));
  }
  const typeAlone = listed.every((name) => (listOf(name, filter) === undefined) === (name !== 'type'));
  const byProfession = typeAlone ? professionParts(values) : [];
  parts = byProfession.length === 0 ? parts : parts.flatMap((part) => byProfession.map((one) => [...part, one]));
  return parts.map((part) => [...plain, ...part]);
}

/** In the index of types the profession stands before the time. */
function professionParts(values: Values): string[] {
  return [
    ...codesOf(professions).map((profession) => `profession = ${values.add(profession, 'text')}`),
    'profession IS NULL',
  ];
}

function listOf(name: Listed, filter: EventFilter): readonly string[] | undefined {
  return name === 'type' ? typesOf(filter) : filter[name];
}

function listCondition(name: Listed, filter: EventFilter, values: Values): string[] {
  const list = listOf(name, filter);
  return list === undefined ? [] : [`${name} = ANY (${values.add(list, 'text[]')})`];
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
    SELECT position FROM archive.event WHERE stream IN ('cases', 'directory', 'platform') AND subject = ${subject}
     UNION SELECT position FROM archive.event WHERE code ^@ ${code}))`;
}

const isNumber = /^-?\d+(\.\d+)?$/;

/** PostgreSQL would count places below zero from the end. */
const belowZero = /^-\d+$/;

function dataCondition({ path, operator, value }: Condition, values: Values): string {
  const found = path.some((step) => belowZero.test(step)) ? 'NULL::text' : `(data #>> ${values.add(path, 'text[]')})`;
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
