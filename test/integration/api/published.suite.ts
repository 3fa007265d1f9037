import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import type { CubeAnswer, EpochView, PublishedEpoch } from '#contracts/monitoring';
import { createDataSource, Database } from '#persistence/kernel';
import { verifyChain } from '#disclosure';
import { facts } from '../../support/builders.js';
import { type EventStream, openStream } from '../../support/event-stream.js';
import { ask, type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { untilMeasured } from '../../support/measured.js';
import { collectPublished } from '../../support/published-answers.js';

let stack: Stack;
let database: Database;
let amelie: Client;
let mark: Client;
let sofie: Client;
const streams: EventStream[] = [];

/** The published figures, from before the first closing on. */
export function published(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 1 }));
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    mark = await signIn(stack.apiUrl, 'mark-febelfin');
    sofie = await signIn(stack.apiUrl, 'sofie-hub');
  });
  afterAll(async () => {
    streams.forEach((one) => one.close());
    await database?.stop();
  });

  async function follow(client: Client): Promise<EventStream> {
    const stream = await openStream(client);
    streams.push(stream);
    return stream;
  }

  const close = (client: Client) => client.post<EpochView>('/monitoring/epochs', {}, { key: randomUUID() });
  const openCases = (count: number) => Promise.all(Array.from({ length: count }, () => amelie.openCase()));

  describe('published figures', () => {
    it('are nothing before the first closing', async () => {
      const { status, body } = await mark.get<CubeAnswer>('/monitoring/published/cubes/opened');
      expect([status, body.periods, body.rows]).toEqual([200, [], []]);
      expect(body.standing).toMatchObject({ tier: 'published', base: 5, hash: null, first: null });
    });

    it('are closed by coordinators, once for each key, and told to everybody', async () => {
      await openCases(20);
      await untilMeasured(database, 20);
      const stream = await follow(mark);
      expect((await close(mark)).status).toBe(403);
      expect((await close(amelie)).status).toBe(403);
      const key = randomUUID();
      const closed = await sofie.post<EpochView>('/monitoring/epochs', {}, { key });
      expect(closed.body.epochId).toMatch(/^\d{4}-W\d\d\.1$/);
      expect((await sofie.post<EpochView>('/monitoring/epochs', {}, { key })).body).toEqual(closed.body);
      const message = await stream.next((one) => one.event === 'published', 'the publication is told');
      expect(message.data).toEqual({ epochId: closed.body.epochId });
    });

    it('are the same for everybody, also without a session', async () => {
      const path = 'monitoring/cubes/opened?by=area&grain=week';
      const inside = await mark.get<CubeAnswer>('/monitoring/published/cubes/opened?by=area&grain=week');
      const outside = await ask<CubeAnswer>(stack.apiUrl, 'GET', `/api/v1/public/${path}`);
      expect(inside.body.rows.map(({ counts }) => counts)).toEqual([[20]]);
      expect(outside.body).toEqual(inside.body);
      expect(outside.headers.get('etag')).toBe(`"${outside.body.standing.hash}"`);
      expect(outside.headers.get('cache-control')).toBe('public, max-age=300');
      const again = await ask(stack.apiUrl, 'GET', `/api/v1/public/${path}`, {
        // Node's fetch would ask for a fresh answer.
        headers: { 'if-none-match': outside.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
      });
      expect(again.status).toBe(304);
      const wrong = await ask(stack.apiUrl, 'GET', '/api/v1/public/monitoring/cubes/opened?by=nothing');
      expect([wrong.status, wrong.headers.get('cache-control')]).toEqual([422, 'no-store']);
    });

    it('can be taken along as CSV', async () => {
      const response = await fetch(`${stack.apiUrl}/api/v1/monitoring/published/cubes/opened.csv?by=area&grain=total`, {
        headers: { cookie: mark.cookie },
      });
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(await response.text()).toMatch(
        /^period,area,count,cube,from,to,where,base,epoch,hash\r\ntotal,[\w-]+,20,opened,(\d{4}-W\d\d),\1,,5,1,[0-9a-f]{64}\r\n$/,
      );
    });

    it('can be taken along as CSV for a spreadsheet of a language, and as a workbook', async () => {
      const fetched = (path: string) =>
        fetch(`${stack.apiUrl}/api/v1/monitoring/published/cubes/${path}`, { headers: { cookie: mark.cookie } });
      const csv = Buffer.from(await (await fetched('opened.csv?by=area&grain=total&language=fr')).arrayBuffer());
      expect(csv.toString('utf8')).toMatch(
        /^\uFEFFperiod;area;count;cube;from;to;where;base;epoch;hash\r\ntotal;[\w-]+;20;/,
      );
      const workbook = await fetched('opened.xlsx?by=area&grain=total');
      expect([workbook.status, workbook.headers.get('content-disposition')]).toEqual([
        200,
        'attachment; filename="relais-opened.xlsx"',
      ]);
      const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()));
      expect(sheets[0]?.rows).toEqual([
        ['period', 'area', 'count', 'cube', 'from', 'to', 'where', 'base', 'epoch', 'hash'],
        [
          'total',
          expect.any(String),
          20,
          'opened',
          expect.any(String),
          expect.any(String),
          '',
          5,
          1,
          expect.any(String),
        ],
      ]);
      expect((await fetched('opened.xlsx?by=nothing')).status).toBe(422);
    });

    it('do not move by one byte when a case is opened, until an epoch is closed', async () => {
      const stream = await follow(mark);
      const before = await collectPublished(stack.apiUrl, mark.cookie);
      expect(before.answers.length).toBeGreaterThan(500);
      expect(before.publications.map(({ cube }) => cube)).toContain('opened');
      const { caseId, case: opened } = (await amelie.openCase({ facts: facts({ municipality: '21001' }) })).body;
      await untilMeasured(database, 21);
      expect(await collectPublished(stack.apiUrl, mark.cookie)).toEqual(before);
      await openCases(30);
      await untilMeasured(database, 51);
      expect((await close(sofie)).status).toBe(200);
      await stream.next((one) => one.event === 'published', 'the publication is told');
      expect(stream.received.map(({ event }) => event)).toEqual(['published']);
      const after = await collectPublished(stack.apiUrl, mark.cookie);
      expect(after.answers).not.toEqual(before.answers);
      expect(JSON.stringify(after)).not.toContain(caseId);
      expect(JSON.stringify(after)).not.toContain(opened.code);
      // What was published before is still there, byte by byte.
      const kept = before.answers.filter(({ path }) => /\/epochs\/\d{4}-W\d\d\.1$/.test(path));
      expect(kept.length).toBeGreaterThan(0);
      expect(after.answers).toEqual(expect.arrayContaining(kept.slice(0, 2)));
    });

    it('can be checked by everybody with their hashes', async () => {
      const { body } = await ask<{ epochs: EpochView[] }>(stack.apiUrl, 'GET', '/api/v1/public/monitoring/epochs');
      const read = ({ epochId }: EpochView) =>
        ask<PublishedEpoch>(stack.apiUrl, 'GET', `/api/v1/public/monitoring/epochs/${epochId}`);
      const epochs = (await Promise.all(body.epochs.toReversed().map(read))).map((one) => one.body);
      expect(epochs.map(({ number }) => number)).toEqual([1, 2]);
      expect(verifyChain(epochs)).toBeUndefined();
    });

    it('are read page by page', async () => {
      const { body } = await mark.get<{ epochs: EpochView[]; next: number | null }>(
        '/monitoring/published/epochs?limit=1',
      );
      expect([body.epochs.map(({ number }) => number), body.next]).toEqual([[2], 2]);
      const { body: rest } = await mark.get<{ epochs: EpochView[] }>('/monitoring/published/epochs?limit=1&before=2');
      expect(rest).toMatchObject({ epochs: [{ number: 1 }], next: null });
    });
  });
}
