import fs from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { breaksIn, type Catalogue } from './additive.js';
import { asyncApi } from './async-api.js';
import { fieldsOf } from './fields.js';
import { catalogue } from './schemas.js';
import { typesOfStream } from './streams.js';
import { streamNames } from '../kernel/codes/index.js';
import { eventTypesByStream } from './codes/index.js';

const current = Object.fromEntries(catalogue().map(({ type, value }) => [type, value]));

function committed<Content>(name: string): Content {
  return JSON.parse(fs.readFileSync(`libs/contracts/generated/${name}`, 'utf8')) as Content;
}

/** A copy of the catalogue with one schema changed. */
function changed(change: (schema: Record<string, unknown>) => void): Catalogue {
  const copy = structuredClone(current) as Record<string, Record<string, unknown>>;
  change(copy['relais.referral.held.v1'] ?? {});
  return copy;
}

/** The properties of `data` of a schema. */
function dataOf(schema: Record<string, unknown>) {
  const { properties } = schema as {
    properties: { data: { properties: Record<string, unknown>; required: string[] } };
  };
  return properties.data;
}

function propertyOf(schema: Record<string, unknown>, name: string): Record<string, unknown> {
  return dataOf(schema).properties[name] as Record<string, unknown>;
}

type Variant = { readonly properties: Record<string, Record<string, unknown>> };

/** The kinds of origin, that of a person first. */
function originsIn(schema: Record<string, unknown>): Variant[] {
  return (schema['properties'] as { by: { oneOf: Variant[] } }).by.oneOf;
}

function personIn(schema: Record<string, unknown>): Record<string, unknown> {
  return originsIn(schema)[0]?.properties['personId'] ?? {};
}

describe('catalogue', () => {
  it('only grew since the last release', () => {
    expect(breaksIn(committed<Catalogue>('released.json'), current)).toEqual([]);
  });

  it('may grow by a type, an optional field, a code and a kind of origin', () => {
    const grown = changed((schema) => {
      const { properties } = dataOf(schema);
      properties['note'] = { type: 'string' };
      (properties['reason'] as { enum: string[] }).enum.push('other-reason');
      originsIn(schema).push({ properties: { kind: { type: 'string', const: 'choir' } } });
    });
    expect(breaksIn(current, { ...grown, 'relais.case.new.v1': {} })).toEqual([]);
  });

  it.each<[string, (schema: Record<string, unknown>) => void, RegExp]>([
    ['a field is gone', (schema) => delete dataOf(schema).properties['until'], /until is gone/],
    ['a field became required', (schema) => dataOf(schema).required.push('note'), /note became required/],
    ['a field may be missing', (schema) => dataOf(schema).required.pop(), /required no more/],
    ['a type changed', (schema) => (dataOf(schema).properties['until'] = { type: 'integer' }), /until: type changed/],
    [
      'a code is gone',
      (schema) => (dataOf(schema).properties['reason'] as { enum: string[] }).enum.pop(),
      /no longer takes/,
    ],
    [
      'a person may have no organisation',
      (schema) => {
        const { properties } = originsIn(schema)[0] ?? { properties: {} };
        properties['organisationId'] = { anyOf: [properties['organisationId'], { type: 'null' }] };
      },
      /by: choice 1 changed/,
    ],
  ])('breaks when %s', (_what, change, message) => {
    expect(breaksIn(current, changed(change)).join('\n')).toMatch(message);
  });

  it.each<[string, (schema: Record<string, unknown>) => void, RegExp]>([
    [
      'a person becomes a code',
      (schema) => (personIn(schema)['x-privacy'] = 'code'),
      /by.personId was person and is code now/,
    ],
    ['a person is marked no more', (schema) => delete personIn(schema)['x-privacy'], /was person and is unmarked now/],
    [
      'a moment becomes a code',
      (schema) => (propertyOf(schema, 'until')['x-privacy'] = 'technical'),
      /data.until was time and is technical now/,
    ],
    ['a meaning is gone', (schema) => delete propertyOf(schema, 'until')['x-meaning'], /data.until lost its meaning/],
  ])('breaks when %s', (_what, change, message) => {
    expect(breaksIn(current, changed(change)).join('\n')).toMatch(message);
  });

  it('may protect a field more', () => {
    const careful = changed((schema) => (propertyOf(schema, 'until')['x-privacy'] = 'person'));
    expect(breaksIn(current, careful)).toEqual([]);
  });

  it('was released with a meaning and a class of privacy for every field', () => {
    for (const schema of Object.values(committed<Catalogue>('released.json'))) {
      expect(() => fieldsOf(schema)).not.toThrow();
    }
  });

  it('breaks when a type is gone', () => {
    const { 'relais.case.opened.v1': _gone, ...rest } = current;
    expect(breaksIn(current, rest)).toEqual(['relais.case.opened.v1 is gone']);
  });
});

describe('generated files', () => {
  it('are what `npm run gen` writes', () => {
    expect(committed('asyncapi.json')).toEqual(JSON.parse(JSON.stringify(asyncApi())));
    expect(eventTypesByStream).toEqual(Object.fromEntries(streamNames.map((name) => [name, typesOfStream(name)])));
  });
});
