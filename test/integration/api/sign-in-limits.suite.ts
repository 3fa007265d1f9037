import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { networkLimits } from '#domain/people';
import { createDataSource } from '#persistence/kernel';
import { type Answer, ask } from '../../support/http.js';
import type { System } from '../../support/system.js';

/** Of a link that nobody was sent. */
const secret = 'never-sent-to-anybody0';

/** How often one may try to come in from one place. */
export function signInLimits(system: () => System): void {
  let apiUrl: string;
  let source: DataSource;

  beforeAll(async () => {
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 1 }).initialize();
  });

  beforeEach(async () => {
    await source.query('TRUNCATE relais.throttle');
  });

  afterAll(async () => {
    await source?.query('TRUNCATE relais.throttle');
    await source?.destroy();
  });

  const open = (path: string, body: unknown, headers = {}): Promise<Answer<unknown>> =>
    ask(apiUrl, 'POST', `/api/v1/${path}`, { body, headers, language: 'en' });

  describe('a network address', () => {
    /** So often has it asked in this window, and in the next, which may begin meanwhile. */
    const asked = (what: string, count: number) =>
      source.query(
        `INSERT INTO relais.throttle (key, window_start, count)
         SELECT $1, date_bin(make_interval(mins => $3), now(), timestamptz 'epoch') + make_interval(mins => $3) * next, $2
           FROM generate_series(0, 1) AS next`,
        [`${what} 127.0.0.1`, count, networkLimits.minutes],
      );

    it.each([
      [
        'codes',
        () =>
          open(
            'sign-in/codes',
            { mail: 'nobody@nowhere.example', language: 'fr' },
            { 'x-forwarded-for': '203.0.113.9' },
          ),
        200,
      ],
      ['uses', () => open('sign-in/codes/use', { by: 'link', secret }), 403],
      ['uses', () => open('sign-in/links', { secret }), 403],
      ['flows', () => open('sign-in/providers/nowhere', { purpose: 'sign-in' }), 404],
      ['joins', () => open('invitations/look', { secret }), 404],
      ['joins', () => open('invitations/accept', { secret, name: 'Noor' }), 404],
    ] as const)('that asks for too many %s is told when to ask again', async (what, send, status) => {
      await asked(what, networkLimits[what] - 1);
      expect((await send()).status).toBe(status);
      const answer = await send();
      expect([answer.status, answer.problem.code]).toEqual([429, 'too-many-tries']);
      const wait = Number(answer.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(networkLimits.minutes * 60);
      expect(answer.problem.detail).toMatch(/try again in \d+\u00a0min/);
    });
  });
}
