import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type { Pack, PackCheck, PackLanguage, SharedFigure, SharedFigureAnswer } from '#contracts/monitoring';
import { createDataSource, Database } from '#persistence/kernel';
import { ask, type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let database: Database;
let sofie: Client;
let amelie: Client;
let anna: Client;

/** Plenary packs and shared figures, from before the first closing on. */
export function packs(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 1 }));
    sofie = await signIn(stack.apiUrl, 'sofie-hub');
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    anna = await signIn(stack.apiUrl, 'anna-hub');
  });
  afterAll(async () => {
    await database?.stop();
  });

  const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const make = (client: Client, language: PackLanguage = 'both') =>
    client.post<Pack>('/packs', { since: dayFromNow(-90), until: dayFromNow(0), language });

  async function publish(cases: number): Promise<void> {
    const opened = 'SELECT coalesce(sum(count), 0)::int AS cases FROM projection.measure_week WHERE cube = $1';
    const count = async () => (await database.query<{ cases: number }>(opened, ['opened']))[0]?.cases ?? 0;
    const before = await count();
    await Promise.all(Array.from({ length: cases }, () => amelie.openCase()));
    await until(async () => (await count()) === before + cases, 'all openings are measured');
    expect((await sofie.post('/monitoring/epochs', {}, { key: randomUUID() })).status).toBe(200);
  }

  async function pageOf({ packId }: Pack): Promise<string> {
    const answer = await fetch(`${stack.apiUrl}/api/v1/packs/${packId}/page`, { headers: { cookie: amelie.cookie } });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    return answer.text();
  }

  describe('plenary packs', () => {
    it('need published figures, a coordinator and two days in order', async () => {
      expect((await make(sofie)).problem.code).toBe('nothing-published');
      expect((await make(amelie)).status).toBe(403);
      const swapped = await sofie.post('/packs', { since: dayFromNow(0), until: dayFromNow(-1), language: 'fr' });
      expect([swapped.status, swapped.problem.errors?.[0]?.path]).toEqual([422, 'until']);
    });

    it('are pages of their own, in both languages, with their hash', async () => {
      await publish(20);
      const { status, body: pack } = await make(sofie);
      expect(status).toBe(201);
      const page = await pageOf(pack);
      expect(createHash('sha256').update(page).digest('hex')).toBe(pack.hash);
      expect(page).toContain('Comment nous comptons');
      expect(page).toContain('Hoe we tellen');
      expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
      expect((await make(sofie)).body).toEqual(pack);
    });

    it('are written byte for byte the same after more was published', async () => {
      const { body: pack } = await make(sofie, 'nl');
      await publish(25);
      const { body: check } = await amelie.get<PackCheck>(`/packs/${pack.packId}/check`);
      expect(check).toEqual({ hash: pack.hash, again: pack.hash, same: true });
      const { body: later } = await make(sofie, 'nl');
      expect(later.epoch).toBeGreaterThan(pack.epoch);
      expect(later.hash).not.toBe(pack.hash);
      expect((await amelie.get<Pack[]>('/packs')).body.map((one) => one.packId)).toContain(pack.packId);
    });

    it('are printed as tagged PDF', async () => {
      const { body: pack } = await make(sofie, 'fr');
      const answer = await fetch(`${stack.apiUrl}/api/v1/packs/${pack.packId}/pdf`, {
        headers: { cookie: sofie.cookie },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      const pdf = Buffer.from(await answer.arrayBuffer());
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.includes('/StructTreeRoot')).toBe(true);
    });

    it('are for the signed-in only, and what is not there is said so', async () => {
      expect((await ask(stack.apiUrl, 'GET', '/api/v1/packs')).status).toBe(401);
      expect((await sofie.get(`/packs/${randomUUID()}`)).status).toBe(404);
    });
  });

  describe('a figure that analysts share', () => {
    const question = { cube: 'opened', by: ['difficulty-group'], where: [], grain: 'total' } as const;
    const share = (client: Client, more: object = {}) =>
      client.post<SharedFigure>('/shared-figures', { question, remark: '', pinned: false, ...more });
    const read = (figureId: string) =>
      ask<SharedFigureAnswer>(stack.apiUrl, 'GET', `/api/v1/public/figures/${figureId}`);

    it('is open to all and shows what is published, nothing exact', async () => {
      const { status, body: figure } = await share(anna);
      expect([status, figure]).toMatchObject([201, { question, pinned: false, madeBy: 'anna-hub' }]);
      const { body } = await read(figure.figureId);
      const published = await amelie.get('/monitoring/published/cubes/opened?by=difficulty-group&grain=total');
      expect(body.answer).toEqual(published.body);
      expect(body.answer.standing.tier).toBe('published');
      const counts = body.answer.rows.flatMap((row) => row.counts);
      expect(counts.length).toBeGreaterThan(0);
      expect(counts.every((count) => count % body.answer.standing.base === 0)).toBe(true);
      expect(JSON.stringify(body)).not.toContain('anna-hub');
    });

    it('is made by analysts, of a question that the published figures answer, without naming anybody', async () => {
      expect((await share(amelie)).status).toBe(403);
      const foreign = await share(anna, { question: { ...question, by: ['hop'] } });
      expect([foreign.status, foreign.problem.errors?.[0]?.path]).toEqual([422, 'by']);
      const crossed = await share(anna, { question: { ...question, by: ['area', 'size-group'], grain: 'month' } });
      expect(crossed.status).toBe(422);
      expect((await share(anna, { remark: 'Mail jan.peeters@example.com' })).problem.code).toBe('identifier-found');
    });

    it('stands in the packs that are made while it is pinned, and stays in them', async () => {
      const { body: figure } = await share(anna, { remark: 'Look at the groups' });
      expect(
        (await sofie.put<SharedFigure>(`/shared-figures/${figure.figureId}/pinned`, { pinned: true })).body,
      ).toEqual({
        ...figure,
        pinned: true,
      });
      const { body: pack } = await make(sofie, 'en');
      expect(await pageOf(pack)).toContain('Look at the groups');
      expect((await anna.delete(`/shared-figures/${figure.figureId}`)).status).toBe(204);
      expect((await read(figure.figureId)).status).toBe(404);
      expect((await amelie.get<PackCheck>(`/packs/${pack.packId}/check`)).body.same).toBe(true);
      const { body: later } = await make(sofie, 'en');
      expect(await pageOf(later)).not.toContain('Look at the groups');
    });

    it('is taken back by who made it or by coordinators', async () => {
      const { body: own } = await share(sofie);
      expect((await anna.delete(`/shared-figures/${own.figureId}`)).status).toBe(403);
      expect((await sofie.delete(`/shared-figures/${own.figureId}`)).status).toBe(204);
      expect((await anna.get<SharedFigure[]>('/shared-figures')).body.map((one) => one.figureId)).not.toContain(
        own.figureId,
      );
    });
  });
}
