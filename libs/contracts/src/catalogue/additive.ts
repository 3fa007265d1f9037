import type { PrivacyClass } from '../kernel/codes/index.js';
import { leavesOf } from './leaves.js';
import type { JsonSchema } from './schemas.js';

/** Schemas by type of event. */
export type Catalogue = Readonly<Record<string, JsonSchema>>;

/**
 * What in `current` would break those who rely on `released`, in words; none when it only grew. Events of yesterday must still
 * be valid, readers of yesterday must still find what they read, and no field may say more about somebody than it was released with.
 */
export function breaksIn(released: Catalogue, current: Catalogue): string[] {
  return Object.entries(released).flatMap(([type, schema]) => {
    const now = current[type];
    return now === undefined
      ? [`${type} is gone`]
      : [...breaksOf(schema, now, type), ...breaksOfProtection(schema, now, type)];
  });
}

/** How much a class protects; a field may only become more protected. */
const protection = {
  technical: 0,
  code: 0,
  time: 1,
  case: 1,
  organisation: 1,
  person: 2,
  note: 2,
} as const satisfies Record<PrivacyClass, number>;

function breaksOfProtection(before: JsonSchema, now: JsonSchema, type: string): string[] {
  const current = new Map(leavesOf(now).map((leaf) => [leaf.path, leaf]));
  return leavesOf(before).flatMap(({ path, privacy, meaning }) => {
    const leaf = current.get(path);
    if (leaf === undefined) {
      return [];
    }
    const place = `${type}: ${path}`;
    const weaker = privacy !== undefined && protection[leaf.privacy ?? 'code'] < protection[privacy];
    return [
      ...(weaker ? [`${place} was ${privacy} and is ${leaf.privacy ?? 'unmarked'} now`] : []),
      ...(meaning !== undefined && leaf.meaning === undefined ? [`${place} lost its meaning`] : []),
    ];
  });
}

function breaksOf(before: unknown, now: unknown, place: string): string[] {
  if (!isObject(before) || !isObject(now)) {
    return JSON.stringify(before) === JSON.stringify(now) ? [] : [`${place} changed`];
  }
  return [
    ...breaksOfRequired(before, now, place),
    ...breaksOfProperties(before, now, place),
    ...breaksOfValues(before, now, place),
    ...breaksOfChoices(before, now, place),
    ...[...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter((keyword) => !handled.has(keyword) && !said.has(keyword))
      .flatMap((keyword) =>
        keyword === 'items'
          ? breaksOf(before[keyword], now[keyword], `${place}[]`)
          : breaksOfKeyword(before, now, keyword, place),
      ),
  ];
}

/** Keywords with a rule of their own, and those that only describe. */
const handled = new Set(['required', 'properties', 'enum', 'anyOf', 'oneOf']);
const said = new Set(['title', 'description', '$schema', '$comment', '$id', 'x-privacy', 'x-meaning']);

function breaksOfKeyword(before: JsonSchema, now: JsonSchema, keyword: string, place: string): string[] {
  return JSON.stringify(before[keyword]) === JSON.stringify(now[keyword]) ? [] : [`${place}: ${keyword} changed`];
}

function breaksOfRequired(before: JsonSchema, now: JsonSchema, place: string): string[] {
  const [old, current] = [listOf(before['required']), listOf(now['required'])];
  return [
    ...current.filter((name) => !old.includes(name)).map((name) => `${place}.${String(name)} became required`),
    ...old.filter((name) => !current.includes(name)).map((name) => `${place}.${String(name)} is required no more`),
  ];
}

function breaksOfProperties(before: JsonSchema, now: JsonSchema, place: string): string[] {
  const [old, current] = [objectOf(before['properties']), objectOf(now['properties'])];
  return Object.entries(old).flatMap(([name, schema]) =>
    name in current ? breaksOf(schema, current[name], `${place}.${name}`) : [`${place}.${name} is gone`],
  );
}

function breaksOfValues(before: JsonSchema, now: JsonSchema, place: string): string[] {
  const current = listOf(now['enum']);
  return listOf(before['enum'])
    .filter((value) => !current.includes(value))
    .map((value) => `${place} no longer takes ${String(value)}`);
}

/** The choices of old must be there, in any order, and may have grown. */
function breaksOfChoices(before: JsonSchema, now: JsonSchema, place: string): string[] {
  return ['anyOf', 'oneOf'].flatMap((keyword) => {
    const current = listOf(now[keyword]);
    return listOf(before[keyword]).flatMap((choice, index) =>
      current.some((one) => breaksOf(choice, one, place).length === 0) ? [] : [`${place}: choice ${index + 1} changed`],
    );
  });
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): JsonSchema {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
