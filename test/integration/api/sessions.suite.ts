import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Session, SessionLine } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { openStream } from '../../support/event-stream.js';
import { ask, Client, signIn } from '../../support/http.js';
import { auditOf } from '../../support/invited.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';

let stack: Stack;
let source: DataSource;

/** Who is signed in, and from which pages. */
export function sessions(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
  });

  afterAll(async () => {
    await source?.destroy();
  });

  describe('sessions', () => {
    it('end with signing out', async () => {
      const client = await signIn(stack.apiUrl, 'tom-ucm');
      const { status, body } = await client.get<Session>('/session');
      expect(status).toBe(200);
      expect((await client.delete('/session')).status).toBe(204);
      expect((await client.get('/session')).problem.code).toBe('signed-out');
      expect(await auditOf(source, `session:${body.sessionId}`)).toEqual([
        ['tom-ucm', 'signed-in', 'persona'],
        ['tom-ucm', 'signed-out', null],
      ]);
    });

    it('are not opened for somebody unknown, and a cookie of nobody opens nothing', async () => {
      const unknown = await ask(stack.apiUrl, 'POST', '/api/v1/session', { body: { personId: 'nobody' } });
      expect(unknown.status).toBe(404);
      expect((await new Client(stack.apiUrl, '__Host-relais=guess').get('/session')).status).toBe(401);
    });

    it.each([
      [{ origin: 'https://elsewhere.example' }, 403],
      [{ origin: 'null' }, 403],
      [{ 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'sec-fetch-site': 'same-site' }, 403],
      [{ 'sec-fetch-site': 'same-origin' }, 200],
      [{}, 200],
    ])('are used by pages of the same origin only: %o', async (headers, status) => {
      const capacity = { capacity: 'available' };
      const answer = await (
        await signIn(stack.apiUrl, 'brigitte-bemediation')
      ).put('/directory/services/bemediation-mediation/capacity', capacity, {
        headers,
      });
      expect(answer.status).toBe(status);
    });

    it('have the rights that their membership gives now, at the next request and in an open stream', async () => {
      const client = await signIn(stack.apiUrl, 'tom-ucm');
      const { membership } = (await client.get<Session>('/session')).body;
      const change = (set: string) =>
        source.query(`UPDATE relais.membership SET ${set} WHERE membership_id = $1`, [membership.membershipId]);
      const live = await openStream(client);
      expect((await client.get('/operations')).status).toBe(403);
      try {
        await change(`roles = '{actor,coordinator}'`);
        expect((await client.get('/operations')).status).toBe(200);
        await live.next(({ event }) => event === 'session', 'the open stream is told');
        await (await signIn(stack.apiUrl, 'amelie-beci')).openCase();
        await live.next(({ event }) => event === 'case', 'it tells what a coordinator may know');
        await change('valid_until = now()');
        await live.ended;
        expect((await client.get('/session')).problem.code).toBe('signed-out');
      } finally {
        await change(`roles = '{actor}', valid_until = NULL`);
      }
    });

    it('have another secret once the rights of their person changed, and the one before only for what is on its way', async () => {
      const client = await signIn(stack.apiUrl, 'eva-finance');
      await source.query(`UPDATE relais.membership SET roles = '{actor,member}' WHERE person_id = 'eva-finance'`);
      try {
        const [one, another] = await Promise.all([client.get('/session'), client.get<Session>('/session')]);
        const given = [one, another].flatMap(({ headers }) => headers.get('set-cookie') ?? []);
        expect([one.status, another.status, given.length]).toEqual([200, 200, 1]);
        const renewed = new Client(stack.apiUrl, given[0]?.split(';')[0] ?? '');
        const { headers, body } = await renewed.get<Session>('/session');
        expect([headers.get('set-cookie'), body.sessionId]).toEqual([null, another.body.sessionId]);
        const [{ seconds } = { seconds: 0 }] = await source.query<{ seconds: number }[]>(
          `SELECT extract(epoch FROM expires_at - now())::float AS seconds FROM relais.session
            WHERE person_id = 'eva-finance' AND is_replaced`,
        );
        expect(seconds).toBeLessThanOrEqual(30);
        expect((await client.get('/session')).status).toBe(200);
        await source.query(
          `UPDATE relais.session SET expires_at = now() WHERE person_id = 'eva-finance' AND is_replaced`,
        );
        expect((await client.get('/session')).problem.code).toBe('signed-out');
        expect((await renewed.delete('/session')).status).toBe(204);
        expect((await client.get('/session')).problem.code).toBe('signed-out');
      } finally {
        await source.query(`UPDATE relais.membership SET roles = '{actor}' WHERE person_id = 'eva-finance'`);
      }
    });

    it('last as long as their person is there, and not as long as a page asks by itself', async () => {
      const client = await signIn(stack.apiUrl, 'eva-finance');
      const unseenFor = (minutes: number) =>
        source.query(
          `UPDATE relais.session SET seen_at = now() - make_interval(mins => $1) WHERE person_id = 'eva-finance'`,
          [minutes],
        );
      const endsIn = async (headers: Record<string, string>) => {
        const { body } = await client.get<Session>('/session', { headers });
        return Math.round((Date.parse(body.endsAt) - Date.now()) / 60_000);
      };
      await unseenFor(50);
      (await openStream(client)).close();
      expect(await endsIn({ 'relais-unattended': '1' })).toBe(10);
      expect(await endsIn({})).toBe(60);
      await unseenFor(50);
      const live = await openStream(client);
      await unseenFor(60);
      expect((await client.get('/session')).problem.code).toBe('signed-out');
      await source.query(`UPDATE relais.membership SET roles = roles WHERE person_id = 'eva-finance'`);
      await live.ended;
    });

    it('are listed to their person, who ends those elsewhere', async () => {
      await source.query(`DELETE FROM relais.session WHERE person_id = 'eva-finance'`);
      const [here, there, third] = [
        await signIn(stack.apiUrl, 'eva-finance'),
        await signIn(stack.apiUrl, 'eva-finance'),
        await signIn(stack.apiUrl, 'eva-finance'),
      ];
      const stranger = await signIn(stack.apiUrl, 'tom-ucm');
      const list = async () => (await here.get<SessionLine[]>('/sessions')).body;
      const idOf = async (client: Client) => (await client.get<Session>('/session')).body.sessionId;
      const lines = await list();
      expect(lines.map(({ current, way }) => [current, way])).toEqual([
        [false, 'persona'],
        [false, 'persona'],
        [true, 'persona'],
      ]);
      const live = await openStream(there);
      const ended = await idOf(there);
      expect((await stranger.delete(`/sessions/${ended}`)).status).toBe(204);
      expect((await there.get('/session')).status).toBe(200);
      expect((await here.delete(`/sessions/${ended}`)).status).toBe(204);
      await live.ended;
      expect((await auditOf(source, `session:${ended}`)).at(-1)).toEqual(['eva-finance', 'session-revoked', null]);
      expect((await there.get('/session')).problem.code).toBe('signed-out');
      expect((await here.delete('/sessions')).status).toBe(204);
      expect((await third.get('/session')).problem.code).toBe('signed-out');
      expect(await list()).toMatchObject([{ current: true }]);
    });

    it('are used by pages of this host', async () => {
      const answer = await (
        await signIn(stack.apiUrl, 'amelie-beci')
      ).post('/cases', {}, { headers: { origin: stack.apiUrl }, key: randomUUID() });
      expect(answer.problem.code).toBe('bad-input');
    });
  });
}
