import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AuditEntry, ReadyQuery, RunMessage, TableView } from '#contracts/analysis';
import { readXlsx } from 'hucre/xlsx';
import { createDataSource, Database } from '#persistence/kernel';
import { registerFiles, writeEventFiles, writeRowFiles } from '../../support/archive-world.js';
import { CaseStory, derivedRows, told } from '../../support/case-story.js';
import { exportOfCases as request } from '../../support/analysis-requests.js';
import { fetchBytes, fetchText, readExport } from '../../support/exported.js';
import { type Client, signIn } from '../../support/http.js';
import { askLines, makeExport, runQuery } from '../../support/lines.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let database: Database;
let anna: Client;
let sofie: Client;
let admin: Client;

const stories = [
  new CaseStory(1, { municipality: '21004' })
    .happened('opened', '2026-01-05')
    .refer('r1', '2026-01-05', { to: 'accountant' })
    .later('r1', 'declined', '2026-01-06', { reason: 'full', choice: 'capacity' })
    .happened('closed', '2026-02-01', { outcome: 'recovered' }),
  new CaseStory(2).happened('opened', '2026-02-03').refer('r2', '2026-02-04', { to: 'coach', from: 'accountant' }),
];

/** Queries and exports, on an archive of its own. */
export function analysis(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 2 }));
    const events = await writeEventFiles(stack.archiveFolder, told(...stories));
    const rows = await writeRowFiles(stack.archiveFolder, derivedRows(...stories));
    await registerFiles(database, stack.archiveFolder, [...events, ...rows]);
    [anna, sofie, admin] = await Promise.all([
      signIn(stack.apiUrl, 'anna-hub'),
      signIn(stack.apiUrl, 'sofie-hub'),
      signIn(stack.apiUrl, 'admin-hub'),
    ]);
  });

  afterAll(() => database?.stop());

  async function audit(search = ''): Promise<AuditEntry[]> {
    return (await admin.get<AuditEntry[]>(`/analysis/audit${search}`)).body;
  }

  describe('a query', () => {
    it('is answered in lines, with parameters, and written down', async () => {
      const sql = 'SELECT type, count(*) AS n FROM events WHERE municipality = $place GROUP BY type ORDER BY type';
      const { messages, columns, rows, end } = await runQuery(anna, sql, { place: '21009' });
      expect(messages[0]).toEqual({ kind: 'started' });
      expect(columns).toEqual([
        { name: 'type', type: 'VARCHAR', kind: 'text' },
        { name: 'n', type: 'BIGINT', kind: 'number' },
      ]);
      expect(rows).toEqual([
        ['relais.case.opened.v1', 1],
        ['relais.referral.sent.v1', 1],
      ]);
      expect(end).toMatchObject({ rows: 2, cut: null, filedUntil: null });
      expect((await audit())[0]).toMatchObject({
        personId: 'anna-hub',
        kind: 'query',
        subject: `${sql}\n-- $place = "21009"`,
        rows: 2,
        outcome: 'done',
      });
    });

    it('asks the tables made from events', async () => {
      const cases = await runQuery(anna, 'SELECT code, outcome, referrals, hops FROM cases ORDER BY code');
      expect(cases.rows).toEqual([
        ['CASE-1', 'recovered', 1, 0],
        ['CASE-2', null, 1, 0],
      ]);
      const referrals = await runQuery(
        anna,
        'SELECT code, sender, profession, answer, state FROM referrals ORDER BY code',
      );
      expect(referrals.rows).toEqual([
        ['CASE-1', 'first-line', 'accountant', 'full', 'declined'],
        ['CASE-2', 'accountant', 'coach', null, 'sent'],
      ]);
    });

    it('is cut at the caps, which is said and written down', async () => {
      const { rows, end } = await runQuery(anna, 'SELECT range FROM range(20000)');
      expect([rows.length, end]).toMatchObject([10_000, { rows: 10_000, cut: 'rows' }]);
      expect((await audit())[0]).toMatchObject({ rows: 10_000, outcome: 'cut by rows' });
      const wide = await runQuery(anna, "SELECT repeat('x', 100000) FROM range(200)");
      expect(wide.end).toMatchObject({ cut: 'bytes' });
    });

    it.each([
      ['en', 'Only a SELECT can be run here'],
      ['nl', 'Hier kan alleen een SELECT'],
      ['fr', 'Seule une requête SELECT'],
    ])('that is refused says in %s what to do', async (language, words) => {
      const { fault, end } = await runQuery(anna, 'DROP TABLE labels', {}, language);
      expect([fault?.code, end]).toEqual(['refused', undefined]);
      expect(fault?.text).toContain(words);
      expect((await audit())[0]).toMatchObject({ subject: 'DROP TABLE labels', rows: 0, outcome: 'refused' });
    });

    it('that is wrong says where', async () => {
      const { fault } = await runQuery(anna, "SELECT 'é', nothing FROM cases");
      expect(fault).toMatchObject({ code: 'invalid', position: 12 });
      expect(fault?.text).toContain('"nothing" not found');
      expect(JSON.stringify(fault)).not.toContain(stack.archiveFolder);
      const zero = await anna.post('/analysis/runs', { sql: 'SELECT 1\0' });
      expect([zero.status, zero.problem.errors?.map(({ path }) => path)]).toEqual([422, ['sql']]);
    });

    it('ends when nobody reads any more, and that is written down', async () => {
      const sql = 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 1';
      const running = await askLines<RunMessage>(anna, '/analysis/runs', { sql });
      await until(() => running.messages.some((one) => one.kind === 'progress'), 'the query runs');
      expect((await audit())[0]).toMatchObject({ subject: sql, rows: null, outcome: 'running' });
      running.stop();
      const stopped = await until(async () => {
        const [first] = await audit();
        return first?.outcome === 'stopped' && first;
      }, 'the stop is written down');
      expect(stopped).toMatchObject({ subject: sql, rows: 0 });
    });

    it('is found in the history of the person', async () => {
      await runQuery(sofie, 'SELECT 42');
      const { body } = await sofie.get<AuditEntry[]>('/analysis/history');
      expect(body.map((one) => one.subject)).toEqual(['SELECT 42']);
      const [newest] = (await anna.get<AuditEntry[]>('/analysis/history?limit=1')).body;
      const older = (await anna.get<AuditEntry[]>(`/analysis/history?limit=1&before=${newest?.auditId}`)).body;
      expect(older[0]?.auditId).toBeLessThan(newest?.auditId ?? 0);
    });
  });

  describe('an export', () => {
    it.each(['csv', 'ndjson', 'parquet'] as const)('of events as %s holds exactly those events', async (format) => {
      const { messages, ready } = await makeExport(anna, request(format));
      expect(messages[0]).toEqual({ kind: 'started', rows: 3 });
      expect(ready).toMatchObject({
        rows: 3,
        name: expect.stringMatching(new RegExp(`^relais-events-.*\\.${format}$`)),
      });
      const response = await fetch(`${anna.apiUrl}/api/v1/analysis/exports/${ready?.exportId}`, {
        headers: { cookie: anna.cookie },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('content-length')).toBe(String(ready?.bytes));
      expect(bytes.length).toBe(ready?.bytes);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${ready?.name}"`);
      const file = path.join(stack.archiveFolder, `again.${format}`);
      writeFileSync(file, bytes);
      expect(await readExport(file, format)).toEqual([
        ['CASE-1', 'relais.case.opened.v1', '2026-01-05T09:00:00.000Z', '["vat"]', null, null],
        ['CASE-1', 'relais.case.closed.v1', '2026-02-01T09:00:00.000Z', '["vat"]', 'recovered', null],
        ['CASE-2', 'relais.case.opened.v1', '2026-02-03T09:00:00.000Z', '["vat"]', null, null],
      ]);
      const [download, made] = await until(async () => {
        const found = await audit('?limit=2');
        return found[0]?.kind === 'download' && found;
      }, 'the download is written down');
      expect(download).toMatchObject({ rows: 3, outcome: 'done', subject: ready?.name });
      expect(made).toMatchObject({ kind: 'export', rows: 3, outcome: 'done' });
      expect(made?.subject).toContain('type=relais.case.opened.v1');
    });

    it('of a query has no cap of rows', async () => {
      const run = { sql: 'SELECT range AS r FROM range($n)', parameters: { n: 30_000 } };
      const { messages, ready } = await makeExport(anna, { of: 'query', format: 'csv', run });
      expect([messages[0], ready]).toMatchObject([{ kind: 'started', rows: null }, { rows: 30_000 }]);
      const text = (await fetchText(anna, ready?.exportId)).text.trimEnd().split('\n');
      expect([text.length, text[0], text[30_000]]).toEqual([30_001, 'r', '29999']);
    });

    it('is CSV for the spreadsheets of a language, or a workbook', async () => {
      const run = { sql: `SELECT 1.5 AS "=n", '=1+1' AS t` };
      const made = (format: string) => makeExport(anna, { of: 'query', format, language: 'nl', run });
      const csv = await fetchBytes(anna, (await made('csv')).ready?.exportId);
      expect(csv.toString('utf8')).toBe("\uFEFF'=n;t\n1,5;'=1+1\n");
      const { sheets } = await readXlsx(await fetchBytes(anna, (await made('xlsx')).ready?.exportId));
      expect(sheets[0]?.rows).toEqual([
        ['=n', 't'],
        [1.5, '=1+1'],
      ]);
    });

    it('of a query that is refused makes no file', async () => {
      const run = { sql: "SELECT * FROM read_text('/etc/passwd')" };
      const { fault, ready } = await makeExport(anna, { of: 'query', format: 'csv', run });
      expect([fault?.code, ready]).toEqual(['refused', undefined]);
    });

    it('is fetched by the person who made it alone, and for an hour', async () => {
      const { ready } = await makeExport(anna, request('csv'));
      expect((await sofie.get(`/analysis/exports/${ready?.exportId}`)).problem.code).toBe('export-gone');
      expect((await fetchText(anna, ready?.exportId)).status).toBe(200);
      await database.query(
        "UPDATE relais.analysis_export SET made_at = now() - interval '61 minutes' WHERE export_id = $1",
        [ready?.exportId],
      );
      const file = path.join(stack.archiveFolder, 'exports', `${ready?.exportId}.csv`);
      const longAgo = Date.now() / 1_000 - 3_700;
      utimesSync(file, longAgo, longAgo);
      expect((await anna.get(`/analysis/exports/${ready?.exportId}`)).problem.code).toBe('export-gone');
      await makeExport(anna, request('csv'));
      await until(() => !existsSync(file), 'the file is swept');
    });

    it('waits until the archive has filed what came in, and says so when it does not', async () => {
      const place = ['relais.cases.v1', 0] as const;
      await database.query('INSERT INTO archive.place (topic, partition, next, filed) VALUES ($1, $2, 5, 0)', [
        ...place,
      ]);
      const waiting = await askLines(anna, '/analysis/exports', request('csv'));
      await until(async () => (await audit('?limit=1'))[0]?.outcome === 'running', 'the export waits');
      await database.query('UPDATE archive.place SET filed = 5, filed_at = now()');
      await waiting.over;
      expect(waiting.messages.at(-1)).toMatchObject({ kind: 'ready', rows: 3 });
      await database.query('UPDATE archive.place SET next = 9');
      const { fault, ready } = await makeExport(anna, request('csv'));
      expect([fault?.code, ready]).toEqual(['failed', undefined]);
      expect(fault?.text).toContain('has not yet filed');
      await database.query('DELETE FROM archive.place');
    });

    it('is refused when the installation switched it off, and so is a file that waits', async () => {
      const { ready } = await makeExport(anna, request('csv'));
      const { body } = await admin.put<{ exportsAllowed: boolean }>('/analysis/settings', { exportsAllowed: false });
      expect(body).toEqual({ exportsAllowed: false });
      expect((await anna.get('/analysis/settings')).body).toEqual({ exportsAllowed: false });
      expect((await anna.post('/analysis/exports', request('csv'))).problem.code).toBe('exports-off');
      expect((await anna.get(`/analysis/exports/${ready?.exportId}`)).problem.code).toBe('exports-off');
      expect((await audit())[0]).toMatchObject({ personId: 'admin-hub', kind: 'settings' });
      await admin.put('/analysis/settings', { exportsAllowed: true });
      expect((await fetchText(anna, ready?.exportId)).status).toBe(200);
    });
  });

  it('tables are told in words, each with a real row where there is one', async () => {
    const { body } = await anna.get<TableView[]>('/analysis/tables');
    expect(body.map((one) => [one.name, one.sample === null])).toEqual([
      ['events', false],
      ['cases', false],
      ['referrals', false],
      ['measures', true],
      ['labels', false],
      ['working_days', false],
    ]);
    for (const { name, columns, sample } of body) {
      expect([name, sample?.length ?? columns.length]).toEqual([name, columns.length]);
    }
  });

  it('the shelf holds at least twelve queries, which all run', async () => {
    const { body } = await anna.get<ReadyQuery[]>('/analysis/shelf');
    expect(body.length).toBeGreaterThanOrEqual(12);
    for (const { queryId, sql, parameters } of body) {
      const values = Object.fromEntries(parameters.map((one) => [one.name, one.default]));
      expect([queryId, (await runQuery(anna, sql, values)).fault]).toEqual([queryId, undefined]);
    }
  });

  it('no query leaves a scratch folder but those that wait', async () => {
    await until(
      () => readdirSync(path.join(stack.archiveFolder, 'scratch')).length <= 2,
      'only processes that wait have a folder',
    );
    expect((await anna.get(`/analysis/exports/${randomUUID()}`)).status).toBe(404);
  });
}
