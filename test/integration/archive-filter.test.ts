import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { EventFilter, type AnalysisEvent } from '#contracts/analysis';
import { catalogue } from '#contracts/catalogue';
import { codesOf, difficulties, professions, region } from '#contracts/kernel/codes';
import { caseCodeOf } from '#domain/case';
import { ArchiveEventRepository } from '#persistence/analysis';
import { createDataSource, Database } from '#persistence/kernel';
import { predicateOf } from '../../apps/api/src/analysis/event-predicate.js';
import { archived, insertArchived, type NewArchived } from '../support/archive-rows.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const rows = 400;

let place: TestDatabase;
let database: Database;
let events: ArchiveEventRepository;
let all: AnalysisEvent[];

const some = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const types = catalogue().map(({ stream, type }) => ({ stream, type }));
const subjects = Array.from(
  { length: 12 },
  (_, index) => `0${index.toString(16)}00000${index % 3}-0000-4000-8000-000000000000`,
);
const times = [
  '2025-12-31T23:59:59.999Z',
  '2026-01-01T00:00:00.000Z',
  '2026-01-01T00:00:00.001Z',
  '2026-06-01T12:00:00.000Z',
];

/** Values of data that are alike, so that comparisons are close. */
const texts = ['', 'a', 'A', 'b', '2', '10', '02', '-1', 'É', 'é', '10%', 'a_b', '𝄞', '～', ...times];
const leaf = some<unknown>(null, true, false, 0, 2, 10, -1, 2.5, ...texts);
const data: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  some('a', 'b', 'to', '0', '-1'),
  fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(some('a', 'b', '0'), leaf, { maxKeys: 2 })),
  { maxKeys: 4 },
);

const row: fc.Arbitrary<NewArchived> = fc
  .record({
    kind: some(...types),
    subject: some(...subjects),
    time: some(...times),
    profession: fc.option(some(...codesOf(professions))),
    difficulty: fc.option(some(...codesOf(difficulties).slice(0, 4))),
    municipality: fc.option(some(...codesOf(region.municipalities).slice(0, 4))),
    sender: fc.option(some('accountant', 'coordination', 'first-line')),
    languages: fc.option(fc.uniqueArray(some('fr', 'nl', 'other'), { maxLength: 2 })),
    hop: fc.option(some(0, 2, 10)),
    data,
  })
  .map(({ kind, subject, ...rest }) => archived({ ...rest, ...kind, subject }));

const listOf = (...values: readonly string[]) => fc.uniqueArray(some(...values), { minLength: 1, maxLength: 4 });
const step = some('a', 'b', 'to', '0', '1', '01', '-1', '9', 'none');
const placeInEvent = fc.oneof(
  fc.array(step, { minLength: 1, maxLength: 2 }).map((path) => `$.${path.join('.')}`),
  some('sender', 'languages', 'hop', 'profession', 'subject'),
);
const condition = fc
  .tuple(
    placeInEvent,
    some('=', '!=', '~', '<', '<=', '>', '>=', 'exists'),
    some(
      'a',
      'A',
      'b',
      '2',
      '2.0',
      '10',
      '-1',
      'true',
      'É',
      '%',
      '_',
      '\\',
      '"',
      ', ',
      '[',
      '～',
      "'; --",
      times[1] ?? '',
      'accountant',
      'coordination',
      'fr',
      'nl',
      'fr,',
    ),
  )
  .map(([where, operator, value]) => `${where} ${operator}${operator === 'exists' ? '' : ` ${value}`}`);

const filter = fc
  .record(
    {
      stream: some('cases', 'directory', 'platform'),
      type: listOf('nonsense', ...types.map(({ type }) => type)).map(String),
      from: some(...times),
      until: some(...times),
      case: some(
        ...subjects,
        ...subjects.map((one) => one.toUpperCase()),
        ...subjects.map((one) => caseCodeOf(one).slice(0, 4)),
        'ZZZ',
        '%%%',
      ),
      profession: listOf(...codesOf(professions)).map(String),
      difficulty: listOf(...codesOf(difficulties).slice(0, 6)).map(String),
      municipality: listOf(...codesOf(region.municipalities).slice(0, 6)).map(String),
      where: fc.array(condition, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .map(({ from, until, ...others }) => {
    const backwards = from !== undefined && until !== undefined && from > until;
    return {
      ...others,
      ...(from && { from: backwards ? until : from }),
      ...(until && { until: backwards ? from : until }),
    };
  });

beforeAll(async () => {
  place = await createTestDatabase();
  database = new Database(createDataSource(place.url, { connections: 2 }));
  events = new ArchiveEventRepository(database);
  const sql = new pg.Client({ connectionString: place.url });
  await sql.connect();
  const random = fc.sample(row, { numRuns: rows, seed: 7 });
  await insertArchived(
    sql,
    random.map((one, index) => ({ ...one, sequence: index + 1, event_id: `${one.subject}:${index + 1}` })),
  );
  await sql.end();
  all = await events.readAfter(0, rows + 1);
});

afterAll(async () => {
  await database?.stop();
  await place?.drop();
});

const byNewest = (one: AnalysisEvent, other: AnalysisEvent) =>
  other.time.localeCompare(one.time) || other.position - one.position;

describe('a filter of events', () => {
  it('means the same in SQL and on an event that comes in, page by page, counted and missed', async () => {
    expect(all).toHaveLength(rows + 1);
    await fc.assert(
      fc.asyncProperty(filter, fc.integer({ min: 1, max: 60 }), async (given, limit) => {
        const parsed = EventFilter.parse(given);
        const expected = all.filter(predicateOf(parsed)).sort(byNewest);
        const found: AnalysisEvent[] = [];
        let after: string | undefined;
        do {
          const page = await events.findPage(parsed, after, limit);
          found.push(...(page?.events ?? []));
          after = page?.next ?? undefined;
        } while (after !== undefined);
        expect(found).toEqual(expected);
        expect(await events.count(parsed)).toEqual({ count: expected.length });
        const missed = await events.readMissed(parsed, { after: 100, upTo: 300 }, limit);
        const between = all.filter(({ position }) => position > 100 && position <= 300).filter(predicateOf(parsed));
        expect(missed).toEqual({ events: between.slice(-limit), skipped: Math.max(0, between.length - limit) });
      }),
      { numRuns: 400 },
    );
  });

  it.each(['sender', 'languages', 'hop', 'profession'])(
    'compares the column %s in SQL as on an event',
    async (column) => {
      const values = ['accountant', 'coach', 'fr', 'nl', 'fr,nl', '2', '10', '9', 'o'];
      const texts = [
        `${column} exists`,
        ...['=', '!=', '~', '<', '<=', '>', '>='].flatMap((operator) =>
          values.map((value) => `${column} ${operator} ${value}`),
        ),
      ];
      for (const text of texts) {
        const parsed = EventFilter.parse({ where: text });
        const { count } = await events.count(parsed);
        expect([text, count]).toEqual([text, all.filter(predicateOf(parsed)).length]);
      }
    },
  );
  const subject = 'ffffffff-0000-4000-8000-000000000000';
  const known = {
    list: ['first', 'second'],
    inner: { a: 1 },
    word: '～',
    letter: 'É',
    ten: 10,
    text: '02',
    nothing: null,
  };

  beforeAll(async () => {
    const sql = new pg.Client({ connectionString: place.url });
    await sql.connect();
    await insertArchived(sql, [archived({ subject, data: known, time: '2020-01-01T00:00:00.000Z' })]);
    await sql.end();
    all = await events.readAfter(0, rows + 2);
  });

  it.each([
    ['$.list.1 = second', true],
    ['$.list.01 = second', true],
    ['$.list.2 exists', false],
    ['$.list.-1 exists', false],
    ['$.list = ["first", "second"]', true],
    ['$.list ~ SECOND', true],
    ['$.inner = {"a": 1}', true],
    ['$.inner.a = 1', true],
    ['$.word < 𝄞', true],
    ['$.letter ~ é', true],
    ['$.ten > 9', true],
    ['$.ten > 9a', false],
    ['$.text = 2', false],
    ['$.text <= 2.0', true],
    ['$.nothing exists', false],
    ['$.nothing = null', false],
    ['$.nothing != x', true],
    ['$.none.deep != x', true],
    ['$.none < x', false],
  ])('with %s is %s of a known event', async (text, expected) => {
    const given = EventFilter.parse({ where: text, case: subject });
    expect([
      await events.count(given),
      predicateOf(given)({ ...all[0], subject, data: known } as AnalysisEvent),
    ]).toEqual([{ count: expected ? 1 : 0 }, expected]);
  });

  it('keeps its order when all of a page have the same time', async () => {
    const one = await events.findPage({ from: times[3], until: times[3] }, undefined, 7);
    const two = await events.findPage({ from: times[3], until: times[3] }, one?.next ?? '', 7);
    const positions = [...(one?.events ?? []), ...(two?.events ?? [])].map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
    expect(new Set(positions).size).toBe(14);
  });

  it.each([
    'nonsense',
    '',
    Buffer.from('["x","1"]').toString('base64url'),
    Buffer.from('["2026-01-01","x"]').toString('base64url'),
  ])('knows that the cursor %s is none of ours', async (cursor) =>
    expect(await events.findPage({}, cursor, 10)).toBeUndefined(),
  );
});
