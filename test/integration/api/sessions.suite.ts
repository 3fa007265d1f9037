import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Session } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { openStream } from '../../support/event-stream.js';
import { ask, Client, signIn } from '../../support/http.js';
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
      expect((await client.get('/session')).status).toBe(200);
      expect((await client.delete('/session')).status).toBe(204);
      expect((await client.get('/session')).problem.code).toBe('signed-out');
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

    it('are used by pages of this host', async () => {
      const answer = await (
        await signIn(stack.apiUrl, 'amelie-beci')
      ).post('/cases', {}, { headers: { origin: stack.apiUrl }, key: randomUUID() });
      expect(answer.problem.code).toBe('bad-input');
    });
  });
}
