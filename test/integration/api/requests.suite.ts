import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { pathOf, type Route, routes } from '../../support/hostile.js';
import { ask, Client, signIn } from '../../support/http.js';
import { openStream } from '../../support/event-stream.js';
import type { System } from '../../support/system.js';
import { publicUrl } from './contracts.suite.js';

/** What everybody who is signed in may read, a member of an organisation without a service too. */
const openToMembers = [
  'DELETE /api/v1/accounts/{accountId}',
  'GET /api/v1/accounts',
  'POST /api/v1/accounts',
  'GET /api/v1/cases/{caseId}',
  'GET /api/v1/cases/{caseId}/timeline',
  'POST /api/v1/cases/{caseId}/commands',
  'GET /api/v1/audit/own',
  'GET /api/v1/contracts',
  'GET /api/v1/contracts/asyncapi.json',
  'GET /api/v1/directory/organisations',
  'GET /api/v1/directory/services',
  'GET /api/v1/monitoring/published/cubes/{cube}',
  'GET /api/v1/monitoring/published/cubes/{cube}.csv',
  'GET /api/v1/monitoring/published/cubes/{cube}.xlsx',
  'GET /api/v1/monitoring/published/epochs',
  'GET /api/v1/monitoring/published/epochs/{epochId}',
  'GET /api/v1/own-data',
  'GET /api/v1/own-data/erasure',
  'GET /api/v1/own-data/mail',
  'POST /api/v1/own-data/erasure',
  'POST /api/v1/own-data/mail',
  'PUT /api/v1/own-data/mail',
  'PUT /api/v1/own-data',
  'GET /api/v1/outside/businesses',
  'GET /api/v1/outside/series',
  'GET /api/v1/outside/series/{seriesId}',
  'GET /api/v1/outside/series/{seriesId}.csv',
  'GET /api/v1/outside/series/{seriesId}.xlsx',
  'DELETE /api/v1/passkeys/{passkeyId}',
  'GET /api/v1/passkeys',
  'POST /api/v1/passkeys',
  'POST /api/v1/passkeys/making',
  'POST /api/v1/passkeys/showing',
  'POST /api/v1/passkeys/shown',
  'GET /api/v1/packs',
  'GET /api/v1/packs/{packId}',
  'GET /api/v1/packs/{packId}/check',
  'GET /api/v1/packs/{packId}/page',
  'GET /api/v1/packs/{packId}/pdf',
  'POST /api/v1/packs/{packId}/withdrawal',
  'DELETE /api/v1/sessions',
  'DELETE /api/v1/sessions/{sessionId}',
  'GET /api/v1/session',
  'GET /api/v1/sessions',
  'GET /api/v1/shared-figures',
  'POST /api/v1/shared-figures/{figureId}/withdrawal',
  'PUT /api/v1/session',
  'GET /api/v1/stream',
];

/** What nobody needs to sign in for. */
const openToAll = [
  'DELETE /api/v1/session',
  'GET /api/v1/accessibility',
  'GET /api/v1/letters',
  'GET /api/v1/public/figures/{figureId}',
  'GET /api/v1/public/monitoring/cubes/{cube}',
  'GET /api/v1/public/monitoring/epochs',
  'GET /api/v1/public/monitoring/epochs/{epochId}',
  'GET /api/v1/session/personas',
  'GET /api/v1/sign-in',
  'GET /api/v1/sign-in/callback',
  'POST /api/v1/sign-in/providers/{providerId}',
  'GET /schemas/{type}',
  'POST /api/v1/invitations/accept',
  'POST /api/v1/invitations/look',
  'POST /api/v1/session',
  'POST /api/v1/sign-in/codes',
  'POST /api/v1/sign-in/codes/use',
  'POST /api/v1/sign-in/links',
];

/** How the API meets requests, whatever they ask. */
export function requests(system: () => System): void {
  let apiUrl: string;
  let coordinator: Client;
  let member: Client;

  beforeAll(async () => {
    ({ apiUrl } = system().stack);
    coordinator = await signIn(apiUrl, 'sofie-hub');
    member = await signIn(apiUrl, 'mark-febelfin');
  });

  /** Asks with nothing as it should be: every part of the path, the query and the body. */
  function askBadly(route: Route, cookie: string) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'NO%20SUCH'] as const);
    const path = `${pathOf(route, Object.fromEntries(names))}?nonsense=1`;
    const type: Record<string, string> = route.takes === undefined ? {} : { 'content-type': 'application/json' };
    return ask(apiUrl, route.method, path, {
      headers: { cookie, ...type },
      ...(route.takes !== undefined && { body: { nonsense: true } }),
    });
  }

  describe('who may not ask is told so, whatever else is wrong', () => {
    it.each(routes())('$name', async (route) => {
      const isOpen = openToAll.includes(route.name);
      const mayMember = isOpen || openToMembers.includes(route.name);
      const [nobodys, members] = [await askBadly(route, ''), await askBadly(route, member.cookie)];
      expect(nobodys.status === 401).toBe(!isOpen);
      expect(members.status === 403).toBe(!mayMember);
      expect(mayMember ? members.problem.code : 'bad-input').toBe('bad-input');
    });
  });

  describe('an address written otherwise', () => {
    it.each(['/API/v1/session', '/Api/v1/session', '/api/V1/session', '/%61pi/v1/session', '//api/v1/session'])(
      '%s leads nowhere',
      async (path) => {
        const headers = { cookie: coordinator.cookie, accept: 'application/json' };
        const { status, problem } = await ask(apiUrl, 'GET', path, { headers });
        expect([status, problem?.code]).toEqual([404, 'not-found']);
      },
    );

    it('no answer that needs a session is kept by anybody', async () => {
      const reading = routes().filter(({ name, method }) => method === 'GET' && !openToAll.includes(name));
      for (const route of reading) {
        const { status, headers } = await ask(apiUrl, 'HEAD', pathOf(route), {
          headers: { cookie: coordinator.cookie },
        });
        expect({ [route.name]: [status < 500, headers.get('cache-control')] }).toEqual({
          [route.name]: [true, expect.stringContaining('no-store')],
        });
      }
    });
  });

  describe('a stream', () => {
    it.each(['/stream', '/analysis/events/tail'])('%s has a head that ends', async (path) => {
      const { status, headers } = await ask(apiUrl, 'HEAD', `/api/v1${path}`, {
        headers: { cookie: coordinator.cookie },
      });
      expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    });
  });

  describe('a body', () => {
    /** What is answered to a request of which nothing follows its head. */
    function answerTo(
      method: string,
      path: string,
      length: number,
      cookie: string,
      type = 'text/csv',
    ): Promise<string> {
      const { hostname, port } = new URL(apiUrl);
      return new Promise((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => {
          const head = [
            `${method} ${path} HTTP/1.1`,
            `host: ${hostname}:${port}`,
            `content-type: ${type}`,
            `content-length: ${length}`,
            `idempotency-key: ${randomUUID()}`,
            `cookie: ${cookie}`,
          ];
          socket.write(`${head.join('\r\n')}\r\n\r\nx`);
        });
        socket.once('data', (bytes) => {
          socket.destroy();
          resolve(bytes.toString('latin1').split('\r\n', 1).join());
        });
        socket.once('error', reject);
      });
    }

    it.each([
      ['nobody', 'POST', '/api/v1/imports', 19_000_000, 'HTTP/1.1 401 Unauthorized'],
      ['nobody', 'POST', '/api/v1/cases', 200_000, 'HTTP/1.1 401 Unauthorized'],
      ['member', 'POST', '/api/v1/imports', 19_000_000, 'HTTP/1.1 403 Forbidden'],
      ['member', 'POST', '/api/v1/outside/series', 4_000_000, 'HTTP/1.1 403 Forbidden'],
      ['coordinator', 'POST', '/api/v1/imports', 21_000_000, 'HTTP/1.1 413 Payload Too Large'],
    ])('of %s to %s %s with %d bytes is not waited for', async (who, method, path, length, status) => {
      const cookies: Record<string, string> = { member: member.cookie, coordinator: coordinator.cookie };
      expect(await answerTo(method, path, length, cookies[who] ?? '')).toBe(status);
    });

    it.each([
      ['application/json', '{"kind":', 400, 'not JSON'],
      ['application/json', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 400, 'not JSON'],
      ['application/json; charset=latin1', '{}', 415, 'send application/json'],
      ['text/csv', 'a\n', 415, 'send application/json'],
      ['application/json', JSON.stringify({ name: 'x'.repeat(300_000) }), 413, 'at most 256 KiB'],
    ])('of %s that cannot be read is told with what to send', async (type, body, status, sentence) => {
      const response = await fetch(`${apiUrl}/api/v1/analysis/saved`, {
        method: 'POST',
        headers: { cookie: coordinator.cookie, 'content-type': type, 'accept-language': 'en' },
        body,
      });
      const problem = (await response.json()) as { detail: string };
      expect([response.status, problem.detail]).toEqual([status, expect.stringContaining(sentence)]);
    });
  });

  describe('a session', () => {
    it('ends when its browser signs in again, with what it had open', async () => {
      const first = await signIn(apiUrl, 'tom-ucm');
      const stream = await openStream(first);
      const again = await ask(apiUrl, 'POST', '/api/v1/session', {
        body: { personId: 'brigitte-bemediation' },
        headers: { cookie: first.cookie },
      });
      expect(again.status).toBe(200);
      await stream.ended;
      expect((await first.get('/session')).problem.code).toBe('signed-out');
      const [cookie = ''] = (again.headers.get('set-cookie') ?? '').split(';');
      expect((await new Client(apiUrl, cookie).get('/session')).status).toBe(200);
    });

    it('stays when signing in fails', async () => {
      const client = await signIn(apiUrl, 'tom-ucm');
      const { status } = await client.post('/session', { personId: 'nobody' });
      expect([status, (await client.get('/session')).status]).toEqual([404, 200]);
    });
  });

  describe('a name', () => {
    function under(host: string, path: string): Promise<IncomingMessage> {
      const { hostname, port } = new URL(apiUrl);
      return new Promise((resolve, reject) => {
        const headers = { host, origin: `http://${host}`, 'content-type': 'application/json' };
        const asked = httpRequest({ hostname, port, path, method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response);
        });
        asked.once('error', reject);
        asked.end(JSON.stringify({ personId: 'nobody' }));
      });
    }

    it.each([
      ['rebound.example', 421],
      ['localhost.rebound.example', 421],
      ['127.0.0.1.rebound.example:80', 421],
      [new URL(publicUrl).host, 404],
      ['localhost:8400', 404],
      ['127.0.0.1', 404],
      ['[::1]:8400', 404],
    ])('%s of ours or of others', async (host, status) => {
      expect((await under(host, '/api/v1/session')).statusCode).toBe(status);
    });
  });

  describe('what is asked', () => {
    it.each([
      ['/analysis/events?to=2026-01-01T00:00:00.000Z', 'to', 'this address knows: stream, type, from, until'],
      ['/monitoring/published/cubes/opened?where[]=stage:distress', 'where[]', 'this address knows: by, where'],
      ['/directory/organisations?q=x', 'q', 'this address takes no parameters'],
      ['/analysis/events?from=2026-02-01T00:00:00.000Z&until=2026-01-01T00:00:00.000Z', 'until', 'is before the first'],
    ])('%s is refused with a sentence', async (path, place, sentence) => {
      const { status, problem } = await coordinator.get(path, { language: 'en' });
      expect([status, problem.errors]).toEqual([422, [{ path: place, message: expect.stringContaining(sentence) }]]);
    });

    it.each([
      [{}, 400, 'key-missing', 'is missing'],
      [{ 'idempotency-key': 'short' }, 422, 'bad-input', 'write a key of 8 to 100'],
      [{ 'idempotency-key': 'long-enough', 'idempotency-attempt': 'twice' }, 422, 'bad-input', 'number of attempts'],
    ])('with the headers %o is answered with what is wrong with them', async (headers, status, code, sentence) => {
      const { problem } = await coordinator.post('/monitoring/epochs', {}, { headers, language: 'en' });
      expect(problem).toMatchObject({ status, code, detail: expect.stringContaining(sentence) });
    });
  });
}
