import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { CodeAttempt, OwnMail } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { ask, type Client, signIn } from '../../support/http.js';
import { auditOf, letterTo, newcomer } from '../../support/invited.js';
import { codeIn } from '../../support/letters.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

const newMail = () => `${randomUUID()}@example.org`;
const never = 'ZZZZ-ZZZZ';

/** How a person gives Relais another address: it counts once the code that was sent there was typed. */
export function ownMail(system: () => System): void {
  let source: DataSource;
  let beci: Client;

  beforeAll(async () => {
    source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
    beci = await signIn(system().stack.apiUrl, 'admin-beci');
  });

  afterAll(async () => {
    await source?.destroy();
  });

  const somebody = () => newcomer({ source, inviter: beci });
  const mailOf = async (client: Client) => (await client.get<OwnMail>('/own-data/mail')).body.mail;
  const wants = (client: Client, mail: string) => client.post<CodeAttempt>('/own-data/mail', { mail });
  const types = (client: Client, attemptId: string, code: string) => client.put('/own-data/mail', { attemptId, code });
  const codeTo = async (mail: string) => codeIn((await letterTo(source, mail)).text);

  describe('another address', () => {
    it('counts once its code was typed, once, and the one of before is told and lets nobody in any more', async () => {
      const { client, personId, mail: before } = await somebody();
      const { apiUrl } = client;
      const mail = newMail();
      const signingIn = await ask<CodeAttempt>(apiUrl, 'POST', '/api/v1/sign-in/codes', {
        body: { mail: before, language: 'fr' },
      });
      await until(async () => /connexion/.test((await letterTo(source, before)).text), 'a code to sign in came');
      const signInCode = await codeTo(before);
      const { status, body } = await wants(client, mail.toUpperCase());
      expect([status, body.minutes, await mailOf(client)]).toEqual([200, 15, before]);
      const code = await codeTo(mail);
      expect((await types(client, body.attemptId, never)).problem.code).toBe('mail-code-refused');
      expect((await types(client, body.attemptId, ` ${code.replace('-', ' ').toLowerCase()}`)).status).toBe(204);
      expect(await mailOf(client)).toBe(mail);
      await until(
        async () => (await letterTo(source, before)).text.includes('a été remplacée'),
        'the address of before is told',
      );
      expect((await letterTo(source, before)).text).not.toContain(mail);
      const toBefore = await source.query<unknown[]>('SELECT 1 FROM relais.letter WHERE to_mail = $1', [before]);
      expect(toBefore).toHaveLength(1);
      const use = { by: 'code', attemptId: signingIn.body.attemptId, code: signInCode };
      const used = await ask(apiUrl, 'POST', '/api/v1/sign-in/codes/use', { body: use });
      expect(used.problem.code).toBe('code-refused');
      expect((await types(client, body.attemptId, code)).problem.code).toBe('mail-code-refused');
      expect(await auditOf(source, `person:${personId}`)).toEqual([[personId, 'mail-changed', null]]);
    });

    it('is not taken back by a code of before, once an administrator has given one; invitations follow it', async () => {
      const { client, personId, mail: before } = await somebody();
      const wanted = newMail();
      const { body } = await wants(client, wanted);
      const administrator = await signIn(client.apiUrl, 'admin-hub');
      const request = { mail: before, language: 'fr', organisationId: 'ucm', roles: ['member'], serviceIds: [] };
      expect((await administrator.post('/invitations', request)).status).toBe(201);
      const [code, given] = [await codeTo(wanted), newMail()];
      const corrected = { name: 'Noor Vanderlinden', language: 'fr', mail: given };
      expect((await administrator.put(`/people/${personId}`, corrected)).status).toBe(204);
      expect((await types(client, body.attemptId, code)).problem.code).toBe('mail-code-refused');
      expect(await mailOf(client)).toBe(given);
      const invitations = await source.query<{ mail: string }[]>(
        'SELECT DISTINCT mail FROM relais.invitation WHERE mail = ANY ($1)',
        [[before, given]],
      );
      expect(invitations).toEqual([{ mail: given }]);
    });

    it('is refused to who is not there, came in long ago, writes the same or too many', async () => {
      const { client, personId, mail } = await somebody();
      expect((await wants(client, mail)).problem.code).toBe('mail-same');
      const opened = (minutes: number) =>
        source.query(
          `UPDATE relais.session SET created_at = now() - make_interval(mins => $2), passkey_at = NULL WHERE person_id = $1`,
          [personId, minutes],
        );
      await opened(11);
      expect((await wants(client, newMail())).problem.code).toBe('sign-in-needed');
      await opened(9);
      // Whoever came by the link of an invitation has shown less than a code would.
      expect((await wants(client, newMail())).problem.code).toBe('sign-in-needed');
      await source.query(`UPDATE relais.session SET way = 'mail' WHERE person_id = $1`, [personId]);
      const sent: number[] = [];
      for (const _ of [1, 2, 3, 4, 5, 6]) {
        sent.push((await wants(client, newMail())).status);
      }
      expect(sent).toEqual([200, 200, 200, 200, 200, 429]);
    });

    it('takes no code that is over, another’s, or guessed at too often', async () => {
      const [one, other] = [await somebody(), await somebody()];
      const mail = newMail();
      const { attemptId } = (await wants(one.client, mail)).body;
      const code = await codeTo(mail);
      expect((await types(other.client, attemptId, code)).problem.code).toBe('mail-code-refused');
      const over = (when: string) =>
        source.query(`UPDATE relais.mail_change SET expires_at = ${when} WHERE attempt_id = $1`, [attemptId]);
      await over('now()');
      expect((await types(one.client, attemptId, code)).problem.code).toBe('mail-code-refused');
      await over(`now() + interval '15 minutes'`);
      for (const _ of [1, 2, 3, 4, 5]) {
        await types(one.client, attemptId, never);
      }
      expect((await types(one.client, attemptId, code)).problem.code).toBe('mail-code-refused');
      expect(await mailOf(one.client)).toBe(one.mail);
    });

    it('takes no code of who has typed ten wrong ones, until the day is over', async () => {
      const { client, personId } = await somebody();
      const attempt = async (wrong: number) => {
        const wanted = newMail();
        const { attemptId } = (await wants(client, wanted)).body;
        for (let typed = 0; typed < wrong; typed += 1) {
          await types(client, attemptId, never);
        }
        return (await types(client, attemptId, await codeTo(wanted))).problem?.code;
      };
      // The fifth wrong one ends its code, the tenth all of them.
      expect([await attempt(5), await attempt(5), await attempt(0)]).toEqual(Array(3).fill('mail-code-refused'));
      await source.query(
        `UPDATE relais.mail_change SET created_at = now() - interval '24 hours 1 minute' WHERE person_id = $1`,
        [personId],
      );
      expect(await attempt(4)).toBeUndefined();
    });

    it('that is somebody else’s stays theirs, which is told only to who reads its mails', async () => {
      const [one, other] = [await somebody(), await somebody()];
      const { status, body } = await wants(one.client, other.mail);
      expect(status).toBe(200);
      expect((await types(one.client, body.attemptId, await codeTo(other.mail))).problem.code).toBe('mail-anothers');
      expect([await mailOf(one.client), await mailOf(other.client)]).toEqual([one.mail, other.mail]);
    });
  });
}
