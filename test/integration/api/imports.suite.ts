import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ImportBatch, importColumns, optionalImportColumns } from '#contracts/case';
import type { ExactAnswer } from '#contracts/monitoring';
import { createDataSource, Database } from '#persistence/kernel';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let database: Database;
let sofie: Client;

/** Imports of history, on what no suite before has left. */
export function imports(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 2 }));
    sofie = await signIn(stack.apiUrl, 'sofie-hub');
  });

  afterAll(async () => {
    await database?.stop();
  });

  const row = {
    reference: 'A-1',
    opened_on: '2024-02-05',
    closed_on: '2024-06-30',
    languages: 'fr|nl',
    municipality: '21009',
    sector: 'horeca',
    legal_form: 'company',
    size_band: '1-4',
    age_band: '3-4',
    stage: 'distress',
    difficulties: 'social-contributions:3|rent:1',
    channel: 'phone',
    urgency: 'normal',
    outcome: 'restructured',
    referrals: '',
  };
  type Row = Partial<typeof row>;

  function csvOf(rows: readonly Row[]): string {
    const columns = [...importColumns, ...optionalImportColumns];
    const lines = rows.map((change) => columns.map((column) => ({ ...row, ...change })[column]).join(','));
    return [columns.join(','), ...lines].join('\n');
  }

  async function countStored(): Promise<number> {
    const [stored] = await database.query<{ rows: number }>(
      `SELECT (SELECT count(*) FROM relais.import_batch)::int + (SELECT count(*) FROM relais.import_row)::int
              + (SELECT count(*) FROM relais.outbox)::int AS rows`,
    );
    return stored?.rows ?? -1;
  }

  describe('an import', () => {
    it('with faults stores nothing and names every fault of every row', async () => {
      const file = csvOf([
        {},
        { reference: 'A-2', sector: 'bakery', difficulties: 'rent:4' },
        { reference: 'A-3', closed_on: '2023-01-01', languages: 'fr|fr' },
        { reference: 'A-1', closed_on: '2999-01-01', outcome: '' },
        { reference: 'Jan Peeters' },
      ]);
      const { problem } = await sofie.post('/imports', file, { language: 'en' });
      expect(problem).toMatchObject({
        status: 422,
        code: 'import-refused',
        detail: 'The file has 8 error(s); nothing was imported.',
      });
      expect(problem.errors?.map(({ path, message }) => [path, message])).toEqual([
        ['rows.3.sector', 'unknown code: “bakery”'],
        ['rows.3.difficulties', 'write code:severity with a severity of 1 to 3, joined by |'],
        ['rows.4.languages', 'the same code twice'],
        ['rows.4.closed_on', 'closed before it was opened'],
        ['rows.5.outcome', 'value is missing'],
        ['rows.5.closed_on', 'a date in the future'],
        ['rows.5.reference', 'the same reference as row 2'],
        ['rows.6.reference', 'contains something that identifies a person (name of a person or business)'],
      ]);
      expect(await countStored()).toBe(0);
    });

    it.each([
      ['a missing and an unknown column', 'reference,who\nA-1,x\n', 14],
      ['no case', csvOf([]), 1],
      ['a quote that never ends', `${csvOf([{}])}\n"A-2`, 1],
      ['too few cells', `${importColumns.join(',')}\nA-1,2024-01-01\n`, 1],
    ])('with %s is refused', async (_, file, count) => {
      const { problem } = await sofie.post('/imports', file);
      expect([problem.code, problem.errors?.length]).toEqual(['import-refused', count]);
      expect(await countStored()).toBe(0);
    });

    it('without faults reaches the figures, the case list and no inbox', async () => {
      const rows = Array.from({ length: 12 }, (_, at): Row => ({ reference: `B-${at}` }));
      const { status, body } = await sofie.post<ImportBatch>('/imports', csvOf(rows));
      expect([status, body.rows, body.importedBy]).toEqual([201, 12, 'sofie-hub']);
      const figures = (question: string) =>
        sofie.get<ExactAnswer>(
          `/monitoring/exact/cubes/${question}&where=sector-group:horeca&grain=quarter&to=2024-W13`,
        );
      await until(
        async () => (await figures('opened?by=area')).body.rows[0]?.counts[0] === 12,
        'the figures have moved',
      );
      const { body: mentions } = await figures('mentions?by=difficulty');
      expect(mentions.standing.history).toBe('2024-W26');
      expect([mentions.periods, mentions.rows]).toEqual([
        ['2024-Q1'],
        [
          { codes: ['rent'], counts: [12] },
          { codes: ['social-contributions'], counts: [12] },
        ],
      ]);
      await until(async () => {
        const batch = await sofie.get<ImportBatch>(`/imports/${body.batchId}`);
        return batch.body.published === 12;
      }, 'all events are published');
      const { body: list } = await sofie.get<{ total: number; cases: { openedAt: string }[] }>('/cases?limit=5');
      expect([list.total, list.cases[0]?.openedAt]).toEqual([12, '2024-02-05T12:00:00.000Z']);
      expect((await sofie.get<{ counts: object }>('/inbox')).body.counts).toEqual({});
      const amelie = await signIn(stack.apiUrl, 'amelie-beci');
      expect((await amelie.get<{ total: number }>('/cases')).body.total).toBe(0);
      const [stored] = await database.query<{ text: string }>(
        `SELECT string_agg(event::text, '') AS text FROM relais.outbox WHERE key IN (SELECT case_id::text FROM relais.import_row)`,
      );
      expect(stored?.text).not.toContain('B-1');
    });

    it('tells of its referrals in the figures', async () => {
      const referrals =
        'first-line>mediator:2024-02-06:full:2024-02-07|first-line>mediator:2024-02-07:accepted:2024-02-09';
      const { status } = await sofie.post<ImportBatch>('/imports', csvOf([{ reference: 'R-1', referrals }]));
      expect(status).toBe(201);
      const figures = (path: string) => sofie.get<ExactAnswer>(`/monitoring/exact/cubes/${path}&grain=month`);
      const answered = await until(async () => {
        const { body } = await figures('answered?by=answer,time&where=to:mediator&to=2024-W09');
        return body.rows.length > 0 && body;
      }, 'the referrals are counted');
      expect([answered.periods, answered.rows]).toEqual([
        ['2024-02'],
        [
          { codes: ['accepted', '2d'], counts: [1] },
          { codes: ['full', '1d'], counts: [1] },
        ],
      ]);
      expect((await figures('sent?by=from,to&to=2024-W09')).body.rows).toEqual([
        { codes: ['first-line', 'mediator'], counts: [2] },
      ]);
      const { problem } = await sofie.post(
        '/imports',
        csvOf([{ reference: 'R-2', referrals: 'x>mediator:2024-02-06' }]),
        {
          language: 'fr',
        },
      );
      expect(problem.errors).toEqual([
        {
          path: 'rows.2.referrals',
          message: expect.stringContaining('orientation 1 : code inconnu « x » ; écrivez l’un de : mediator'),
        },
      ]);
    });

    it('pages through the case list without losing or repeating a case', async () => {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        type Page = { cases: { caseId: string }[]; nextCursor: string | null };
        const more: Page = (await sofie.get<Page>(`/cases?limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`)).body;
        seen.push(...more.cases.map((one) => one.caseId));
        cursor = more.nextCursor;
      }
      expect([seen.length, new Set(seen).size]).toEqual([13, 13]);
      expect((await sofie.get('/cases?cursor=nonsense')).problem.errors).toMatchObject([{ path: 'cursor' }]);
    });

    it('of the same file, or of a reference that is there already, is refused', async () => {
      const before = await countStored();
      const rows = Array.from({ length: 12 }, (_, at): Row => ({ reference: `B-${at}` }));
      expect((await sofie.post('/imports', csvOf(rows))).problem.code).toBe('import-repeated');
      const { problem } = await sofie.post('/imports', csvOf([{ reference: 'C-1' }, { reference: 'B-3' }]), {
        language: 'nl',
      });
      expect(problem.errors).toEqual([{ path: 'rows.3.reference', message: 'al geïmporteerd' }]);
      expect(await countStored()).toBe(before);
    });

    it('is read while everything else goes on', async () => {
      const rows = Array.from({ length: 1_500 }, (_, at): Row => ({ reference: `D-${at}` }));
      const state = { isRead: false, answers: 0 };
      const importing = sofie
        .post('/imports', csvOf([...rows, { sector: 'bakery' }]))
        .finally(() => (state.isRead = true));
      while (!state.isRead) {
        state.answers += (await fetch(`${stack.apiUrl}/health/live`)).ok ? 1 : 0;
      }
      expect((await importing).problem.errors).toMatchObject([{ path: 'rows.1502.sector' }]);
      // A few are given while the file comes in; reading it takes as long as hundreds of them.
      expect(state.answers).toBeGreaterThan(20);
    });

    it('of more than 20 MB is refused', async () => {
      const { problem } = await sofie.post('/imports', 'x'.repeat(21 * 1024 * 1024));
      expect([problem.status, problem.code]).toEqual([413, 'bad-input']);
    });
  });
}
