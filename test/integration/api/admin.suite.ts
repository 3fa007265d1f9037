import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Letter, MailView, OwnData, TrailEntry } from '#contracts/people';
import { type Client, signIn } from '../../support/http.js';
import type { System } from '../../support/system.js';

/** What an administrator looks after: whether mails leave, and whether files may. */
export function admin(system: () => System): void {
  let administrator: Client;
  let analyst: Client;

  beforeAll(async () => {
    const { apiUrl } = system().stack;
    administrator = await signIn(apiUrl, 'admin-hub');
    analyst = await signIn(apiUrl, 'anna-hub');
  });

  const newest = async () => (await administrator.get<TrailEntry[]>('/audit?limit=1')).body[0];

  it('a mail to try it goes to whoever asked, in their language, and is told', async () => {
    const { person } = (await administrator.get<OwnData>('/own-data')).body;
    const before = (await administrator.get<MailView>('/mail')).body;
    expect(before).toMatchObject({ way: 'kept', server: null, from: null });
    const after = (await administrator.post<MailView>('/mail/test', undefined)).body;
    expect(Date.parse(after.sentAt ?? '')).toBeGreaterThan(Date.parse(before.sentAt ?? '1970-01-01T00:00:00.000Z'));
    const [letter] = (await administrator.get<Letter[]>('/letters')).body;
    expect(letter).toMatchObject({ to: person.mail, text: expect.stringContaining(person.name) });
    expect(await newest()).toMatchObject({
      by: { personId: 'admin-hub' },
      action: 'mail-tested',
      about: { kind: 'installation', id: 'mail' },
    });
  });

  describe('while exports are switched off', () => {
    const switchTo = (exportsAllowed: boolean) => administrator.put('/analysis/settings', { exportsAllowed });

    it('the access log does not leave from the next request on, what is one’s own does, and both switches are told', async () => {
      expect((await analyst.put('/analysis/settings', { exportsAllowed: false })).problem.code).toBe('forbidden');
      await switchTo(false);
      expect(await newest()).toMatchObject({ action: 'exports-switched-off', about: { id: 'exports' } });
      const refused = await administrator.get('/audit/lines', { language: 'en' });
      expect([refused.status, refused.problem.code]).toEqual([403, 'exports-off']);
      expect(refused.problem.detail).toContain('can switch them on under “Administration”');
      // Nobody took anything, so nothing is told of it.
      expect(await newest()).toMatchObject({ action: 'exports-switched-off' });
      expect((await analyst.get('/own-data')).status).toBe(200);
      await switchTo(true);
      expect(await newest()).toMatchObject({ action: 'exports-switched-on', by: { personId: 'admin-hub' } });
      const lines = await fetch(`${system().stack.apiUrl}/api/v1/audit/lines`, {
        headers: { cookie: administrator.cookie },
      });
      expect([lines.status, lines.headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
      await lines.body?.cancel();
    });
  });
}
