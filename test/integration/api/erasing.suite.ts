import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { CaseView } from '#contracts/case';
import type {
  ErasureOutlook,
  Invitation,
  Leaving,
  Member,
  OwnData,
  PersonLine,
  TrailCheck,
  TrailEntry,
} from '#contracts/people';
import { createDataSource, Database } from '#persistence/kernel';
import { openStream } from '../../support/event-stream.js';
import { ask, type Client, signIn } from '../../support/http.js';
import { accept, auditOf, letterTo, newcomer } from '../../support/invited.js';
import { tablesWith } from '../../support/kept-texts.js';
import { membershipOf } from '../../support/member-routes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

/** How persons are erased by themselves. */
export function erasing(system: () => System): void {
  let apiUrl: string;
  let source: DataSource;
  let beci: Client;
  let administrator: Client;

  beforeAll(async () => {
    await emptied(system());
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
    beci = await signIn(apiUrl, 'admin-beci');
    administrator = await signIn(apiUrl, 'admin-hub');
  });

  afterAll(async () => {
    await source?.destroy();
  });

  const erases = (client: Client, personId: string) => client.post('/own-data/erasure', { personId });
  const people = async () => (await administrator.get<PersonLine[]>('/people')).body;

  /** Leaves something of a person in every table that knows how they come in, or what they began. */
  async function leaveTraces(personId: string): Promise<string[]> {
    const statements = {
      account: `(person_id, issuer, subject) VALUES ($1, 'https://login.example', gen_random_uuid()::text)`,
      passkey: `(credential_id, person_id, public_key, counter, transports, device) VALUES (gen_random_uuid()::text, $1, '', 0, '{}', '')`,
      provider_test: `(person_id, provider_id, claims, missing) VALUES ($1, 'house', '[]', '{}')`,
      sign_in_code: `(attempt_id, person_id, code_hash, secret_hash, expires_at)
        VALUES (gen_random_uuid(), $1, '', convert_to(gen_random_uuid()::text, 'UTF8'), now() + interval '1 hour')`,
      sign_in_wrong: `(person_id) VALUES ($1)`,
      sign_in_flow: `(flow_hash, provider_id, purpose, return_to, person_id, expires_at)
        VALUES (convert_to(gen_random_uuid()::text, 'UTF8'), 'house', 'link', '/account', $1, now() + interval '1 hour')`,
      mail_change: `(attempt_id, person_id, mail, code_hash, expires_at)
        VALUES (gen_random_uuid(), $1, 'new@example.org', '', now() + interval '1 hour')`,
      membership: `(person_id, organisation_id, roles) VALUES ($1, 'ucm', '{member}')`,
    };
    const kept: string[] = [];
    for (const [table, values] of Object.entries(statements)) {
      const rows = await source.query<unknown[]>(`INSERT INTO relais.${table} ${values} RETURNING 1`, [personId]);
      kept.push(...(rows.length > 0 ? [table] : []));
    }
    return kept;
  }

  /** The tables that still know a person, but those that tell of a pseudonym what it did. */
  async function tablesOf(personId: string): Promise<string[]> {
    const pseudonymous = ['relais.audit_trail', 'relais.membership', 'relais.person', 'relais.invitation'];
    const tables = await tablesWith(new Database(source), personId);
    return tables.filter((table) => table.startsWith('relais.') && !pseudonymous.includes(table));
  }

  describe('a person', () => {
    it('erases themselves: nothing names them, no way in is left, and what they did stays a pseudonym’s', async () => {
      const name = `Zwaluw Ongezien`;
      const { client, personId, id, mail } = await newcomer(
        { source, inviter: beci },
        { name, roles: ['actor'], serviceIds: ['beci-desk'] },
      );
      const { caseId } = (await client.openCase()).body;
      const elsewhere = await signIn(apiUrl, personId);
      const live = await openStream(elsewhere);
      await administrator.post('/invitations', {
        mail,
        language: 'nl',
        organisationId: 'ucm',
        roles: ['member'],
        serviceIds: [],
      });
      const { secret } = await letterTo(source, mail);
      expect(await leaveTraces(personId)).toHaveLength(8);
      await client.post('/own-data/erasure', { personId, wish: 'when-possible' });
      expect((await erases(client, personId)).status).toBe(204);
      const wished = 'SELECT erasure_asked_at AS since FROM relais.person WHERE person_id = $1';
      expect(await source.query(wished, [personId])).toEqual([{ since: null }]);
      await live.ended;
      expect((await elsewhere.get('/session')).problem.code).toBe('signed-out');
      expect((await erases(client, personId)).problem.code).toBe('signed-out');
      expect([await tablesWith(new Database(source), name), await tablesWith(new Database(source), mail)]).toEqual([
        [],
        [],
      ]);
      expect(await tablesOf(personId)).toEqual([]);
      expect((await people()).map((one) => one.personId)).not.toContain(personId);
      const signedIn = await ask(apiUrl, 'POST', '/api/v1/session', { body: { personId } });
      expect(signedIn.problem.code).toBe('not-found');
      const look = await ask(apiUrl, 'POST', '/api/v1/invitations/look', { body: { secret } });
      expect(look.problem.code).toBe('invitation-withdrawn');
      const amelie = await signIn(apiUrl, 'amelie-beci');
      expect((await amelie.get<CaseView>(`/cases/${caseId}?atLeast=1`)).status).toBe(200);
      const { body: trail } = await administrator.get<TrailEntry[]>(`/audit?personId=${personId}`);
      expect(trail[0]).toMatchObject({ action: 'person-erased', by: { personId, name: null }, about: { name: null } });
      expect(trail.map(({ action }) => action)).toContain('case-acted');
      expect(await auditOf(source, `membership:${id}`)).toContainEqual([personId, 'membership-ended', 'erased']);
      expect((await administrator.get<TrailCheck>('/audit/check')).body.brokenAt).toBeNull();
    });

    it('is asked to sign in again first, and is who their page means', async () => {
      const { client, personId } = await newcomer({ source, inviter: beci });
      const opened = (minutes: number) =>
        source.query(
          `UPDATE relais.session SET way = 'mail', passkey_at = NULL, created_at = now() - make_interval(mins => $2) WHERE person_id = $1`,
          [personId, minutes],
        );
      await opened(11);
      expect((await erases(client, personId)).problem.code).toBe('sign-in-needed');
      await opened(9);
      expect((await erases(client, 'amelie-beci')).problem.code).toBe('not-yourself');
      expect((await erases(client, personId)).status).toBe(204);
    });

    it('who is invited later is somebody new', async () => {
      const first = await newcomer({ source, inviter: beci }, { name: 'Ann (An) Lee' });
      // Of the letters that development keeps those go that are to them, were to them, or name them.
      const [{ mail } = { mail: '' }] = await source.query<{ mail: string }[]>(
        `SELECT mail FROM relais.person WHERE person_id = 'tom-ucm'`,
      );
      await source.query(
        `INSERT INTO relais.letter (to_mail, subject, body) VALUES ($1, 's', 'Ann (An) Lee, vous invite'),
           ($1, 's', 'Joann (An) Leeuw vous invite'), ('before@lee.example', 's', 'Bonjour')`,
        [mail],
      );
      await erases(first.client, first.personId);
      const letters = await source.query<{ body: string }[]>(
        `SELECT body FROM relais.letter WHERE to_mail = ANY ($1) ORDER BY letter_id DESC LIMIT 2`,
        [[mail, first.mail, 'before@lee.example']],
      );
      expect(letters).toEqual([{ body: 'Joann (An) Leeuw vous invite' }]);
      const again = await newcomer({ source, inviter: beci }, { mail: first.mail, name: 'Noor Anders' });
      expect(again.personId).not.toBe(first.personId);
      const { body } = await again.client.get<OwnData>('/own-data');
      expect([body.person, body.memberships.length]).toMatchObject([{ mail: first.mail, name: 'Noor Anders' }, 1]);
    });

    it('of whom nothing new is kept, whoever writes it, nor is the end of their membership taken back', async () => {
      const { client, personId, id } = await newcomer({ source, inviter: beci });
      await erases(client, personId);
      expect(await leaveTraces(personId)).toEqual([]);
      expect((await beci.delete(`/members/${id}/end`)).problem.code).toBe('member-unknown');
      await source.query('UPDATE relais.membership SET valid_until = NULL WHERE membership_id = $1', [id]);
      expect(
        await source.query('SELECT 1 FROM relais.membership WHERE person_id = $1 AND valid_until IS NULL', [personId]),
      ).toEqual([]);
      const { body } = await beci.get<Member[]>('/members');
      expect(body.map(({ person }) => person.personId)).not.toContain(personId);
    });

    it('who joins by an invitation at the same moment is erased, or is somebody new', async () => {
      const { client, personId } = await newcomer({ source, inviter: beci });
      const mail = `${randomUUID()}@example.org`;
      await administrator.post<Invitation>('/invitations', {
        mail,
        language: 'nl',
        organisationId: 'ucm',
        roles: ['member'],
        serviceIds: [],
      });
      const { secret } = await letterTo(source, mail);
      const joining = accept(apiUrl, { secret, signedIn: true, name: 'Noor Anders' }, client.cookie);
      const [erased, joined] = await Promise.all([erases(client, personId), joining]);
      // Whichever came first, nobody who was erased is a member.
      expect([erased.status, joined.status].every((status) => [200, 204, 401, 403].includes(status))).toBe(true);
      const standing = await source.query<{ erased: boolean }[]>(
        `SELECT p.erased_at IS NOT NULL AS erased FROM relais.person p
          WHERE p.person_id = $1 AND EXISTS (SELECT FROM relais.membership m WHERE m.person_id = p.person_id AND m.valid_until IS NULL)`,
        [personId],
      );
      expect(standing.filter((one) => one.erased)).toEqual([]);
    });

    it('is not erased while nobody else would administer a house or the installation', async () => {
      const outlook = async (client: Client, path: string) =>
        (await client.get<ErasureOutlook>(`/${path}/erasure`)).body.hindrances;
      const asked = await outlook(beci, 'own-data');
      expect(asked).toEqual([
        {
          organisationId: 'beci',
          organisationName: 'BECI',
          onlyRoles: ['organisation-administrator'],
          work: [],
          // BECI has no other: who administers the platform is named.
          askedOf: ['Admin Relais'],
        },
      ]);
      expect(await outlook(administrator, 'people/admin-beci')).toEqual(asked);
      expect((await erases(beci, 'admin-beci')).problem.code).toBe('erase-last-administrator');
      expect((await administrator.delete('/people/admin-beci')).problem.code).toBe('erase-last-administrator');
      expect((await erases(administrator, 'admin-hub')).problem.code).toBe('erase-last-administrator');
      // Nor while nobody else would coordinate, which only who administers the platform changes.
      const sofie = await signIn(apiUrl, 'sofie-hub');
      expect(await outlook(sofie, 'own-data')).toMatchObject([
        { onlyRoles: ['coordinator'], askedOf: ['Admin Relais'] },
      ]);
      expect((await erases(sofie, 'sofie-hub')).problem.code).toBe('last-coordinator');
      expect((await administrator.delete('/people/sofie-hub')).problem.code).toBe('last-coordinator');
      const roles = ['organisation-administrator'] as const;
      const second = await newcomer({ source, inviter: beci }, { roles: [...roles] });
      expect(await outlook(second.client, 'own-data')).toEqual([]);
      expect((await erases(second.client, second.personId)).status).toBe(204);
    });

    it('is not erased while a service of theirs has work that nobody else could do', async () => {
      const amelie = await signIn(apiUrl, 'amelie-beci');
      const { caseId } = (await amelie.openCase()).body;
      await amelie.command(caseId, { type: 'refer', serviceIds: ['itaa-accountants'] });
      const paul = await membershipOf(administrator, 'paul-itaa');
      const work = async () => (await administrator.get<Leaving>(`/members/${paul}/leaving`)).body.work;
      await until(async () => (await work()).length > 0, 'the projection tells of the request');
      const refused = [
        await erases(await signIn(apiUrl, 'paul-itaa'), 'paul-itaa'),
        await administrator.delete('/people/paul-itaa'),
      ];
      for (const { problem } of refused) {
        expect([problem.code, problem.errors?.[0]?.path]).toEqual(['erase-work-open', 'successors.itaa-accountants']);
      }
      expect((await people()).map((one) => one.personId)).toContain('paul-itaa');
      const client = await signIn(apiUrl, 'paul-itaa');
      // What they ask is known to administrators, since when they first did, until they ask no more.
      const wishes = (wish: string) => client.post('/own-data/erasure', { personId: 'paul-itaa', wish });
      const askedAt = async () => (await people()).find((one) => one.personId === 'paul-itaa')?.erasureAskedAt;
      expect([(await wishes('when-possible')).status, (await client.get('/session')).status]).toEqual([204, 200]);
      const since = await askedAt();
      expect(Date.parse(since ?? '')).not.toBeNaN();
      await wishes('when-possible');
      expect([await askedAt(), (await client.get<ErasureOutlook>('/own-data/erasure')).body.askedAt]).toEqual([
        since,
        since,
      ]);
      const { person } = (await client.get<OwnData>('/own-data')).body;
      expect(person.erasureAskedAt).toBe(since);
      await wishes('withdrawn');
      expect(await askedAt()).toBeNull();
      // Asked twice it is told once.
      const told = (await auditOf(source, 'person:paul-itaa')).filter(([, action]) => action.startsWith('erasure-'));
      expect(told).toEqual([
        ['paul-itaa', 'erasure-asked', null],
        ['paul-itaa', 'erasure-withdrawn', null],
      ]);
      const { body } = await client.get<ErasureOutlook>('/own-data/erasure');
      expect(body.hindrances).toMatchObject([
        { organisationId: 'itaa', onlyRoles: [], work: [{ serviceId: 'itaa-accountants', referrals: 1, leads: 0 }] },
      ]);
    });
  });
}
