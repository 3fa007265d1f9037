import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { InvitationLook, Session } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { ask, Client, signIn } from '../../support/http.js';
import type { Known } from '../../support/identity-provider.js';
import { auditOf, letterDayPassed, letterTo, newcomer } from '../../support/invited.js';
import type { System } from '../../support/system.js';
import { refusedWith, throughProvider, Ways } from '../../support/ways-to-providers.js';
import type { Houses } from './providers.suite.js';

/** How somebody who was invited joins with an account of a provider's, at real ones. */
export const joining = (houses: () => Houses) =>
  function suite(system: () => System): void {
    let apiUrl: string;
    let source: DataSource;
    let administrator: Client;
    let ways: Ways;

    beforeAll(async () => {
      ({ apiUrl } = system().stack);
      ways = new Ways(apiUrl);
      source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
      administrator = await signIn(apiUrl, 'admin-hub');
    });

    // Whoever asks here does so from one place.
    beforeEach(() => source.query('TRUNCATE relais.throttle'));

    afterAll(async () => {
      await source?.query('DELETE FROM relais.account');
      await source?.destroy();
    });

    /** Somebody whom a house has invited, and the secret they got. */
    async function invited(mail = `${randomUUID()}@example.org`, organisationId = 'beci') {
      await letterDayPassed(source);
      const request = { mail, language: 'fr', organisationId, roles: ['member'], serviceIds: [] };
      const { body } = await administrator.post<{ invitationId: string }>('/invitations', request);
      return { mail, invitationId: body.invitationId, secret: (await letterTo(source, mail)).secret };
    }

    const look = (secret: string, cookie = '') =>
      ask<InvitationLook>(apiUrl, 'POST', '/api/v1/invitations/look', { body: { secret }, headers: { cookie } });
    const begins = (secret: string, said: object = {}, which: keyof Houses = 'house') =>
      ways.begun(`/sign-in/providers/${houses()[which].settings.id}`, { purpose: 'invitation', secret, ...said });

    /** The whole way of somebody who joins. */
    async function joins(secret: string, known: Known, said: object = { name: 'Noor Vanderlinden' }) {
      houses().house.comes(known);
      const { address, cookie } = await begins(secret, said);
      return ways.back(await throughProvider(address.href), cookie);
    }

    const sessionOf = async (cookie: string | undefined) =>
      (await new Client(apiUrl, cookie ?? '').get<Session>('/session')).body;
    const over = (problem: string) => ({ status: 303, to: `/join?problem=${problem}`, session: undefined });

    describe('an invitation that is accepted with an account', () => {
      it('makes the person, the membership and the account at once, by issuer and subject; its secret is in no address and no table', async () => {
        const { secret, invitationId, mail } = await invited();
        const subject = randomUUID();
        houses().house.comes({ subject, claims: { email: 'amelie-beci@beci.example', email_verified: true } });
        const { address, cookie } = await begins(secret, { name: ' Noor Vanderlinden ', language: 'nl' });
        expect([address.href.includes(secret), cookie.includes(secret)]).toEqual([false, false]);
        const [flow] = await source.query<object[]>(
          'SELECT * FROM relais.sign_in_flow ORDER BY created_at DESC LIMIT 1',
        );
        expect(JSON.stringify(flow)).not.toContain(secret);
        // Whoever opens the link meanwhile, as scanners of mails do, uses nothing up.
        expect((await look(secret)).status).toBe(200);
        const { to, session } = await ways.back(await throughProvider(address.href), cookie);
        const { person, membership } = await sessionOf(session);
        expect([to, person, membership]).toMatchObject([
          '/',
          { name: 'Noor Vanderlinden', language: 'nl' },
          { organisationId: 'beci', roles: ['member'] },
        ]);
        const [kept] = await source.query<object[]>(
          'SELECT p.mail, a.issuer, a.subject FROM relais.account a JOIN relais.person p USING (person_id) WHERE person_id = $1',
          [person.personId],
        );
        expect(kept).toEqual({ mail, issuer: houses().house.issuer, subject });
        const account = await source.query<{ id: string }[]>(
          'SELECT account_id AS id FROM relais.account WHERE subject = $1',
          [subject],
        );
        expect(await auditOf(source, `account:${account[0]?.id}`)).toEqual([[person.personId, 'account-linked', null]]);
        expect((await auditOf(source, `invitation:${invitationId}`)).at(-1)).toEqual([
          person.personId,
          'invitation-accepted',
          null,
        ]);
        // From then on the account is how they come in.
        expect((await sessionOf((await ways.wentThrough(houses().house, subject)).session)).person).toEqual(person);
      });

      it('gives the person who has the account already one membership more, and acts under it', async () => {
        const subject = randomUUID();
        const first = await joins((await invited()).secret, { subject });
        const { person } = await sessionOf(first.session);
        const second = await joins((await invited(undefined, 'ucm')).secret, { subject }, {});
        const now = await sessionOf(second.session);
        expect([now.person, now.membership.organisationId, now.memberships.length]).toEqual([person, 'ucm', 2]);
      });

      it('is no way into what a mail is not enough for: who works here already signs in as before', async () => {
        const { mail, personId } = await newcomer({ source, inviter: administrator });
        const { secret } = await invited(mail, 'ucm');
        const subject = randomUUID();
        expect(await joins(secret, { subject })).toEqual(over('mail-taken'));
        const linked = 'SELECT 1 FROM relais.account WHERE subject = $1 OR person_id = $2';
        expect(await source.query(linked, [subject, personId])).toEqual([]);
        expect((await look(secret)).status).toBe(200);
      });

      it('leads whose rights take a passkey to their page first, signed in but for that', async () => {
        const { personId, mail } = await newcomer({ source, inviter: administrator }, { roles: ['analyst'] });
        const subject = randomUUID();
        await source.query('INSERT INTO relais.account (person_id, issuer, subject) VALUES ($1, $2, $3)', [
          personId,
          houses().house.issuer,
          subject,
        ]);
        const { secret } = await invited(mail, 'ucm');
        const { to, session = '' } = await joins(secret, { subject });
        const standing = await look(secret, session);
        expect([to, (await sessionOf(session)).passkey, standing.body.before]).toEqual(['/join', 'awaited', 'passkey']);
      });

      it('makes nobody a member twice of the same house', async () => {
        const subject = randomUUID();
        const [first, second] = [await invited(), await invited()];
        await joins(first.secret, { subject });
        expect(await joins(second.secret, { subject })).toEqual(over('joined-already'));
        expect((await look(second.secret)).status).toBe(200);
      });

      it('calls them what the provider does, where they said nothing, and joins nobody without a name', async () => {
        const { other } = houses();
        const { secret } = await invited();
        const goes = async (known: Known) => {
          other.comes(known);
          const { address, cookie } = await begins(secret, {}, 'other');
          return ways.back(await throughProvider(address.href), cookie);
        };
        const subject = randomUUID();
        expect(await goes({ subject })).toEqual(over('name-missing'));
        expect(await goes({ subject, claims: { name: 'noor@house.example' } })).toEqual(over('name-missing'));
        expect(await source.query('SELECT 1 FROM relais.account WHERE subject = $1', [subject])).toEqual([]);
        const { session } = await goes({ subject, claims: { name: 'Noor Van Huis' } });
        expect((await sessionOf(session)).person.name).toBe('Noor Van Huis');
      });

      it('is refused on its page once it is over, whatever ended it while its reader was at the provider', async () => {
        const [expired, withdrawn, unknown] = [await invited(), await invited(), { secret: 'A'.repeat(22) }];
        const at = async (secret: string, meanwhile: () => Promise<unknown>) => {
          houses().house.comes({ subject: randomUUID() });
          const { address, cookie } = await begins(secret, { name: 'Noor' });
          const answer = await throughProvider(address.href);
          await meanwhile();
          return ways.back(answer, cookie);
        };
        const ends = () =>
          source.query('UPDATE relais.invitation SET expires_at = now() WHERE invitation_id = $1', [
            expired.invitationId,
          ]);
        expect(await at(expired.secret, ends)).toEqual(over('invitation-expired'));
        const takesBack = () => administrator.delete(`/invitations/${withdrawn.invitationId}`);
        expect(await at(withdrawn.secret, takesBack)).toEqual(over('invitation-withdrawn'));
        expect(await at(unknown.secret, async () => undefined)).toEqual(over('invitation-unknown'));
      });

      it('joins one of two who use it at the same moment', async () => {
        const { secret, mail } = await invited();
        const backs = [];
        for (const subject of [randomUUID(), randomUUID()]) {
          houses().house.comes({ subject });
          const { address, cookie } = await begins(secret, { name: 'Noor Vanderlinden' });
          const answer = await throughProvider(address.href);
          backs.push(() => ways.back(answer, cookie));
        }
        const came = await Promise.all(backs.map((back) => back()));
        expect(came.map(({ to }) => to).sort()).toEqual(['/', '/join?problem=invitation-used']);
        const made = await source.query<object[]>(
          `SELECT 1 FROM relais.person p JOIN relais.account USING (person_id) JOIN relais.membership USING (person_id) WHERE mail = $1`,
          [mail],
        );
        expect(made).toHaveLength(1);
      });

      it('makes one person of two invitations that one account accepts at the same moment', async () => {
        const subject = randomUUID();
        const backs = [];
        for (const { secret } of [await invited(), await invited(undefined, 'ucm')]) {
          houses().house.comes({ subject });
          const { address, cookie } = await begins(secret, { name: 'Noor Vanderlinden' });
          const answer = await throughProvider(address.href);
          backs.push(() => ways.back(answer, cookie));
        }
        const came = await Promise.all(backs.map((back) => back()));
        const people = await Promise.all(came.map(({ session }) => sessionOf(session)));
        expect(new Set(people.map(({ person }) => person.personId)).size).toBe(1);
        const joined = await source.query<{ house: string }[]>(
          `SELECT organisation_id AS house FROM relais.membership JOIN relais.account USING (person_id) WHERE subject = $1 ORDER BY 1`,
          [subject],
        );
        expect(joined.map(({ house }) => house)).toEqual(['beci', 'ucm']);
      });

      it('ends in the browser that began, and nowhere else', async () => {
        const { secret } = await invited();
        houses().house.comes({ subject: randomUUID() });
        const [mine, theirs] = [await begins(secret, { name: 'Noor' }), await begins(secret, { name: 'Other' })];
        const answer = await throughProvider(mine.address.href);
        expect(await ways.back(answer, theirs.cookie)).toEqual(refusedWith('flow-over'));
        expect((await look(secret)).status).toBe(200);
        expect((await sessionOf((await ways.back(answer, mine.cookie)).session)).person.name).toBe('Noor');
      });

      it('takes the strength that the provider is asked for, and says on its page when it is not given', async () => {
        const { federal } = houses();
        const { secret } = await invited();
        // It may not have been started yet.
        await federal.stop();
        await federal.start();
        federal.comes({ subject: randomUUID(), acr: 'low' });
        const { address, cookie } = await begins(secret, { name: 'Noor' }, 'federal');
        expect(await ways.back(await throughProvider(address.href), cookie)).toEqual(over('too-weak'));
        expect((await look(secret)).status).toBe(200);
      });
    });
  };
