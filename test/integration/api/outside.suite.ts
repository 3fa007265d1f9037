import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BusinessCounts, Series, SeriesReading, SeriesView } from '#contracts/outside';
import { createDataSource, Database } from '#persistence/kernel';
import { workbookType } from '#tables';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { aboutSeries, formOf, postForm } from '../../support/series.js';

let stack: Stack;
let database: Database;
let sofie: Client;
let mark: Client;

/** Public series beside the figures. */
export function outside(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 2 }));
    sofie = await signIn(stack.apiUrl, 'sofie-hub');
    mark = await signIn(stack.apiUrl, 'mark-febelfin');
  });

  afterAll(async () => {
    await database?.stop();
  });

  const good = 'period,municipality,value\n2026-01,21001,5\n2026-01,21009,7\n2026-02,21001,2.5\n';
  const hashOf = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex');

  /** Everything that is stored of series. */
  async function stored(): Promise<unknown> {
    return database.query(
      `SELECT (SELECT jsonb_agg(to_jsonb(s)) FROM relais.outside_series s) AS series,
              (SELECT jsonb_agg(to_jsonb(p) ORDER BY p) FROM relais.outside_point p) AS points,
              (SELECT jsonb_agg(to_jsonb(v) ORDER BY v.imported_at) FROM relais.outside_version v) AS versions`,
    );
  }

  describe('a public series', () => {
    it('is looked at without being stored', async () => {
      const before = await stored();
      const { status, body } = await postForm<SeriesReading>(sofie, '/outside/readings', formOf(good));
      expect([status, body]).toMatchObject([
        200,
        {
          format: 'csv',
          grain: 'month',
          first: '2026-01',
          last: '2026-02',
          points: 3,
          places: ['21001', '21009'],
          wholeRegion: false,
        },
      ]);
      const several = 'DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\nB,M,2026-01,5\nB,A,2025,60\n';
      const open = await postForm<SeriesReading>(sofie, '/outside/readings', formOf(several));
      expect([open.status, open.body.choices.map((one) => one.dimension), open.body.points]).toEqual([
        200,
        ['FREQ'],
        0,
      ]);
      const chosen = await postForm<SeriesReading>(sofie, '/outside/readings?where=FREQ:A', formOf(several));
      expect(chosen.body).toMatchObject({ grain: 'year', sample: [{ period: '2025', value: 60 }] });
      expect(await stored()).toEqual(before);
    });

    it('is imported, listed for everybody and shown by place, summed for the region', async () => {
      const { status, body } = await postForm<Series>(sofie, '/outside/series', formOf(good, aboutSeries()));
      const hash = hashOf(['2026-01|21001|5', '2026-01|21009|7', '2026-02|21001|2.5']);
      expect([status, body]).toMatchObject([
        201,
        {
          ...aboutSeries(),
          grain: 'month',
          points: 3,
          hash,
          importedBy: 'sofie-hub',
          importedByName: 'Sofie Maertens',
          demonstration: false,
        },
      ]);
      expect((await mark.get<Series[]>('/outside/series')).body).toEqual([body]);
      const whole = await mark.get<SeriesView>('/outside/series/bankruptcies');
      expect(whole.body).toEqual({
        series: body,
        municipality: null,
        summed: true,
        values: [{ period: '2026-01', value: 12 }],
        // Of February one municipality is known: half a region is no region.
        withoutSum: ['2026-02'],
        flags: [],
        earlier: [],
      });
      const one = await mark.get<SeriesView>('/outside/series/bankruptcies?municipality=21009');
      expect([one.body.summed, one.body.values]).toEqual([false, [{ period: '2026-01', value: 7 }]]);
      expect((await mark.get('/outside/series/bankruptcies?municipality=11002')).status).toBe(422);
      const fetched = (path: string) =>
        fetch(`${stack.apiUrl}/api/v1/outside/series/${path}`, { headers: { cookie: mark.cookie } });
      const csv = await fetched('bankruptcies.csv?language=fr&municipality=21009');
      expect(csv.headers.get('content-disposition')).toBe('attachment; filename="relais-bankruptcies-21009.csv"');
      expect(Buffer.from(await csv.arrayBuffer()).toString('utf8')).toMatch(
        /^\uFEFFperiod;.*\r\n2026-01;21009;7;;bankruptcies;/,
      );
      const workbook = await fetched('bankruptcies.xlsx');
      expect([workbook.status, workbook.headers.get('content-type')]).toEqual([200, workbookType]);
      expect((await fetched('nothing.csv')).status).toBe(404);
      expect((await mark.get('/outside/series/nothing')).status).toBe(404);
    });

    it('stays as it is when a file is bad; every fault has its row and column', async () => {
      const before = await stored();
      const bad = 'period,municipality,value\n2026-03,21001,5\n2026-13,21001,5\n2026-04,Nergens,veel\n';
      const { problem } = await postForm(sofie, '/outside/series', formOf(bad, aboutSeries()), 'nl');
      expect(problem).toMatchObject({ status: 422, code: 'series-refused' });
      expect(problem.detail).toBe('Het bestand bevat 3 fout(en); de reeks is niet gewijzigd.');
      expect(problem.errors?.map((one) => one.path)).toEqual(['rows.3.period', 'rows.4.municipality', 'rows.4.value']);
      expect(problem.errors?.[1]?.message).toContain('schrijf de NIS-code');
      const several = 'DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\nB,M,2026-01,5\nB,A,2025,60\n';
      const open = await postForm(sofie, '/outside/series', formOf(several, aboutSeries()));
      expect(open.problem.errors).toEqual([
        { path: 'rows.1.FREQ', message: 'several codes (A, M): choose one, for example where=FREQ:A' },
      ]);
      expect(await stored()).toEqual(before);
    });

    it.each([
      ['no file', new FormData(), 'file'],
      ['no description', formOf(good), 'series'],
      ['a script as address', formOf(good, aboutSeries({ sourceUrl: 'javascript:alert(1)' })), 'series.sourceUrl'],
      ['no licence', formOf(good, { ...aboutSeries(), licence: ' ' }), 'series.licence'],
    ])('is refused with %s', async (_, form, path) => {
      if (path === 'file') {
        form.set('series', JSON.stringify(aboutSeries()));
      }
      const { problem } = await postForm(sofie, '/outside/series', form);
      expect([problem.status, problem.errors?.map((one) => one.path)]).toEqual([422, [path]]);
    });

    it('is refused when it is larger than 5 MB', async () => {
      const { status } = await postForm(
        sofie,
        '/outside/series',
        formOf('x'.repeat(5 * 1024 * 1024 + 1), aboutSeries()),
      );
      expect(status).toBe(413);
    });

    it('is replaced as a whole; the hash of the former version stays', async () => {
      const [before] = (await mark.get<Series[]>('/outside/series')).body;
      const title = { fr: 'Faillites révisées', nl: 'Herziene faillissementen', en: 'Revised bankruptcies' };
      const form = formOf('period,value\n2025,310\n', aboutSeries({ title, adds: false }));
      const { body } = await postForm<Series>(sofie, '/outside/series', form);
      expect(body).toMatchObject({ title, grain: 'year', points: 1, places: [], wholeRegion: true });
      const view = (await mark.get<SeriesView>('/outside/series/bankruptcies')).body;
      expect(view).toMatchObject({ summed: false, values: [{ period: '2025', value: 310 }] });
      expect(view.earlier).toMatchObject([{ hash: before?.hash, points: 3, importedBy: 'sofie-hub' }]);
    });

    it('that counts the businesses of municipalities is divided by: its newest period, of the one published last', async () => {
      const known = async () => (await mark.get<BusinessCounts>('/outside/businesses')).body;
      expect(await known()).toEqual({ series: null, period: null, values: [] });
      const take = async (seriesId: string, publishedOn: string, file: string) => {
        const form = formOf(
          `period,municipality,value\n${file}`,
          aboutSeries({ seriesId, publishedOn, counts: 'businesses' }),
        );
        expect((await postForm<Series>(sofie, '/outside/series', form)).body.counts).toBe('businesses');
      };
      await take('newer', '2026-05-01', '2024,21001,900\n2025,21001,1000\n2025,21009,2000\n2025,21002,0\n');
      await take('older', '2025-05-01', '2026,21001,1\n');
      const { series, ...counted } = await known();
      expect(series?.seriesId).toBe('newer');
      const values = [
        { municipality: '21001', value: 1_000 },
        { municipality: '21009', value: 2_000 },
      ];
      expect(counted).toEqual({ period: '2025', values });
    });

    it('is whole at any moment, also when several are imported at once', async () => {
      const versions = [1, 2, 3, 4].map(
        (number) => `period,value\n${[2020, 2021, 2022].map((year) => `${year},${number}`).join('\n')}\n`,
      );
      const answers = await Promise.all(
        versions.map((file) =>
          postForm<Series>(sofie, '/outside/series', formOf(file, aboutSeries({ seriesId: 'race' }))),
        ),
      );
      expect(answers.map((one) => one.status)).toEqual([201, 201, 201, 201]);
      const { values, earlier } = (await mark.get<SeriesView>('/outside/series/race')).body;
      expect([values.length, new Set(values.map((one) => one.value)).size, earlier.length]).toEqual([3, 1, 3]);
    });

    it('keeps what its publisher says of its values; what is confidential is no zero, and makes no sum', async () => {
      const flagged = [
        'DATAFLOW,nis,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
        'B,21001,2026-01,5,b',
        'B,21009,2026-01,7,',
        'B,21001,2026-02,,c',
        'B,21009,2026-02,8,p',
      ].join('\n');
      const form = () => formOf(flagged, aboutSeries({ seriesId: 'flagged' }));
      const look = await postForm<SeriesReading>(sofie, '/outside/readings', formOf(flagged));
      expect(look.body.flags).toEqual([
        { flag: 'break', count: 1 },
        { flag: 'confidential', count: 1 },
        { flag: 'provisional', count: 1 },
      ]);
      const { body } = await postForm<Series>(sofie, '/outside/series', form());
      expect(body.hash).toBe(
        hashOf([
          '2026-01|21001|5|break',
          '2026-01|21009|7',
          '2026-02|21001||confidential',
          '2026-02|21009|8|provisional',
        ]),
      );
      const region = (await mark.get<SeriesView>('/outside/series/flagged')).body;
      expect([region.values, region.flags]).toEqual([
        [{ period: '2026-01', value: 12 }],
        [
          { period: '2026-01', flags: ['break'] },
          { period: '2026-02', flags: ['confidential', 'provisional'] },
        ],
      ]);
      const one = (await mark.get<SeriesView>('/outside/series/flagged?municipality=21009')).body;
      expect([one.values.map(({ value }) => value), one.flags]).toEqual([
        [7, 8],
        [{ period: '2026-02', flags: ['provisional'] }],
      ]);
      expect((await sofie.delete('/outside/series/flagged')).status).toBe(204);
    });

    it('asks what a file leaves open before it is taken, and keeps the answers for the next file', async () => {
      const table = 'nombre|an|sem|nis\n1|2026|1|21001\n2|2026|1|21001\n4|2026|2|21001\n';
      const about = () => formOf(table, aboutSeries({ seriesId: 'mapped' }));
      const open = await postForm<SeriesReading>(sofie, '/outside/readings', formOf(table));
      expect([open.status, open.body.questions.map(({ key }) => key), open.body.preview[0]]).toEqual([
        200,
        ['value', 'place', 'period'],
        ['nombre', 'an', 'sem', 'nis'],
      ]);
      const refused = await postForm(sofie, '/outside/series', about());
      expect([refused.problem.code, refused.problem.errors?.map(({ path }) => path)]).toEqual([
        'series-refused',
        ['answer', 'answer', 'answer'],
      ]);
      const answers = [
        'value:nombre',
        'place:nis',
        'period:an',
        'part:week:sem',
        'grain:week',
        'sum:add',
        'zero:unknown',
      ];
      const query = [...answers, 'numbers:point'].map((one) => `answer=${encodeURIComponent(one)}`).join('&');
      const { status, body } = await postForm<Series>(sofie, `/outside/series?${query}`, about());
      expect([status, body.recipe]).toEqual([201, { where: [], answers }]);
      const stored = await mark.get<SeriesView>('/outside/series/mapped?municipality=21001');
      expect(stored.body.values).toEqual([
        { period: '2026-W01', value: 3 },
        { period: '2026-W02', value: 4 },
      ]);
      expect((await sofie.delete('/outside/series/mapped')).status).toBe(204);
    });

    it('is removed by those who may', async () => {
      expect((await mark.delete('/outside/series/race')).status).toBe(403);
      expect((await sofie.delete('/outside/series/race')).status).toBe(204);
      expect((await sofie.delete('/outside/series/race')).status).toBe(404);
      expect((await mark.get('/outside/series/race')).status).toBe(404);
      const left = await database.query('SELECT 1 FROM relais.outside_point WHERE series_id = $1', ['race']);
      expect(left).toEqual([]);
    });
  });
}
