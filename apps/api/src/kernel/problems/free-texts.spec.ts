import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { catalogue, eventTypes, fieldsOf } from '#contracts/catalogue';
import { SeriesRequest } from '#contracts/outside';
import { covered, findingsIn, freeTexts } from '#domain/anonymity';

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
} & { readonly [Choice in 'anyOf' | 'oneOf' | 'allOf']?: readonly Schema[] };

type Operation = {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const document = JSON.parse(readFileSync('libs/contracts/generated/openapi.json', 'utf8')) as Document;

/** Parts of forms that are JSON: of these the document knows only that they are texts. */
const parts: Readonly<Record<string, z.ZodType>> = { 'POST /api/v1/outside/series series': SeriesRequest };

const lettered = /[a-z]-[a-z]|\\w|\\x21|\[\^/i;

/** True of a text in which somebody could write a name: neither a code, a date, an id of chance nor a number. */
function isFree({ type, enum: codes, const: one, format, pattern }: Schema): boolean {
  const isText = type === 'string' || (Array.isArray(type) && type.includes('string'));
  const isClosed = codes !== undefined || one !== undefined || ['uuid', 'date', 'date-time'].includes(format ?? '');
  return isText && !isClosed && (pattern === undefined || lettered.test(pattern));
}

/** Places of the free texts in a schema. */
function textsIn(schema: Schema, at: string): string[] {
  const { $ref, items, properties = {}, additionalProperties, propertyNames } = schema;
  if ($ref !== undefined) {
    const steps = $ref.split('/').slice(1);
    return textsIn(
      steps.reduce<unknown>((one, step) => (one as Record<string, unknown>)[step], document) as Schema,
      at,
    );
  }
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const within = (name: string) => (at === '' ? name : `${at}.${name}`);
  const isRecord = typeof additionalProperties === 'object';
  return [
    ...(isFree(schema) ? [at] : []),
    ...choices.flatMap((one) => textsIn(one, at)),
    ...(items === undefined ? [] : textsIn(items, `${at}[]`)),
    ...Object.entries(properties).flatMap(([name, one]) => textsIn(one, within(name))),
    ...(isRecord
      ? [
          ...textsIn(additionalProperties, within('*')),
          ...(isFree({ type: 'string', ...propertyNames }) ? [within('{}')] : []),
        ]
      : []),
  ];
}

/** Every place where a request may hold a free text, after the route. */
function everyText(): string[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]) => {
      const route = `${method.toUpperCase()} ${path}`;
      const inAddress = parameters.flatMap((one) => textsIn(one.schema, `${one.in}:${one.name}`));
      const inBody = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => textsIn(schema, ''));
      return [...inAddress, ...inBody].flatMap((place) => {
        const part = parts[`${route} ${place}`];
        const places = part === undefined ? [place] : textsIn(z.toJSONSchema(part, { io: 'input' }) as Schema, place);
        return places.map((one) => `${route} ${one}`);
      });
    }),
  );
  return [...new Set(all)].sort();
}

const table = Object.values(freeTexts).flatMap(({ in: places, guard }) =>
  Object.entries(places).flatMap(([route, all]) => all.map((place) => ({ route, place, guard }))),
);

describe('the table of free texts', () => {
  it('has every text that a request may hold, each once, and no other', () => {
    expect(table.map(({ route, place }) => `${route} ${place}`).sort()).toEqual(everyText());
  });

  it('says what is read where a text is written, and only passes by what is asked', () => {
    const passing = table.filter(({ guard, place }) => guard === 'passing' && !/^(header|query|path):/.test(place));
    expect([...new Set(passing.map(({ route }) => route))]).toEqual([
      // What somebody shows who they are with, of which nothing is kept but hashes.
      'POST /api/v1/sign-in/codes',
      'POST /api/v1/sign-in/codes/use',
      'POST /api/v1/sign-in/links',
      'PUT /api/v1/own-data/mail',
      // What is looked at before it is imported.
      'POST /api/v1/outside/readings',
    ]);
  });

  it('tells of what is kept who reads it, unless nothing of it is', () => {
    const kept = Object.entries(freeTexts).filter(([, one]) => one.kept !== undefined);
    expect(kept.filter(([, { guard }]) => guard === 'passing' || guard === 'ours')).toEqual([]);
  });
});

describe('events', () => {
  it('hold no words of a person, so that nothing that is made of them alone does', () => {
    const words = catalogue().flatMap(({ value }) => fieldsOf(value).filter(({ kind }) => kind === 'text'));
    expect([...new Set(words.map(({ path }) => path))].sort()).toEqual([
      'data.epochId',
      'data.hash',
      'data.policy.calendar.fixedHolidays[]',
      'data.policy.name',
    ]);
  });
});

describe('what the screens write themselves', () => {
  it('is never taken for a name', () => {
    const search = {
      type: [...eventTypes.keys()].join(','),
      where: ['$.to.profession = psychologist', '$.outcome exists'],
    };
    const content = { kind: 'view', search, columns: ['type', 'time', '$.parentReferralId', '$.to.serviceId'] };
    expect(findingsIn('POST /api/v1/analysis/saved', { name: 'Comptables, refus', content })).toEqual([]);
    expect(covered(search.type)).toBe(search.type);
  });
});
