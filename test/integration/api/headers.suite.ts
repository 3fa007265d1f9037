import { describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { ask } from '../../support/http.js';
import type { System } from '../../support/system.js';

/** What browsers are told with every answer. */
export function headers(system: () => System): void {
  const asked = (path: string, method: string) =>
    new Promise<{ readonly status: number; readonly headers: Record<string, unknown>; readonly text: string }>(
      (resolve, reject) => {
        const call = request(new URL(path, system().stack.apiUrl), { method }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        });
        call.once('error', reject).end();
      },
    );

  describe('every answer', () => {
    it.each(['/', '/api/v1/sign-in', '/api/v1/cases', '/api/v1/nowhere', '/assets/', '/health/live'])(
      '%s tells browsers to keep to this place, and is taken for nothing else',
      async (path) => {
        const { headers: told } = await asked(path, 'GET');
        const policy = String(told['content-security-policy']).split(';');
        expect(policy).toEqual(
          expect.arrayContaining([
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
          ]),
        );
        expect(told).toMatchObject({
          'strict-transport-security': 'max-age=31536000; includeSubDomains',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        });
        expect(told['access-control-allow-origin']).toBeUndefined();
        expect(told['location']).toBeUndefined();
      },
    );

    it('to an address that is too long to be read says what to do', async () => {
      const { status, headers: told, text } = await asked(`/api/v1/sign-in?where=${'x'.repeat(20_000)}`, 'GET');
      expect([status, told['x-content-type-options'], JSON.parse(text)]).toEqual([
        400,
        'nosniff',
        expect.objectContaining({ code: 'bad-input', detail: expect.stringContaining('raccourcissez') }),
      ]);
    });

    it('gives a session by a cookie that stays with this host, and away from scripts and other sites', async () => {
      const { headers: told } = await ask(system().stack.apiUrl, 'POST', '/api/v1/session', {
        body: { personId: 'tom-ucm' },
      });
      const [secret, ...rest] = (told.get('set-cookie') ?? '').split('; ');
      expect(secret).toMatch(/^__Host-relais=[\w-]{43}$/);
      expect(rest).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));
      expect(rest.join()).not.toContain('Domain');
    });

    it('repeats nothing of a request that asks for it', async () => {
      const { status, text } = await asked('/api/v1/sign-in', 'TRACE');
      expect([status >= 400, text.includes('TRACE')]).toEqual([true, false]);
    });
  });
}
