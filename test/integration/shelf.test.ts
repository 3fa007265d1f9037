import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QueryRunner, type Files } from '#archive';
import { shelfOn } from '../../apps/api/src/analysis/shelf/index.js';
import { filesOf, writeEventFiles, writeRowFiles } from '../support/archive-world.js';
import { CaseStory, derivedRows, told } from '../support/case-story.js';
import { answerOf } from '../support/querying.js';

const today = new Date('2026-04-10T08:00:00.000Z');
let folder: string;
let runner: QueryRunner;
let files: Files;

/** Handed on twice, and back to an accountant, whom nobody found. */
const restaurant = new CaseStory(1, { municipality: '21009', sector: 'horeca', difficulties: ['vat', 'rent'] })
  .happened('opened', '2026-01-05')
  .refer('a', '2026-01-05', { to: 'accountant' })
  .later('a', 'accepted', '2026-01-05T11:00')
  .later('a', 'first-contact-made', '2026-01-06')
  .refer('b', '2026-01-07', { to: 'psychologist', from: 'accountant', parent: 'a', hop: 1 })
  .later('b', 'declined', '2026-01-07T13:00', { reason: 'full', choice: 'capacity' })
  .refer('c', '2026-01-08', { to: 'psychologist', from: 'accountant', parent: 'a', hop: 1 })
  .later('a', 'closed', '2026-01-08T09:30', { outcome: 'referred-onward' })
  .later('c', 'accepted', '2026-01-08T10:00')
  .later('c', 'first-contact-made', '2026-01-08T12:00')
  .refer('d', '2026-01-12', { to: 'accountant', from: 'psychologist', parent: 'c', hop: 2 })
  .later('d', 'expired', '2026-01-20')
  .happened('dispatch-resolved', '2026-01-21', { data: { resolution: 'nobody-available' } });

/** Helped by a mediator, and well six months later. */
const shop = new CaseStory(2, { municipality: '21004', sector: 'retail', stage: 'prevention', difficulties: ['rent'] })
  .happened('opened', '2026-02-03')
  .refer('e', '2026-02-03', { to: 'mediator' })
  .later('e', 'accepted', '2026-02-03T10:00')
  .later('e', 'first-contact-made', '2026-02-03T14:00')
  .later('e', 'closed', '2026-02-20', { outcome: 'helped' })
  .happened('closed', '2026-02-20', { outcome: 'recovered' })
  .happened('follow-up-recorded', '2025-08-20', { data: { month: 6, status: 'active' } })
  .happened('follow-up-missed', '2025-12-20', { data: { month: 12 } });

/** Waits for a mediator. */
const builder = new CaseStory(3, { municipality: '21009', sector: 'construction', difficulties: ['energy'] })
  .happened('opened', '2025-11-03')
  .refer('f', '2026-04-09', { to: 'mediator', from: 'coordination' });

const past = (from: string, to: string, hop: number, more: object) => ({
  from,
  to,
  hop,
  answeredOn: null,
  firstContactOn: null,
  endedOn: null,
  outcome: null,
  ...more,
});

/** Of before Relais: a mediator, an accountant and the mediator again; and one that nobody took. */
const history = [
  new CaseStory(4, { municipality: '21004', sector: 'horeca', difficulties: ['vat'] }).happened(
    'imported',
    '2025-06-02',
    {
      outcome: 'insolvency',
      data: {
        openedOn: '2025-03-03T09:00:00.000Z',
        closedOn: '2025-06-02T09:00:00.000Z',
        referrals: [
          past('first-line', 'mediator', 0, { sentOn: '2025-03-03T09:00:00.000Z', answer: 'accepted' }),
          past('mediator', 'accountant', 1, { sentOn: '2025-03-10T09:00:00.000Z', answer: 'accepted' }),
          past('accountant', 'mediator', 2, { sentOn: '2025-03-17T09:00:00.000Z', answer: 'full' }),
        ],
      },
    },
  ),
  new CaseStory(5, { municipality: '21004', sector: 'horeca', difficulties: ['rent'] }).happened(
    'imported',
    '2025-07-01',
    {
      outcome: 'lost-contact',
      data: {
        openedOn: '2025-05-05T09:00:00.000Z',
        closedOn: '2025-07-01T09:00:00.000Z',
        referrals: [past('first-line', 'coach', 0, { sentOn: '2025-05-05T09:00:00.000Z', answer: 'not-our-work' })],
      },
    },
  ),
];

async function filesFor(place: string, ...stories: readonly CaseStory[]): Promise<Files> {
  const events = await writeEventFiles(place, told(...stories));
  return filesOf(place, [...events, ...(await writeRowFiles(place, derivedRows(...stories)))]);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-shelf-'));
  files = await filesFor(folder, restaurant, shop, builder, ...history);
  runner = new QueryRunner({ folder });
  runner.start();
});

afterAll(async () => {
  await runner?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Row = readonly unknown[];

/** Answers as of 10 April 2026: the quarter is January to March of 2026, the year 2025 unless said otherwise. */
const expected: Readonly<Record<string, readonly Row[]>> = {
  'declined-for-capacity': [
    ['accountant', 'psychologist', 2, 1, 50],
    ['first-line', 'accountant', 1, 0, 0],
    ['first-line', 'mediator', 1, 0, 0],
    ['psychologist', 'accountant', 1, 0, 0],
  ],
  'time-to-answer': [
    ['psychologist', 2, 2.5, 3.7],
    ['accountant', 1, 2, 2],
    ['mediator', 1, 1, 1],
  ],
  'decline-reasons': [['psychologist', 'full', 1]],
  'waiting-by-service': [['mediator-service', 'mediator', 1, 14, 14]],
  'time-to-first-contact': [
    ['accountant', 1, 6, 6],
    ['mediator', 1, 4, 4],
    ['psychologist', 1, 2, 2],
  ],
  'outcomes-of-help': [
    ['accountant', 'referred-onward', 1, 100],
    ['mediator', 'helped', 1, 100],
  ],
  'handed-on': [
    [
      'CASE-4',
      '2025-03-03T09:00:00.000Z',
      '21004',
      'restructuring',
      'vat',
      2,
      'mediator > accountant > mediator',
      'insolvency',
    ],
    [
      'CASE-1',
      '2026-01-05T09:00:00.000Z',
      '21009',
      'restructuring',
      'vat',
      2,
      'accountant > psychologist > psychologist > accountant',
      null,
    ],
  ],
  'hops-per-case': [
    ['0', 3, 60],
    ['2', 2, 40],
  ],
  'returned-to-profession': [
    ['accountant', 1, 1],
    ['mediator', 1, 1],
  ],
  'after-a-profession': [
    ['end', 'declined', 1, 25],
    ['end', 'helped', 1, 25],
    ['end', 'sent', 1, 25],
    ['handed on', 'accountant', 1, 25],
  ],
  'who-refers-to-whom': [
    ['accountant', 'psychologist', 2, 1, 50],
    ['first-line', 'accountant', 1, 1, 100],
    ['first-line', 'mediator', 1, 1, 100],
    ['psychologist', 'accountant', 1, 0, 0],
  ],
  'rising-difficulties': [
    ['rent', 0, 2, 2],
    ['vat', 0, 1, 1],
    ['energy', 1, 0, -1],
  ],
  'cases-by-stage-and-month': [
    ['2026-01', 'restructuring', 1],
    ['2026-02', 'prevention', 1],
  ],
  'difficulties-by-sector': [
    ['horeca', 'vat', 1],
    ['retail', 'rent', 1],
  ],
  'follow-up-outcomes': [
    [6, 'active', 1],
    [12, 'missed', 1],
  ],
  'imported-and-live': [
    [2025, 2, 1, 4, 1],
    [2026, 0, 2, 0, 5],
  ],
  'unmet-need': [
    ['21004', 'Bruxelles', 'Brussel', 3, 1, 33.3],
    ['21009', 'Ixelles', 'Elsene', 2, 1, 50],
  ],
};

const thisYear = { since: '2026-01-01', until: '2026-12-31' };
/** Where the year before has nothing to tell. */
const asked: Readonly<Record<string, object>> = {
  'hops-per-case': { since: '2025-01-01', until: '2026-12-31' },
  'returned-to-profession': { since: '2025-01-01', until: '2026-12-31' },
  'handed-on': { since: '2025-01-01', until: '2026-12-31' },
  'after-a-profession': { since: '2025-01-01', until: '2026-12-31' },
  'unmet-need': { since: '2025-01-01', until: '2026-12-31' },
  'cases-by-stage-and-month': thisYear,
};

const shelf = shelfOn(today);

it.each(shelf.map((one) => [one.queryId, one] as const))('%s', async (queryId, { sql, parameters, chart }) => {
  const defaults = Object.fromEntries(parameters.map((one) => [one.name, one.default]));
  const { rows, columns, fault } = await answerOf(runner, sql, {
    files,
    parameters: { ...defaults, ...asked[queryId] },
  });
  expect(fault).toBeUndefined();
  expect(rows).toEqual(expected[queryId]);
  const names = columns.map((one) => one.name);
  expect(names).toEqual(
    expect.arrayContaining([chart?.x, chart?.y, chart?.series].filter((one) => typeof one === 'string')),
  );
});

it('every query is asked in three languages', () => {
  const texts = shelf.flatMap((one) => [one.question, one.explanation, ...one.parameters.map(({ label }) => label)]);
  expect(texts.filter(({ fr, nl, en }) => [fr, nl, en].some((text) => text.trim() === ''))).toEqual([]);
  expect(new Set(shelf.map((one) => one.queryId)).size).toBe(shelf.length);
});

it('a chain returns when it comes back to who began it, and not when a profession asks its own', async () => {
  const back = new CaseStory(6)
    .happened('opened', '2025-02-03')
    .refer('g', '2025-02-03', { to: 'coach', from: 'accountant' })
    .refer('h', '2025-02-04', { to: 'accountant', from: 'coach', parent: 'g', hop: 1 });
  const own = new CaseStory(7)
    .happened('opened', '2025-02-03')
    .refer('i', '2025-02-03', { to: 'lawyer', from: 'lawyer' });
  const query = shelf.find((one) => one.queryId === 'returned-to-profession');
  const { rows } = await answerOf(runner, query?.sql ?? '', {
    files: await filesFor(path.join(folder, 'chains'), back, own),
    parameters: { since: '2025-01-01', until: '2025-12-31' },
  });
  expect(rows).toEqual([['accountant', 1, 1]]);
});
