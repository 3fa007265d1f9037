import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { fieldNameOf, fieldNames } from './field-names.js';

type Schema = { readonly [key: string]: unknown };
type Operation = {
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
};

const { paths, components } = JSON.parse(readFileSync('libs/contracts/generated/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** What no screen has a field for: headers, secrets of browsers, places of lists, and what only programs ask for. */
const ofPrograms = new Set(
  `Idempotency-Attempt Idempotency-Key Last-Event-ID absenceId accountId after atLeast attemptId attestationObject
   authenticatorAttachment authenticatorData before bucket by clientDataJSON clientExtensionResults content cursor deadLetterId
   epochId error exportId exportsAllowed format grain id iss kind limit of passkeyId pinned purpose q queryId rawId response run
   sequence signature signedIn step stream subject to transports type userHandle x y`.split(/\s+/),
);

/** Names of all fields of a schema, however deep. */
function fieldsOf(schema: unknown, seen: ReadonlySet<string> = new Set()): string[] {
  if (Array.isArray(schema)) {
    return schema.flatMap((one) => fieldsOf(one, seen));
  }
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const { $ref, properties = {}, items, anyOf, oneOf, allOf, additionalProperties } = schema as Schema;
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? '';
    return seen.has(name) ? [] : fieldsOf(components.schemas[name], new Set([...seen, name]));
  }
  return [
    ...Object.entries(properties as Schema).flatMap(([name, one]) => [name, ...fieldsOf(one, seen)]),
    ...fieldsOf([items, anyOf, oneOf, allOf, additionalProperties], seen),
  ];
}

it('every field of a request that a screen may have is called what people call it', () => {
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const fields = operations.flatMap(({ parameters = [], requestBody }) => [
    ...parameters.map(({ name }) => name),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema)),
  ]);
  const unnamed = [...new Set(fields)].filter((name) => !Object.hasOwn(fieldNames, name) && !ofPrograms.has(name));
  expect(unnamed).toEqual([]);
  const gone = [...Object.keys(fieldNames), ...ofPrograms].filter((name) => !fields.includes(name));
  expect(gone).toEqual([]);
});

it('a place within a list is called what the list is called', () => {
  expect(fieldNameOf('facts.languages.0', 'nl')).toBe('Talen');
  expect(fieldNameOf('clientDataJSON', 'nl')).toBe('clientDataJSON');
  expect(fieldNameOf('constructor', 'nl')).toBe('constructor');
});
