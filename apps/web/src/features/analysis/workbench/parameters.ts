import type { Parameters, QueryParameter } from '#contracts/analysis';
import { isExactNumber } from '#contracts/analysis/codes';

/** `free` is a parameter that nobody described: a number when it looks like one, else text. */
export type FieldKind = QueryParameter['kind'] | 'free';

/** A parameter as it is asked for; no label means that its name must do. */
export type ParameterField = { readonly name: string; readonly kind: FieldKind; readonly described?: QueryParameter };

/** What stands in the fields, by name. */
export type Values = Readonly<Record<string, string>>;

/** Strings, quoted names, comments and dollar-quoted strings come first, so that a `$` inside them is not taken for a parameter. */
const pieces =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]*)\$[\s\S]*?\$\1\$|(?<![\w$])\$([a-z][a-z0-9_]{0,40})\b/g;

/** The names of `$name` in SQL, each once, in order. */
export function parametersIn(sql: string): string[] {
  return [...new Set([...sql.matchAll(pieces)].flatMap(([, , name]) => (name === undefined ? [] : [name])))];
}

const kindsByName: readonly (readonly [RegExp, FieldKind])[] = [
  [/sender/, 'sender'],
  [/profession/, 'profession'],
  [/difficulty/, 'difficulty'],
  [/municipality/, 'municipality'],
  [/sector/, 'sector'],
  [/stage/, 'stage'],
  [/^(?:from|until|since|before|after|date|day)$|_(?:date|day)$/, 'date'],
];

/** The fields a query asks for: as its author described them, else as their names suggest. */
export function fieldsOf(sql: string, described: readonly QueryParameter[]): ParameterField[] {
  return parametersIn(sql).map((name) => {
    const known = described.find((one) => one.name === name);
    const kind = known?.kind ?? kindsByName.find(([pattern]) => pattern.test(name))?.[1] ?? 'free';
    return { name, kind, ...(known !== undefined && { described: known }) };
  });
}

/** The values a query starts with: those of an address first, then those it was saved with or described by. */
export function startingValues(
  described: readonly QueryParameter[],
  saved: Parameters,
  given: Readonly<Record<string, string | undefined>>,
): Values {
  const before = { ...Object.fromEntries(described.map((one) => [one.name, one.default])), ...saved };
  const texts = Object.fromEntries(Object.entries(before).map(([name, value]) => [name, String(value)]));
  const asked = Object.entries(given).flatMap(([name, value]) =>
    name.startsWith('p.') && value !== undefined ? [[name.slice(2), value] as const] : [],
  );
  return { ...texts, ...Object.fromEntries(asked) };
}

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Digits that a number would lose are sent as a text, which the query compares with numbers as it stands. */
function numberOr(text: string): number | string {
  return numeric.test(text) && isExactNumber(text) ? Number(text) : text;
}

/** The values as a run takes them, those of fields only. */
export function parametersOf(fields: readonly ParameterField[], values: Values): Parameters {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const text = values[name] ?? '';
      return [name, kind === 'number' || kind === 'free' ? numberOr(text) : text];
    }),
  );
}

/** Fields without which the query cannot run: text may be empty, a number and a day may not. */
export function missingOf(fields: readonly ParameterField[], values: Values): ParameterField[] {
  return fields.filter(({ name, kind }) => {
    const text = values[name];
    return text === undefined || (kind === 'number' && !numeric.test(text)) || (kind === 'date' && text === '');
  });
}

/** The values as an address carries them. */
export function searchOf(fields: readonly ParameterField[], values: Values): Readonly<Record<`p.${string}`, string>> {
  return Object.fromEntries(fields.map(({ name }) => [`p.${name}`, values[name] ?? '']));
}
