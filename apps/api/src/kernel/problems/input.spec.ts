import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CapacityRequest } from '#contracts/directory';
import { CaseRequest, GivenConsent, GivenFacts } from '#contracts/case';
import { EventQuery, RunRequest } from '#contracts/analysis';
import { CalendarDate, CommandId, Instant, Uuid } from '#contracts/kernel';
import type { Language } from '#contracts/kernel/codes';
import { PackRequest, Week } from '#contracts/monitoring';
import { SeriesRequest } from '#contracts/outside';
import { facts } from '#test/builders';
import { partsIn } from '../system/edge.interceptor.js';
import { inputOf, type Place } from './input.js';
import { Problem } from './problem.js';
import { detailsOf } from './wording.js';

/** What is said of a value, by place; undefined when it is taken. */
async function saidOf(schema: unknown, value: unknown, language: Language = 'en', place: Place = {}) {
  try {
    await inputOf(schema, value, place);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) {
      throw error;
    }
    const { errors = [] } = detailsOf(error, language);
    return Object.fromEntries(errors.map(({ path, message }) => [path, message]));
  }
}

describe('what no engine can store', () => {
  it.each([
    ['a\0b', { '': expect.stringContaining('U+0000') }],
    [{ a: ['x', { b: '\0' }] }, { 'a.1.b': expect.stringContaining('U+0000') }],
    [{ 'a\0': 1 }, { 'a\uFFFD': expect.stringContaining('U+0000') }],
    ['\uD83D', { '': expect.stringContaining('surrogate') }],
    [['\uDE00\uD83D'], { '0': expect.stringContaining('surrogate') }],
  ])('%j is refused with its place, whatever is asked', async (value, said) => {
    expect(await saidOf(z.unknown(), value)).toEqual(said);
    expect(await saidOf(undefined, value)).toEqual(said);
  });

  it('is found however deep it lies, and nothing else is refused', async () => {
    let deep: unknown = '\0';
    for (let depth = 0; depth < 50_000; depth += 1) {
      deep = [deep];
    }
    expect(await saidOf(undefined, deep)).toEqual({ '0.0.0.0.0.0.0.0.0.0.0.0': expect.stringContaining('U+0000') });
    expect(await saidOf(undefined, 'É, 😀, \u0001, \n, \uFFFD')).toBeUndefined();
  });
});

describe('more than anybody asks', () => {
  it('is refused before the schema is asked about each of it', async () => {
    let asked = 0;
    const schema = z.array(z.unknown().refine(() => (asked += 1) > 0));
    const said = await saidOf(schema, Array(5_001).fill(1), 'fr');
    expect([said, asked]).toEqual([{ '': 'contient plus de 5 000 valeurs ; envoyez-en moins à la fois' }, 0]);
    expect(await saidOf(z.object({}), { a: { b: Array(5_000).fill('x') } }, 'en', { root: 'series' })).toEqual({
      series: 'contains more than 5,000 values; send fewer at once',
    });
    expect(await saidOf(schema, Array(4_000).fill(1))).toBeUndefined();
    expect(asked).toBe(4_000);
  });
});

describe('a year that no calendar has', () => {
  it.each([
    [Instant, '0000-06-01T00:00:00.000Z'],
    [CalendarDate, '0000-12-31'],
  ])('is refused', async (schema, value) => {
    expect(await saidOf(schema, value)).toEqual({ '': expect.stringContaining('no year 0000') });
  });

  it('and the first that one has is taken', async () => {
    expect(await saidOf(CalendarDate, '0001-01-01')).toBeUndefined();
  });
});

describe('what nobody asked for', () => {
  const Query = z.object({ from: z.string().optional(), until: z.string().optional() });

  it('is refused, and what is known is named', async () => {
    expect(await saidOf(Query, { to: 'x', 'until[]': 'y' }, 'fr', { query: true })).toEqual({
      to: 'paramètre inconnu ; cette adresse connaît : from, until',
      'until[]': 'paramètre inconnu ; cette adresse connaît : from, until',
    });
  });

  it('is refused at any depth of a body, beside what is wrong with the rest', async () => {
    const Body = z.object({ parts: z.array(z.object({ name: z.string() })) });
    expect(await saidOf(Body, { parts: [{ name: 'a', nmae: 'b' }], more: 1 }, 'nl')).toEqual({
      'parts.0.nmae': 'dit veld bestaat hier niet; verbeter de naam of haal het weg',
      more: 'dit veld bestaat hier niet; verbeter de naam of haal het weg',
    });
    const prototype = JSON.parse('{"capacity":"full","__proto__":{"capacity":"full"}}') as unknown;
    expect(await saidOf(CapacityRequest, prototype)).toHaveProperty('__proto__');
  });
});

describe('a sentence says what to send instead', () => {
  const consent = { givenOn: '2026-09-01', channel: 'oral', professions: ['coach'] };
  const wrong: readonly (readonly [
    schema: unknown,
    value: unknown,
    path: string,
    fr: string,
    nl: string,
    en: string,
  ])[] = [
    [Uuid, 'x', '', 'écrivez un identifiant UUID', 'schrijf een UUID', 'write a UUID'],
    [Instant, '2026', '', 'écrivez un moment en UTC', 'schrijf een moment in UTC', 'write a moment in UTC'],
    [
      CalendarDate,
      '2026-02-30',
      '',
      'écrivez une date qui existe',
      'schrijf een datum die bestaat',
      'write a date that',
    ],
    [Week, '2026-48', '', 'écrivez une semaine comme', 'schrijf een week zoals', 'write a week such as'],
    [
      CommandId,
      'short',
      '',
      'écrivez une clé de 8 à 100',
      'schrijf een sleutel van 8 tot 100',
      'write a key of 8 to 100',
    ],
    [z.coerce.number(), 'x', '', 'ce n’est pas un nombre', 'dit is geen getal', 'this is not a number'],
    [
      z.number(),
      Number('9'.repeat(400)),
      '',
      'trop grand pour être gardé',
      'te groot om te bewaren',
      'too large to be',
    ],
    [z.number().min(1), 0, '', 'donnez au moins 1', 'geef minstens 1', 'give at least 1'],
    [z.string().min(1), '', '', 'ne peut pas être vide', 'mag niet leeg zijn', 'must not be empty'],
    [z.array(z.string()).max(2), ['a', 'b', 'c'], '', 'au plus 2 éléments', 'hoogstens 2 elementen', 'at most 2 items'],
    [
      CapacityRequest,
      undefined,
      '',
      'manque ; donnez un objet',
      'ontbreekt; geef een JSON-object',
      'is missing; give a',
    ],
    [
      CapacityRequest,
      [],
      '',
      'ne convient pas ; donnez un objet',
      'is niet bruikbaar; geef een',
      'does not fit; give a JSON',
    ],
    [
      CapacityRequest,
      { capacity: 'empty' },
      'capacity',
      '« empty » n’est pas un code de cette liste ; choisissez parmi available (disponible)',
      '“empty” is geen code van deze lijst; kies uit available (beschikbaar)',
      '“empty” is no code of this list; choose among available, waiting-list (waiting list)',
    ],
    [CaseRequest, { type: 'vanish' }, 'type', '« vanish » n’est pas', '“vanish” is geen', '“vanish” is no code'],
    [
      GivenConsent,
      { ...consent, givenOn: '2999-01-01' },
      'givenOn',
      'l’accord ne peut pas être donné après aujourd’hui',
      'de toestemming kan niet na vandaag gegeven zijn',
      'consent cannot have been given after today',
    ],
    [
      GivenConsent,
      { ...consent, professions: ['coach', 'coach'] },
      'professions',
      'indiquez chaque code une seule fois',
      'geef elke code maar één keer op',
      'name each code once',
    ],
    [
      EventQuery,
      { from: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00.000Z' },
      'until',
      'précède le premier',
      'komt voor het eerste',
      'is before the first',
    ],
    [
      PackRequest,
      { since: '2026-02-01', until: '2026-01-01', language: 'fr' },
      'until',
      'doit venir après la précédente',
      'moet na de vorige',
      'must come after',
    ],
    [
      RunRequest,
      { sql: 'SELECT 1', parameters: { 'A B': 1 } },
      'parameters.A B',
      'un paramètre se nomme en minuscules',
      'een parameter heet met kleine letters',
      'a parameter is named in lower-case',
    ],
    [
      SeriesRequest.shape.sourceUrl,
      'x',
      '',
      'écrivez une adresse complète',
      'schrijf een volledig adres',
      'write a whole',
    ],
  ];

  it.each(wrong)('%#: in all three languages', async (schema, value, path, fr, nl, en) => {
    for (const [language, sentence] of Object.entries({ fr, nl, en })) {
      expect(await saidOf(schema, value, language as Language)).toMatchObject({
        [path]: expect.stringContaining(sentence),
      });
    }
  });

  it('and one moment written in two ways is one', async () => {
    const moment = { from: '2026-02-01T00:00:00Z', until: '2026-02-01T00:00:00.000Z' };
    expect(await saidOf(EventQuery, moment)).toBeUndefined();
  });

  it('languages of a case are named once', async () => {
    expect(await saidOf(GivenFacts, facts({ languages: ['fr', 'fr'] }))).toEqual({ languages: 'name each code once' });
  });
});

describe('the parts of a request that a route asks for', () => {
  it('are told from decorators of our own, whatever their random name begins with', () => {
    expect(partsIn({ '3:1': {}, '4f2a__customRouteArgs__:0': {}, '5:0': {} })).toEqual(new Set([3, 5]));
  });
});
