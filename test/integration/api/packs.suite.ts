import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type { Pack, PackCheck, SharedFigure, SharedFigureAnswer } from '#contracts/monitoring';
import { createDataSource, Database } from '#persistence/kernel';
import { PackPdfRepository, PackRepository } from '#persistence/monitoring';
import { chromiumStarts } from '../../support/chromium.js';
import { openStream } from '../../support/event-stream.js';
import { ask, type Client, signIn } from '../../support/http.js';
import { tablesWith } from '../../support/kept-texts.js';
import { openingsMeasured, untilMeasured } from '../../support/measured.js';
import { dayFromNow, makePack, openPack, pageOfPack, withdraw } from '../../support/packs.js';
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

  const publish = async (cases: number) => {
    const before = await openingsMeasured(database);
    await Promise.all(Array.from({ length: cases }, () => amelie.openCase()));
    await untilMeasured(database, before + cases);
    expect((await sofie.post('/monitoring/epochs', {}, { key: randomUUID() })).status).toBe(200);
  };

  describe('plenary packs', () => {
    it('need published figures, a coordinator and two days in order', async () => {
      expect((await makePack(sofie)).problem.code).toBe('nothing-published');
      expect((await makePack(amelie)).status).toBe(403);
      const swapped = await sofie.post('/packs', { since: dayFromNow(0), until: dayFromNow(-1), language: 'fr' });
      expect([swapped.status, swapped.problem.errors?.[0]?.path]).toEqual([422, 'until']);
    });

    it('are pages of their own, in both languages, with their hash', async () => {
      await publish(20);
      const { status, body: pack } = await makePack(sofie);
      expect(status).toBe(201);
      const page = await pageOfPack(amelie, pack);
      expect(createHash('sha256').update(page).digest('hex')).toBe(pack.hash);
      expect(page).toContain('Comment nous comptons');
      expect(page).toContain('Hoe we tellen');
      expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
      expect((await makePack(sofie)).body).toEqual(pack);
    });

    it('are looked at before they are made, by who makes them, and nothing is kept of that', async () => {
      const before = (await sofie.get<Pack[]>('/packs')).body;
      const path = `/api/v1/packs/preview?since=${dayFromNow(-60)}&until=${dayFromNow(0)}&language=both`;
      const look = (client: Client) => fetch(`${stack.apiUrl}${path}`, { headers: { cookie: client.cookie } });
      const seen = await look(sofie);
      expect([seen.status, seen.headers.get('content-security-policy')]).toEqual([
        200,
        expect.stringContaining("default-src 'none'"),
      ]);
      const page = await seen.text();
      expect((await look(amelie)).status).toBe(403);
      expect((await sofie.get<Pack[]>('/packs')).body).toEqual(before);
      const made = await sofie.post<Pack>('/packs', { since: dayFromNow(-60), until: dayFromNow(0), language: 'both' });
      expect(createHash('sha256').update(page).digest('hex')).toBe(made.body.hash);
    });

    it('are written byte for byte the same after more was published', async () => {
      const { body: pack } = await makePack(sofie, 'nl');
      await publish(25);
      const { body: check } = await amelie.get<PackCheck>(`/packs/${pack.packId}/check`);
      expect(check).toEqual({ hash: pack.hash, again: pack.hash, same: true });
      const { body: later } = await makePack(sofie, 'nl');
      expect(later.epoch).toBeGreaterThan(pack.epoch);
      expect(later.hash).not.toBe(pack.hash);
      expect((await amelie.get<Pack[]>('/packs')).body.map((one) => one.packId)).toContain(pack.packId);
    });

    it('are printed as tagged PDF', async () => {
      const { body: pack } = await makePack(sofie, 'fr');
      const before = chromiumStarts();
      const printed = async (client: Client) => {
        const answer = await openPack(client, pack, 'pdf');
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
        return Buffer.from(await answer.arrayBuffer());
      };
      const [pdf, other] = await Promise.all([printed(sofie), printed(amelie)]);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.includes('/StructTreeRoot')).toBe(true);
      // Made once for all who ask, and kept.
      expect(other.equals(pdf)).toBe(true);
      expect((await printed(anna)).equals(pdf)).toBe(true);
      expect(chromiumStarts() - before).toBe(1);
      const [kept] = await database.query<{ pdf: Buffer }>('SELECT pdf FROM relais.pack_pdf WHERE pack_id = $1', [
        pack.packId,
      ]);
      expect(kept?.pdf.equals(pdf)).toBe(true);
    });

    it('are withdrawn by coordinators: what they said is gone, the fact, the reason and the hash stay', async () => {
      const { body: pack } = await makePack(sofie, 'fr');
      await openPack(sofie, pack, 'pdf');
      const path = `/packs/${pack.packId}`;
      expect((await withdraw(amelie, path)).problem.code).toBe('forbidden');
      expect((await withdraw(sofie, `/packs/${randomUUID()}`)).status).toBe(404);
      const stream = await openStream(amelie);
      const { status, body: gone } = await withdraw<Pack>(sofie, path);
      expect([status, gone]).toEqual([
        200,
        { ...pack, bytes: 0, withdrawn: { at: expect.any(String), reason: 'names-somebody' } },
      ]);
      await stream.next(({ event }) => event === 'withdrawn', 'that something was withdrawn');
      stream.close();
      for (const what of ['page', 'pdf'] as const) {
        const answer = await openPack(amelie, pack, what, 'nl');
        const text = await answer.text();
        expect([answer.status, answer.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
        expect(text).toContain('iemand was erin te herkennen');
        expect(text).toContain(pack.hash);
        expect(text).not.toContain('<svg');
      }
      const check = await amelie.get(`${path}/check`, { language: 'en' });
      expect([check.status, check.problem.detail]).toEqual([
        410,
        `Withdrawn on ${gone.withdrawn?.at.slice(0, 10)}: somebody could be recognised in it.`,
      ]);
      // Once is enough, and the first reason stays.
      expect((await withdraw<Pack>(sofie, path, 'mistaken')).body).toEqual(gone);
      expect((await amelie.get<Pack[]>('/packs')).body).toContainEqual(gone);
      const kept = await database.query(
        `SELECT length(document) AS document, figures, (SELECT count(*)::int FROM relais.pack_pdf WHERE pack_id = $1) AS pdfs
           FROM relais.pack WHERE pack_id = $1`,
        [pack.packId],
      );
      expect(kept).toEqual([{ document: 0, figures: [], pdfs: 0 }]);
      const events = await until(async () => {
        const rows = await database.query<{ type: string; data: unknown }>(
          'SELECT type, data FROM projection.event_log WHERE stream = $1 AND subject = $2',
          ['platform', pack.packId],
        );
        return rows.length > 0 && rows;
      }, 'the withdrawal is an event');
      expect(events.map(({ type, data }) => [type, data])).toEqual([
        ['relais.platform.pack-withdrawn.v1', { reason: 'names-somebody', hash: pack.hash }],
      ]);
      // The same figures again are another pack.
      const { body: again } = await makePack(sofie, 'fr');
      expect([again.hash, again.withdrawn]).toEqual([pack.hash, null]);
      expect(again.packId).not.toBe(pack.packId);
    });

    it('that are withdrawn while they are printed leave no PDF, and only so many are kept', async () => {
      const { body: pack } = await makePack(sofie, 'en');
      const pdfs = new PackPdfRepository(database);
      const count = async () =>
        (await database.query<{ n: number }>('SELECT count(*)::int AS n FROM relais.pack_pdf'))[0]?.n;
      await database.query(
        `WITH other AS (
           INSERT INTO relais.pack (pack_id, since, until, language, epoch, hash, document, made_at, made_by)
           SELECT gen_random_uuid(), since, until, 'other', epoch, int4send(i), '', made_at, made_by
             FROM relais.pack, generate_series(1, 210) AS i WHERE pack_id = $1 RETURNING pack_id)
         INSERT INTO relais.pack_pdf (pack_id, template, pdf, asked_at) SELECT pack_id, '1', '', now() - interval '1 day' FROM other`,
        [pack.packId],
      );
      expect(await pdfs.printed(pack.packId, 'x', async () => Buffer.from('PDF'))).toEqual(Buffer.from('PDF'));
      expect([await count(), String(await pdfs.find(pack.packId, 'x'))]).toEqual([200, 'PDF']);
      const printed = pdfs.printed(pack.packId, 'y', async () => {
        await withdraw(sofie, `/packs/${pack.packId}`);
        return Buffer.from('PDF');
      });
      expect(await printed).toBeUndefined();
      expect([await count(), await pdfs.find(pack.packId, 'x')]).toEqual([199, undefined]);
      await database.query(`DELETE FROM relais.pack_pdf WHERE template = '1' AND pdf = ''`);
      await database.query(`DELETE FROM relais.pack WHERE language = 'other'`);
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
      const { body: pack } = await makePack(sofie, 'en');
      expect(await pageOfPack(amelie, pack)).toContain('Look at the groups');
      expect((await anna.delete(`/shared-figures/${figure.figureId}`)).status).toBe(204);
      expect((await read(figure.figureId)).status).toBe(404);
      expect((await amelie.get<PackCheck>(`/packs/${pack.packId}/check`)).body.same).toBe(true);
      const { body: later } = await makePack(sofie, 'en');
      expect(await pageOfPack(amelie, later)).not.toContain('Look at the groups');
      // Who wrote the remark may still take it out of the packs that show it.
      const path = `/shared-figures/${figure.figureId}`;
      expect((await withdraw(amelie, path)).problem.code).toBe('forbidden');
      expect((await withdraw(anna, path)).status).toBe(200);
      expect((await openPack(amelie, pack, 'page')).status).toBe(410);
    });

    it('loses its remark when that is withdrawn, and so do the packs that show it; the figure stays', async () => {
      const remark = 'Gesprek over vensterglas';
      const { body: figure } = await share(anna, { remark, pinned: true });
      const { body: pack } = await makePack(sofie, 'both');
      await openPack(sofie, pack, 'pdf');
      expect(await tablesWith(database, 'vensterglas')).toEqual(
        expect.arrayContaining(['relais.pack', 'relais.shared_figure']),
      );
      const path = `/shared-figures/${figure.figureId}`;
      expect((await withdraw(amelie, path)).problem.code).toBe('forbidden');
      const { body: gone } = await withdraw<SharedFigure>(anna, path, 'mistaken');
      const withdrawn = { at: expect.any(String), reason: 'mistaken' };
      expect(gone).toEqual({ ...figure, remark: '', withdrawn });
      expect(await tablesWith(database, 'vensterglas')).toEqual([]);
      // A pack that was written before and is stored after.
      const late = { ...pack, packId: randomUUID(), document: Buffer.from(remark), figures: [figure] };
      expect(await new PackRepository(database).store(late)).toBeUndefined();
      expect((await read(figure.figureId)).body).toMatchObject({ figure: { remark: '', withdrawn }, answer: {} });
      expect((await sofie.get<Pack>(`/packs/${pack.packId}`)).body.withdrawn).toEqual(withdrawn);
      const { body: later } = await makePack(sofie, 'both');
      expect(later.packId).not.toBe(pack.packId);
      expect(await pageOfPack(amelie, later)).not.toContain('vensterglas');
      expect((await sofie.delete(path)).status).toBe(204);
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
