import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { InvitationLook, InvitationRequest, Session } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { type Answer, ask, type Client, signIn } from '../../support/http.js';
import { accept, joinedClient, letterDayPassed, letterTo, newcomer } from '../../support/invited.js';
import type { System } from '../../support/system.js';

const newMail = () => `${randomUUID()}@example.org`;

/** How somebody joins by an invitation who is known already. */
export function knownJoiners(system: () => System): void {
  let apiUrl: string;
  let source: DataSource;
  let beci: Client;
  let administrator: Client;

  beforeAll(async () => {
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
    beci = await signIn(apiUrl, 'admin-beci');
    administrator = await signIn(apiUrl, 'admin-hub');
    await letterDayPassed(source);
  });

  afterAll(async () => {
    await source?.destroy();
  });

  const look = (secret: string, cookie = ''): Promise<Answer<InvitationLook>> =>
    ask(apiUrl, 'POST', '/api/v1/invitations/look', { body: { secret }, headers: { cookie } });

  const invite = (client: Client, change: Partial<InvitationRequest> = {}) =>
    client.post<{ mail: string }>('/invitations', {
      mail: newMail(),
      language: 'fr',
      organisationId: 'beci',
      roles: ['member'],
      serviceIds: [],
      ...change,
    });

  /** Somebody invited to BECI by mail, and the secret they got. */
  async function invited(change: Partial<InvitationRequest> = {}) {
    const { mail } = (await invite(beci, change)).body;
    return { mail, ...(await letterTo(source, mail)) };
  }

  describe('who works here already', () => {
    it('belongs once to one organisation: an end is not taken back when they were invited anew', async () => {
      const { id, personId, mail } = await newcomer({ source, inviter: beci }, { roles: ['member'], serviceIds: [] });
      await beci.put(`/members/${id}/end`, { until: null, successors: [] });
      expect((await invite(beci, { mail })).status).toBe(201);
      const { secret } = await letterTo(source, mail);
      expect((await accept(apiUrl, { secret, name: 'Noor Vanderlinden' })).status).toBe(200);
      expect((await beci.delete(`/members/${id}/end`)).problem.code).toBe('already-member');
      const [{ open } = { open: 0 }] = await source.query<{ open: number }[]>(
        `SELECT count(*)::int AS open FROM relais.membership WHERE person_id = $1 AND valid_until IS NULL`,
        [personId],
      );
      expect(open).toBe(1);
    });

    it('joins by the mail they have once they have signed in, and by no link alone', async () => {
      const mail = newMail();
      const first = await invited({ mail });
      const { person } = (await accept(apiUrl, { secret: first.secret, name: 'Noor Vanderlinden' })).body;
      expect((await invite(beci, { mail })).problem.code).toBe('already-member');
      await invite(administrator, { mail, organisationId: 'ucm', language: 'nl' });
      const { secret } = await letterTo(source, mail);
      const eva = await signIn(apiUrl, 'eva-finance');
      for (const { cookie } of [{ cookie: '' }, eva]) {
        expect((await look(secret, cookie)).body).toMatchObject({ known: 'Noor Vanderlinden', before: 'sign-in' });
        const refused = await accept(apiUrl, { secret, name: 'Other', signedIn: cookie !== '' }, cookie);
        expect([refused.problem.code, refused.headers.get('set-cookie')]).toEqual(['mail-taken', null]);
      }
      const noor = await signIn(apiUrl, person.personId);
      const { sessionId } = (await noor.get<Session>('/session')).body;
      expect((await look(secret, noor.cookie)).body).toMatchObject({ signedIn: 'Noor Vanderlinden', before: null });
      const joined = await accept(apiUrl, { secret, signedIn: true }, noor.cookie);
      // It is the session that they have which goes on.
      expect(joined.body).toMatchObject({ sessionId, person, membership: { organisationId: 'ucm' } });
      expect(joined.body.memberships.map(({ organisationId }) => organisationId)).toEqual(['beci', 'ucm']);
      expect((await joinedClient(apiUrl, joined).get('/inbox')).status).not.toBe(401);
    });

    it('shows a passkey first, where their rights take one', async () => {
      const one = (await invite(administrator, { roles: ['analyst'] })).body;
      const first = await letterTo(source, one.mail);
      const client = joinedClient(apiUrl, await accept(apiUrl, { secret: first.secret, name: 'Noor Vanderlinden' }));
      await invite(administrator, { mail: one.mail, organisationId: 'ucm' });
      const { secret } = await letterTo(source, one.mail);
      expect((await look(secret, client.cookie)).body.before).toBe('passkey');
      const joins = () => accept(apiUrl, { secret, signedIn: true }, client.cookie);
      expect((await joins()).problem.code).toBe('passkey-needed');
      await source.query(
        'UPDATE relais.session SET passkey_at = now() WHERE person_id = (SELECT person_id FROM relais.person WHERE mail = $1)',
        [one.mail],
      );
      expect((await joins()).body.membership.organisationId).toBe('ucm');
    });

    it('and is a member of nothing any more, so that nobody could sign in as them, joins by the link', async () => {
      const { mail, personId, id } = await newcomer({ source, inviter: beci });
      await source.query('UPDATE relais.membership SET valid_until = now() WHERE membership_id = $1', [id]);
      const { secret } = await invited({ mail });
      for (const { cookie } of [{ cookie: '' }, await signIn(apiUrl, 'eva-finance')]) {
        const seen = (await look(secret, cookie)).body;
        expect(seen).toMatchObject({ known: 'Noor Vanderlinden', signedIn: null, before: null });
      }
      const { body } = await accept(apiUrl, { secret });
      expect([body.person.personId, body.memberships.length]).toEqual([personId, 1]);
    });

    it('joins as who is signed in, when they say so', async () => {
      const { secret, mail } = await invited();
      const [before] = await source.query<{ mail: string }[]>(
        `SELECT mail FROM relais.person WHERE person_id = 'eva-finance'`,
      );
      await source.query(`UPDATE relais.person SET mail = NULL WHERE person_id = 'eva-finance'`);
      expect((await accept(apiUrl, { secret, signedIn: true })).problem.code).toBe('signed-out');
      const eva = await signIn(apiUrl, 'eva-finance');
      expect((await look(secret, eva.cookie)).body.signedIn).toBe('Eva Lindqvist');
      const joined = await accept(apiUrl, { secret, signedIn: true }, eva.cookie);
      expect(joined.body).toMatchObject({
        person: { personId: 'eva-finance' },
        membership: { organisationId: 'beci' },
      });
      expect((await eva.get('/session')).problem.code).toBe('signed-out');
      const other = await invited();
      const once = await accept(apiUrl, { secret: other.secret, signedIn: true }, joinedClient(apiUrl, joined).cookie);
      expect(once.problem.code).toBe('joined-already');
      const mails = await source.query(`SELECT mail FROM relais.person WHERE person_id = 'eva-finance'`);
      expect(mails).toEqual([{ mail }]);
      await source.query(
        `UPDATE relais.membership SET valid_until = now() WHERE person_id = 'eva-finance' AND organisation_id = 'beci'`,
      );
      await source.query(`UPDATE relais.person SET mail = $1 WHERE person_id = 'eva-finance'`, [before?.mail]);
    });
  });
}
