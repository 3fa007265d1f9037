import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Invitation, InvitationLook, InvitationRequest, Session } from '#contracts/people';
import { createDataSource, Database } from '#persistence/kernel';
import { InvitationRepository, inviteFirstAdministrator } from '#persistence/people';
import { type Answer, ask, type Client, signIn } from '../../support/http.js';
import { accept, auditOf, joinedClient, letterDayPassed, letterTo } from '../../support/invited.js';
import type { System } from '../../support/system.js';

let apiUrl: string;
let source: DataSource;
let beci: Client;
let administrator: Client;

const newMail = () => `${randomUUID()}@example.org`;

function requestOf(change: Partial<InvitationRequest> = {}): InvitationRequest {
  return { mail: newMail(), language: 'fr', organisationId: 'beci', roles: ['member'], serviceIds: [], ...change };
}

function invite(client: Client, change: Partial<InvitationRequest> = {}): Promise<Answer<Invitation>> {
  return client.post('/invitations', requestOf(change));
}

function look(secret: string, cookie = ''): Promise<Answer<InvitationLook>> {
  return ask(apiUrl, 'POST', '/api/v1/invitations/look', { body: { secret }, headers: { cookie } });
}

/** Somebody invited to BECI by mail, and the secret they got. */
async function invited(change: Partial<InvitationRequest> = {}) {
  const { body } = await invite(beci, change);
  return { ...body, ...(await letterTo(source, body.mail)) };
}

/** How people come in who were not here. */
export function invitations(system: () => System): void {
  beforeAll(async () => {
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
    beci = await signIn(apiUrl, 'admin-beci');
    administrator = await signIn(apiUrl, 'admin-hub');
  });

  beforeEach(() => letterDayPassed(source));

  afterAll(async () => {
    await source?.destroy();
  });

  describe('an invitation', () => {
    it('is a letter whose link makes a person, a membership and a session, once', async () => {
      const mail = newMail();
      const one = await invited({ mail: mail.toUpperCase(), roles: ['actor'], serviceIds: ['beci-desk'] });
      expect([one.mail, one.mayManage, one.text]).toEqual([mail, true, expect.stringContaining('rejoindre BECI')]);
      // A scanner of mails opens what it finds.
      for (const _ of [1, 2]) {
        expect((await look(one.secret)).body).toMatchObject({
          mail,
          organisationName: 'BECI',
          invitedBy: 'Denis Colpaert',
          roles: ['actor'],
          services: [{ serviceId: 'beci-desk' }],
          known: null,
          signedIn: null,
        });
      }
      expect((await accept(apiUrl, { secret: one.secret })).problem.code).toBe('name-missing');
      for (const name of ['a@b.be', 'Noor\u202e', 'Voyez relais.be']) {
        expect((await accept(apiUrl, { secret: one.secret, name })).problem.code).toBe('bad-input');
      }
      const joined = await accept(apiUrl, { secret: one.secret, name: ' Noor Vanderlinden ', language: 'nl' });
      const client = joinedClient(apiUrl, joined);
      const { body } = await client.get<Session>('/session');
      expect(body).toMatchObject({
        person: { name: 'Noor Vanderlinden', language: 'nl' },
        membership: { organisationId: 'beci', roles: ['actor'], services: [{ serviceId: 'beci-desk' }] },
      });
      expect((await client.openCase()).status).toBe(201);
      const { personId } = body.person;
      expect(personId).toMatch(/^[0-9a-f-]{36}$/);
      expect(await source.query('SELECT mail FROM relais.person WHERE person_id = $1', [personId])).toEqual([{ mail }]);
      expect((await look(one.secret)).problem.code).toBe('invitation-used');
      expect((await accept(apiUrl, { secret: one.secret, name: 'Other' })).problem.code).toBe('invitation-used');
      expect(await auditOf(source, `invitation:${one.invitationId}`)).toEqual([
        ['admin-beci', 'invited', null],
        [personId, 'invitation-accepted', null],
      ]);
      expect((await client.get<{ way: string }[]>('/sessions')).body).toMatchObject([{ way: 'invitation' }]);
    });

    it('is known by the hash of its secret alone', async () => {
      const { secret, invitationId } = await invited();
      const [{ hash } = { hash: Buffer.alloc(0) }] = await source.query<{ hash: Buffer }[]>(
        'SELECT secret_hash AS hash FROM relais.invitation WHERE invitation_id = $1',
        [invitationId],
      );
      expect(hash).toEqual(createHash('sha256').update(secret).digest());
      expect((await look('A'.repeat(22))).problem.code).toBe('invitation-unknown');
    });

    it('is open once for the same mail and organisation, until it is withdrawn', async () => {
      const mail = newMail();
      const { invitationId, secret } = await invited({ mail });
      expect((await invite(beci, { mail: mail.toUpperCase() })).problem.code).toBe('invitation-open');
      expect((await invite(administrator, { mail, organisationId: 'ucm' })).status).toBe(201);
      expect((await beci.delete(`/invitations/${invitationId}`)).status).toBe(204);
      expect((await look(secret)).problem.code).toBe('invitation-withdrawn');
      expect((await accept(apiUrl, { secret, name: 'Noor' })).problem.code).toBe('invitation-withdrawn');
      expect((await invite(beci, { mail })).status).toBe(201);
      expect(await auditOf(source, `invitation:${invitationId}`)).toContainEqual([
        'admin-beci',
        'invitation-withdrawn',
        null,
      ]);
    });

    it('that is sent again has another link, and the one before is void', async () => {
      const { invitationId, mail, secret } = await invited();
      await source.query(`UPDATE relais.invitation SET expires_at = now() WHERE invitation_id = $1`, [invitationId]);
      expect((await look(secret)).problem.code).toBe('invitation-expired');
      expect((await accept(apiUrl, { secret, name: 'Noor' })).problem.code).toBe('invitation-expired');
      expect((await beci.post(`/invitations/${invitationId}/letter`, {})).status).toBe(200);
      expect((await look(secret)).problem.code).toBe('invitation-unknown');
      const { secret: another } = await letterTo(source, mail);
      expect((await look(another)).status).toBe(200);
      const listed = (await beci.get<Invitation[]>('/invitations')).body.find((one) => one.mail === mail);
      const days = (Date.parse(listed?.expiresAt ?? '') - Date.now()) / 86_400_000;
      expect(Math.round(days)).toBe(14);
      expect((await auditOf(source, `invitation:${invitationId}`)).at(-1)).toEqual([
        'admin-beci',
        'invitation-renewed',
        null,
      ]);
    });

    it('is sent to one address four times a day, by whoever it is; a letter that did not leave is none of them', async () => {
      const { invitationId, mail } = await invited();
      const again = () => beci.post(`/invitations/${invitationId}/letter`, {});
      expect([(await again()).status, (await again()).status, (await again()).status]).toEqual([200, 200, 200]);
      for (const answer of [await again(), await invite(administrator, { mail, organisationId: 'ucm' })]) {
        expect([answer.status, answer.problem.code]).toEqual([429, 'too-many-letters']);
        expect(Math.round(Number(answer.headers.get('retry-after')) / 3_600)).toBe(24);
      }
      await new InvitationRepository(new Database(source)).withdraw(invitationId, 'admin-beci', { unsent: true });
      expect((await invite(beci, { mail })).status).toBe(201);
    });

    it('forgets where it went thirty days after it was answered, withdrawn or ran out', async () => {
      const all = [await invited(), await invited(), await invited(), await invited(), await invited()];
      const [withdrawn, expired, answered, open, late] = all.map(({ invitationId }) => invitationId);
      const set = (id: string | undefined, change: string) =>
        source.query(`UPDATE relais.invitation SET ${change} WHERE invitation_id = $1`, [id]);
      await set(withdrawn, `withdrawn_at = now() - interval '31 days'`);
      await set(expired, `expires_at = now() - interval '31 days'`);
      await set(answered, `accepted_at = now() - interval '31 days'`);
      await set(late, `accepted_at = now() - interval '29 days'`);
      await new InvitationRepository(new Database(source)).forgetAddresses();
      const kept = await source.query<{ id: string }[]>(
        'SELECT invitation_id AS id FROM relais.invitation WHERE mail = ANY ($1)',
        [all.map(({ mail }) => mail)],
      );
      expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([open, late]));
      await source.query('DELETE FROM relais.invitation WHERE mail = ANY ($1)', [all.map(({ mail }) => mail)]);
    });

    it.each([
      ['fifty that an organisation', 50, 'ucm', null],
      ['a hundred that one person, whatever they administer,', 100, 'reload-yourself', 'admin-hub'],
    ])('is one of %s sends in a day', async (_, most, house, by) => {
      const sent = (count: number) =>
        source.query(
          `INSERT INTO relais.invitation (secret_hash, mail, language, organisation_id, roles, expires_at, sent_at, invited_by)
           SELECT decode(md5('full' || n), 'hex'), n || '@full.example', 'fr', CASE WHEN $3::text IS NULL THEN $2 END, '{member}',
                  now(), ARRAY[now()], $3 FROM generate_series(1, $1) AS n`,
          [count, house, by],
        );
      const again = () => source.query(`DELETE FROM relais.invitation WHERE mail LIKE '%@full.example'`);
      await sent(most - 1);
      expect((await invite(administrator, { organisationId: house })).status).toBe(201);
      await again();
      await sent(most);
      const refused = await invite(administrator, { organisationId: house });
      expect([refused.status, refused.problem.code]).toEqual([429, 'too-many-invitations']);
      expect(refused.problem.detail).toContain('24');
      const other = by === null ? administrator : beci;
      expect((await invite(other)).status).toBe(201);
      await again();
    });

    it('whose time is over gives way to another one', async () => {
      const { invitationId, mail } = await invited();
      await source.query(`UPDATE relais.invitation SET expires_at = now() WHERE invitation_id = $1`, [invitationId]);
      expect((await invite(beci, { mail })).status).toBe(201);
      const { body } = await beci.get<Invitation[]>('/invitations');
      expect(body.filter((one) => one.mail === mail)).toHaveLength(1);
    });

    it.each<[string, Partial<InvitationRequest>, string]>([
      ['a role beyond its sender', { roles: ['coordinator'] }, 'role-beyond'],
      ['the platform’s own role', { roles: ['member', 'administrator'] }, 'role-beyond'],
      ['another organisation', { organisationId: 'ucm' }, 'not-your-organisation'],
      ['the platform itself', { organisationId: null }, 'not-your-organisation'],
      ['a service of others', { roles: ['actor'], serviceIds: ['ucm-coaching'] }, 'service-elsewhere'],
      ['a service without the role', { serviceIds: ['beci-desk'] }, 'bad-input'],
      ['no role', { roles: [] }, 'bad-input'],
      ['no mail', { mail: 'nobody' }, 'bad-input'],
    ])('does not give %s', async (_, change, code) => {
      expect((await invite(beci, change)).problem.code).toBe(code);
    });

    it('of an administrator gives every role, to the platform itself only what is of no organisation', async () => {
      expect((await invite(administrator, { organisationId: 'ucm', roles: ['coordinator'] })).status).toBe(201);
      expect((await invite(administrator, { organisationId: null, roles: ['analyst'] })).status).toBe(201);
      const actor = await invite(administrator, { organisationId: null, roles: ['actor'] });
      expect(actor.problem.code).toBe('role-beyond');
      const nowhere = await invite(administrator, { organisationId: 'no-such-house' });
      expect([nowhere.status, nowhere.problem.errors]).toMatchObject([422, [{ path: 'organisationId' }]]);
    });

    it('of another organisation is not there for its administrator', async () => {
      const { body } = await invite(administrator, { organisationId: 'ucm' });
      const own = await invited();
      expect((await beci.delete(`/invitations/${body.invitationId}`)).problem.code).toBe('invitation-unknown');
      expect((await beci.post(`/invitations/${body.invitationId}/letter`, {})).problem.code).toBe('invitation-unknown');
      const beyond = await invite(administrator, { roles: ['coordinator'] });
      expect((await beci.delete(`/invitations/${beyond.body.invitationId}`)).problem.code).toBe('role-beyond');
      const seen = (await beci.get<Invitation[]>('/invitations')).body;
      expect(new Set(seen.map(({ organisationId }) => organisationId))).toEqual(new Set(['beci']));
      const all = (await administrator.get<Invitation[]>('/invitations')).body.map((one) => one.invitationId);
      expect(all).toEqual(expect.arrayContaining([body.invitationId, own.invitationId]));
    });
  });

  describe('the first administrator', () => {
    /** Whether a link is needed; the newest has this secret. */
    const made = (secret: string, another = false) =>
      inviteFirstAdministrator(new Database(source), createHash('sha256').update(secret).digest(), another);
    const newSecret = () => randomBytes(16).toString('base64url');

    it('is invited by a link of its own, the newest alone, as long as nobody who can sign in has the role', async () => {
      const [before, secret] = [newSecret(), newSecret()];
      expect([await made(before), await made(secret)]).toEqual([true, true]);
      expect((await look(before)).problem.code).toBe('invitation-withdrawn');
      const { body } = await look(secret);
      expect(body).toMatchObject({ mail: null, organisationId: null, invitedBy: null, roles: ['administrator'] });
      expect(Math.round((Date.parse(body.expiresAt) - Date.now()) / 3_600_000)).toBe(24);
      const { mail: taken, secret: theirs } = await invited();
      await accept(apiUrl, { secret: theirs, name: 'Noor Vanderlinden' });
      const name = 'Première Personne';
      expect((await accept(apiUrl, { secret, name })).problem.code).toBe('name-missing');
      expect((await accept(apiUrl, { secret, name, mail: taken })).problem.code).toBe('mail-taken');
      const joined = await accept(apiUrl, { secret, name, mail: newMail() });
      expect(joined.body.membership).toMatchObject({ organisationId: null, roles: ['administrator'] });
      // Their rights take a passkey, which comes first.
      expect((await joinedClient(apiUrl, joined).get('/operations')).problem.code).toBe('passkey-needed');
      const late = newSecret();
      expect(await made(late)).toBe(false);
      expect((await look(late)).problem.code).toBe('invitation-unknown');
      // The only one may have lost their passkey: whoever runs the installation lets another one in.
      const rescue = newSecret();
      expect(await made(rescue, true)).toBe(true);
      const other = await accept(apiUrl, { secret: rescue, name: 'Autre Personne', mail: newMail() });
      expect(other.body.membership.roles).toEqual(['administrator']);
      await source.query('UPDATE relais.session SET passkey_at = now() WHERE person_id = $1', [
        other.body.person.personId,
      ]);
      expect((await joinedClient(apiUrl, other).delete(`/passkeys/of/${joined.body.person.personId}`)).status).toBe(
        204,
      );
      await source.query('UPDATE relais.membership SET valid_until = now() WHERE membership_id = $1', [
        other.body.membership.membershipId,
      ]);
      await source.query('UPDATE relais.membership SET valid_until = now() WHERE membership_id = $1', [
        joined.body.membership.membershipId,
      ]);
      expect(await made(newSecret())).toBe(true);
    });
  });
}
