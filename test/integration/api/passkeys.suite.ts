import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { OwnSession, PasskeyAsked, PasskeyLine } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { Authenticator } from '../../support/authenticator.js';
import { openStream } from '../../support/event-stream.js';
import { type Answer, Client, signIn } from '../../support/http.js';
import { auditOf } from '../../support/invited.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { publicUrl } from './contracts.suite.js';

/** Those whose rights take a second proof of who they are. */
export function passkeys(system: () => System): void {
  let stack: Stack;
  let source: DataSource;

  beforeAll(async () => {
    stack = system().stack;
    source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
  });

  afterAll(async () => {
    await source?.query('DELETE FROM relais.passkey');
    await source?.destroy();
  });

  /** Signs somebody in as houses do, and not as a persona. */
  async function signInByMail(personId: string): Promise<Client> {
    const client = await signIn(stack.apiUrl, personId);
    const { sessionId } = (await client.get<OwnSession>('/session')).body;
    await source.query(`UPDATE relais.session SET way = 'mail' WHERE session_id = $1`, [sessionId]);
    return client;
  }

  const asked = async (client: Client, path: string) =>
    (await client.post<PasskeyAsked>(`/passkeys/${path}`, {})).body.options;

  /** The client with the secret that an answer brought. */
  const renewed = ({ headers }: Answer<unknown>) =>
    new Client(stack.apiUrl, headers.get('set-cookie')?.split(';')[0] ?? '');

  const opensNothing = async (client: Client) => {
    for (const path of ['/cases', '/operations', '/sessions', '/stream', '/audit/own']) {
      expect([path, (await client.get(path)).problem.code]).toEqual([path, 'passkey-needed']);
    }
  };

  describe('a passkey', () => {
    it('is made by whose rights take one before anything else opens, and shown from then on', async () => {
      const device = new Authenticator(publicUrl);
      const first = await signInByMail('sofie-hub');
      expect((await first.get<OwnSession>('/session')).body.passkey).toBe('awaited');
      await opensNothing(first);
      const made = await first.post<OwnSession>('/passkeys', device.make(await asked(first, 'making')));
      expect([made.status, made.body.passkey]).toEqual([201, 'shown']);
      expect((await renewed(made).get('/operations')).status).toBe(200);

      const second = await signInByMail('sofie-hub');
      await opensNothing(second);
      // Whoever has only the mailbox of the person makes no passkey of their own.
      expect((await second.post('/passkeys/making', {})).problem.code).toBe('passkey-needed');
      const theirs = new Authenticator(publicUrl).make(await asked(second, 'showing'));
      expect((await second.post('/passkeys', theirs)).problem.code).toBe('passkey-needed');
      const unseen = device.show(await asked(second, 'showing'), { verified: false });
      expect((await second.post('/passkeys/shown', unseen)).problem.code).toBe('passkey-refused');
      const forged = device.show(await asked(second, 'showing'), { forged: true });
      expect((await second.post('/passkeys/shown', forged)).problem.code).toBe('passkey-refused');
      const used = device.show(await asked(second, 'showing'));
      const shown = await second.post<OwnSession>('/passkeys/shown', used);
      expect([shown.status, shown.body.passkey]).toEqual([200, 'shown']);
      const whole = renewed(shown);
      expect((await whole.get('/operations')).status).toBe(200);
      const [line] = (await whole.get<PasskeyLine[]>('/passkeys')).body;
      expect(line?.usedAt).not.toBeNull();
      // What was signed counts once.
      expect((await whole.post('/passkeys/shown', used)).problem.code).toBe('passkey-late');
      expect((await whole.delete(`/passkeys/${line?.passkeyId ?? ''}`)).problem.code).toBe('passkey-last');
      expect(await auditOf(source, `passkey:${line?.passkeyId}`)).toEqual([
        ['sofie-hub', 'passkey-made', null],
        ['sofie-hub', 'passkey-used', null],
      ]);
    });

    it.each([
      ['of another site', new Authenticator('https://relais.evil.example'), {}],
      ['of a device that did not look who is there', new Authenticator(publicUrl), { verified: false }],
      ['for which another key vouches', new Authenticator(publicUrl), { forged: true }],
    ])('%s is refused', async (_, device, how) => {
      const client = await signInByMail('admin-hub');
      const made = device.make(await asked(client, 'making'), how);
      expect((await client.post('/passkeys', made)).problem.code).toBe('passkey-refused');
      await opensNothing(client);
    });

    it('of somebody else is refused', async () => {
      const device = new Authenticator(publicUrl);
      const sander = await signInByMail('anna-hub');
      await sander.post('/passkeys', device.make(await asked(sander, 'making')));
      const other = new Authenticator(publicUrl);
      const admin = await signInByMail('admin-hub');
      const whole = renewed(await admin.post('/passkeys', other.make(await asked(admin, 'making'))));
      const again = await signInByMail('admin-hub');
      expect((await again.post('/passkeys/shown', device.show(await asked(again, 'showing')))).problem.code).toBe(
        'passkey-refused',
      );
      await opensNothing(again);
      const late = other.show({ challenge: 'AAAA' });
      expect((await again.post('/passkeys/shown', late)).problem.code).toBe('passkey-late');
      const [line] = (await whole.get<PasskeyLine[]>('/passkeys')).body;
      expect((await sander.delete(`/passkeys/${line?.passkeyId ?? ''}`)).status).not.toBe(204);
    });

    it('is shown again before what leaves or changes more than the work of a day', async () => {
      const device = new Authenticator(publicUrl);
      await source.query('DELETE FROM relais.passkey');
      const client = await signInByMail('sofie-hub');
      const whole = renewed(await client.post('/passkeys', device.make(await asked(client, 'making'))));
      expect((await whole.post('/imports', 'reference\n1\n')).status).toBe(422);
      await source.query(
        `UPDATE relais.session SET passkey_at = now() - interval '10 minutes' WHERE passkey_at IS NOT NULL`,
      );
      expect((await whole.post('/imports', 'reference\n1\n')).problem.code).toBe('proof-needed');
      expect((await whole.get('/operations')).status).toBe(200);
      // Nor does whoever comes to a screen that was left open take a passkey away.
      const [own] = (await whole.get<PasskeyLine[]>('/passkeys')).body;
      expect((await whole.delete(`/passkeys/${own?.passkeyId ?? ''}`)).problem.code).toBe('proof-needed');
      const shown = await whole.post('/passkeys/shown', device.show(await asked(whole, 'showing')));
      expect((await renewed(shown).post('/imports', 'reference\n1\n')).status).toBe(422);
    });

    it('stays as the last one of whose rights take one, also when two are removed at the same moment', async () => {
      await source.query('DELETE FROM relais.passkey');
      const client = await signInByMail('sofie-hub');
      const one = new Authenticator(publicUrl);
      const whole = renewed(await client.post('/passkeys', one.make(await asked(client, 'making'))));
      const again = renewed(await whole.post('/passkeys', one.make(await asked(whole, 'making'))));
      const lines = (await again.get<PasskeyLine[]>('/passkeys')).body;
      const answers = await Promise.all(lines.map(({ passkeyId }) => again.delete(`/passkeys/${passkeyId}`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect((await again.get<PasskeyLine[]>('/passkeys')).body).toHaveLength(1);
    });

    it('that is lost is removed by an administrator, and ends what is open; the next sign-in makes another', async () => {
      const device = new Authenticator(publicUrl);
      await source.query('DELETE FROM relais.passkey');
      const client = await signInByMail('anna-hub');
      const whole = renewed(await client.post('/passkeys', device.make(await asked(client, 'making'))));
      expect((await whole.delete('/passkeys/of/anna-hub')).problem.code).toBe('forbidden');
      const administrator = await signIn(stack.apiUrl, 'admin-hub');
      expect((await administrator.delete('/passkeys/of/anna-hub')).status).toBe(204);
      expect((await auditOf(source, 'person:anna-hub')).at(-1)).toEqual(['admin-hub', 'passkeys-reset', null]);
      expect((await whole.get('/session')).problem.code).toBe('signed-out');
      const again = await signInByMail('anna-hub');
      expect((await again.get<PasskeyLine[]>('/passkeys')).body).toEqual([]);
      expect((await again.post('/passkeys/making', {})).status).toBe(200);
    });

    it('that is signed after five minutes is late', async () => {
      const client = await signInByMail('tom-ucm');
      const options = await asked(client, 'making');
      await source.query(
        `UPDATE relais.session SET challenged_at = now() - interval '5 minutes' WHERE challenge IS NOT NULL`,
      );
      const late = await client.post('/passkeys', new Authenticator(publicUrl).make(options));
      expect(late.problem.code).toBe('passkey-late');
    });

    it('is asked as soon as somebody has rights that take one, also of a stream that is open', async () => {
      const client = await signInByMail('tom-ucm');
      const { membership } = (await client.get<OwnSession>('/session')).body;
      const change = (roles: string) =>
        source.query(`UPDATE relais.membership SET roles = $2 WHERE membership_id = $1`, [
          membership.membershipId,
          roles,
        ]);
      const live = await openStream(client);
      try {
        await change('{actor,analyst}');
        await live.ended;
        expect((await client.get('/cases')).problem.code).toBe('passkey-needed');
      } finally {
        await change('{actor}');
      }
    });

    it('may be had by everybody, who removes their last one as they like', async () => {
      const device = new Authenticator(publicUrl);
      const client = await signInByMail('tom-ucm');
      const whole = renewed(await client.post('/passkeys', device.make(await asked(client, 'making'))));
      const [line] = (await whole.get<PasskeyLine[]>('/passkeys')).body;
      expect((await whole.delete(`/passkeys/${line?.passkeyId ?? ''}`)).status).toBe(204);
      expect((await auditOf(source, `passkey:${line?.passkeyId}`)).at(-1)).toEqual([
        'tom-ucm',
        'passkey-removed',
        null,
      ]);
      expect((await whole.post('/passkeys/showing', {})).problem.code).toBe('passkey-none');
    });
  });
}
