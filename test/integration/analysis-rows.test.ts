import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QueryRunner } from '#archive';
import { caseColumns, referralColumns, selectedColumns, type RowColumn } from '#contracts/analysis/codes';
import type { CaseEvent, PastReferral, Target } from '#contracts/case';
import { analysisRowsOf } from '#domain/analysis';
import { erases, evolve, initialCase, type CaseState } from '#domain/case';
import { openAnalytics, readLiveFiles } from '#persistence/analysis';
import { migrate } from '#persistence/migrations';
import { fileRows } from '../../apps/archivist/src/upkeep.js';
import { rebuild } from '../../apps/projector/src/rebuilding.js';
import { filesOf } from '../support/archive-world.js';
import { actorOf, openCase, services, uuid } from '../support/builders.js';
import { importedCase, referredCase } from '../support/histories.js';
import { play, type Play } from '../support/playing.js';
import { consumedRecords } from '../support/projection.js';
import { answerOf } from '../support/querying.js';
import { anyCase } from '../support/random-case.js';
import { prepareReader, type ReaderGround } from '../support/reader.js';
import { until } from '../support/wait.js';

const [lead, mediator, second] = [services.accountant, services.mediator, services.secondMediator].map(actorOf);
const [toMediator, toSecond] = [uuid(0xa1), uuid(0xa2)];

/** A story of the case of this number, which the accountant referred to the mediator at nine. */
function referred(n: number, targets: Target[] = [{ referralId: toMediator, service: services.mediator }]): Play {
  const scene = play('2026-09-01T07:00:00.000Z');
  told(scene, lead, openCase(uuid(0xc0 + n)));
  told(scene, lead, { type: 'refer', targets, mode: 'offer', proposesLead: false });
  scene.waitUntil('2026-09-02T07:00:00.000Z');
  return scene;
}

function told(scene: Play, by: typeof lead, command: Parameters<Play['tell']>[1]): void {
  if (by === undefined) {
    throw new Error('nobody says this');
  }
  expect(scene.tell(by, command)).toBeUndefined();
}

function helped(n: number): Play {
  const scene = referred(n);
  told(scene, mediator, { type: 'accept', referralId: toMediator });
  told(scene, mediator, { type: 'record-first-contact', referralId: toMediator });
  return scene;
}

/** A referral that is kept after it was asked back while on hold. */
const kept = helped(0);
const until9 = '2026-10-30T09:00:00.000Z';
told(kept, mediator, { type: 'hold', referralId: toMediator, reason: 'awaiting-court', until: until9 });
told(kept, lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
told(kept, mediator, { type: 'answer-recall', referralId: toMediator, agree: false });

const declined = referred(1);
told(declined, mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
const released = referred(2, [
  { referralId: toMediator, service: services.mediator },
  { referralId: toSecond, service: services.secondMediator },
]);
told(released, second, { type: 'accept', referralId: toSecond });
const recalled = referred(3);
told(recalled, lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
const closed = helped(4);
told(closed, mediator, { type: 'close-referral', referralId: toMediator, outcome: 'helped' });
const expired = referred(5);
expired.waitUntil('2026-10-01T07:00:00.000Z');
const withdrawn = helped(6);
told(withdrawn, lead, { type: 'withdraw-consent' });
const stories = { kept, declined, released, recalled, closed, expired, withdrawn };

const past: PastReferral = {
  from: 'first-line',
  to: 'lawyer',
  sentOn: '2024-02-02T11:00:00.000Z',
  answer: 'full',
  answeredOn: '2024-02-03T11:00:00.000Z',
  firstContactOn: null,
  endedOn: null,
  outcome: null,
  hop: 0,
};
const history = importedCase(1) as Extract<CaseEvent, { type: 'relais.case.imported.v1' }>;
const imported: CaseEvent[] = [{ ...history, data: { ...history.data, referrals: [past] } }];

const walks = fc.sample(anyCase, { numRuns: 12, seed: 13 }).map((played, n) => played(uuid(0xd000 + n)).events);
const cases: readonly (readonly CaseEvent[])[] = [
  ...Object.values(stories).map(({ events }) => events),
  imported,
  ...walks,
];
const records = cases.flat().length;

type Rows = Readonly<Record<'cases' | 'referrals', readonly Readonly<Record<string, unknown>>[]>>;

/** What the core says of all cases. */
function rowsOfCore(): Rows {
  const rows = cases.map((events) => {
    const state = events.reduce<CaseState>(evolve, initialCase);
    return state.phase === 'unopened' ? { caseRows: [], referralRows: [] } : analysisRowsOf(state);
  });
  const named = (row: object, columns: Readonly<Record<string, RowColumn>>) =>
    Object.fromEntries(
      selectedColumns(columns).map(([name, values]) => [name, (row as Record<string, unknown>)[values]]),
    );
  return sorted({
    cases: rows.flatMap(({ caseRows }) => caseRows).map((row) => named(row, caseColumns)),
    referrals: rows.flatMap(({ referralRows }) => referralRows).map((row) => named(row, referralColumns)),
  });
}

function sorted({ cases: ofCases, referrals }: Rows): Rows {
  const inOrder = (rows: Rows['cases']) =>
    [...rows].sort((a, b) =>
      JSON.stringify([a['case_id'], a['referral_id']]) < JSON.stringify([b['case_id'], b['referral_id']]) ? -1 : 1,
    );
  return { cases: inOrder(ofCases), referrals: inOrder(referrals) };
}

let ground: ReaderGround;
let folder: string;
let runner: QueryRunner;
beforeAll(async () => {
  ground = await prepareReader();
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-rows-'));
  runner = new QueryRunner({ folder });
  runner.start();
  await ground.project();
  await ground.publisher.publish(cases.flat());
  await consumed();
});
afterAll(async () => {
  await runner?.stop();
  await ground?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const consumed = () =>
  until(async () => (await consumedRecords(ground.database)) >= records, `${records} records consumed`);

/** What outside tools read. */
async function rowsOfViews(): Promise<Rows> {
  const ask = async (view: string) =>
    (await ground.ask(`SELECT * FROM analytics.${view}`)).map(
      (row) => JSON.parse(JSON.stringify(row)) as Rows['cases'][0],
    );
  return sorted({ cases: await ask('cases'), referrals: await ask('referrals') });
}

/** What the workbench reads, of files that are written now. */
async function rowsOfWorkbench(): Promise<Rows> {
  await fileRows({ database: ground.database, folder });
  const files = filesOf(folder, await readLiveFiles(ground.database));
  const ask = async (table: string) => {
    const { columns, rows, fault } = await answerOf(runner, `SELECT * FROM ${table}`, { files });
    expect(fault).toBeUndefined();
    return rows.map((row) => Object.fromEntries(columns.map(({ name }, place) => [name, row[place]])));
  };
  return sorted({ cases: await ask('cases'), referrals: await ask('referrals') });
}

/** So that the next files are due. */
const retireFiles = () => ground.database.query('UPDATE archive.file SET retired_at = now() WHERE retired_at IS NULL');

describe('rows of cases and referrals', () => {
  it('are those of the core, in the workbench and for outside tools, living and after a rebuild', async () => {
    const wanted = rowsOfCore();
    expect(walks.some((events) => events.some(erases))).toBe(true);
    expect(wanted.cases.length).toBe(cases.filter((events) => !events.some(erases)).length);
    expect(await rowsOfViews()).toEqual(wanted);
    expect(await rowsOfWorkbench()).toEqual(wanted);
    await rebuild(ground);
    await retireFiles();
    expect(await rowsOfViews()).toEqual(wanted);
    expect(await rowsOfWorkbench()).toEqual(wanted);
  });

  it('say that a referral is on hold when it was kept after it was asked back while on hold', async () => {
    const caseId = kept.known().caseId;
    const state = { case_id: caseId, state: 'on-hold', ended_at: null };
    const of = ({ referrals }: Rows) => referrals.filter((row) => row['case_id'] === caseId);
    expect(kept.known().referrals).toMatchObject([{ state: 'on-hold' }]);
    expect(of(await rowsOfViews())).toMatchObject([state]);
    expect(of(await rowsOfWorkbench())).toMatchObject([state]);
  });

  it.each(['declined', 'released', 'recalled', 'closed', 'expired'] as const)(
    'say when a referral ended that was %s',
    async (state) => {
      const { caseId, referrals } = stories[state].known();
      const endedAt = referrals.find(({ referralId }) => referralId === toMediator)?.endedAt;
      expect(endedAt).toEqual(expect.any(String));
      for (const rows of [await rowsOfViews(), await rowsOfWorkbench()]) {
        const found = rows.referrals.filter((row) => row['case_id'] === caseId && row['referral_id'] === toMediator);
        expect(found).toMatchObject([{ state, ended_at: endedAt }]);
      }
    },
  );

  it('leave the room as soon as the archivist knows that a case is erased', async () => {
    const caseId = kept.known().caseId;
    await ground.database.query(
      `INSERT INTO archive.subject (stream, subject, sequences, context, erased_at) VALUES ('cases', $1, '{}', '{}', now())`,
      [caseId],
    );
    for (const rows of [await rowsOfViews(), await rowsOfWorkbench()]) {
      expect([...rows.cases, ...rows.referrals].filter((row) => row['case_id'] === caseId)).toEqual([]);
      expect(rows.cases.length).toBe(rowsOfCore().cases.length - 1);
    }
    await ground.database.query('DELETE FROM archive.subject');
  });
});

/** The columns that the views had in the version before. */
const columnsBefore = {
  cases: `case_id text, code text, imported boolean, opened_at timestamptz, closed_at timestamptz, outcome text, reopenings integer,
    referrals integer, queued integer, municipality text, sector text, legal_form text, size_band text, age_band text, stage text,
    channel text, urgency text, languages text[], difficulty text, difficulties text[]`,
  referrals: `case_id text, code text, referral_id text, imported boolean, sent_at timestamptz, sender text, profession text,
    organisation text, service text, hop integer, accepted_at timestamptz, declined_at timestamptz, decline_reason text,
    decline_choice text, first_contact_at timestamptz, expired_at timestamptz, recalled_at timestamptz, released_at timestamptz,
    ended_at timestamptz, outcome text, municipality text, sector text, stage text, difficulty text`,
};

it('an installation of the version before comes to the same rows, and views of others on ours stay', async () => {
  const { database } = ground;
  await database.query(`
    DROP VIEW analytics.cases, analytics.referrals;
    DROP FUNCTION analytics.case_rows(), analytics.referral_rows();
    DROP TABLE projection.case_row, projection.referral_row;
    DROP INDEX archive.subject_erased;
    DELETE FROM relais.migration WHERE name = 'AnalysisRows1764000000012';
    CREATE VIEW analytics.cases AS SELECT one.* FROM json_to_recordset('[]') AS one (${columnsBefore.cases});
    CREATE VIEW analytics.referrals AS SELECT one.* FROM json_to_recordset('[]') AS one (${columnsBefore.referrals});
    CREATE VIEW public.mine AS SELECT case_id, sector FROM analytics.cases;
  `);
  expect(await migrate(database.source)).toEqual(['AnalysisRows1764000000012']);
  expect(await openAnalytics(database)).toEqual([]);
  // A projector that starts goes on where PostgreSQL says: at the beginning.
  await ground.project();
  await consumed();
  await retireFiles();
  const wanted = rowsOfCore();
  expect(await rowsOfViews()).toEqual(wanted);
  expect(await rowsOfWorkbench()).toEqual(wanted);
  expect(await database.query('SELECT * FROM public.mine')).toHaveLength(wanted.cases.length);
});

it('the projector writes a row only when it changes', async () => {
  const [caseId, events] = [uuid(1_900), referredCase(900).events];
  expect(events[0]?.caseId).toBe(caseId);
  await ground.publisher.publish(events);
  await until(async () => (await consumedRecords(ground.database)) >= records + events.length, 'all consumed');
  const versions = () =>
    ground.database.query(`SELECT xmin::text FROM projection.referral_row WHERE case_id = $1`, [caseId]);
  const before = await versions();
  const last = events.length + 1;
  const note = {
    ...events[0],
    id: `${caseId}:${last}`,
    sequence: last,
    type: 'relais.case.note-added.v1',
    data: { noteId: uuid(5) },
  } as CaseEvent;
  await ground.publisher.publish([note]);
  await until(async () => (await consumedRecords(ground.database)) > records + events.length, 'the note is consumed');
  expect(await versions()).toEqual(before);
});
