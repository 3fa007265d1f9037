import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Inbox } from '#contracts/case';
import type { Leaving, Member, MembershipEnd, Role, Session } from '#contracts/people';
import { createDataSource, Database } from '#persistence/kernel';
import { UnusedMembershipRepository } from '#persistence/people';
import { openStream } from '../../support/event-stream.js';
import { type Client, signIn } from '../../support/http.js';
import { auditOf, newcomer } from '../../support/invited.js';
import { memberOf, membershipOf } from '../../support/member-routes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let apiUrl: string;
let source: DataSource;
let beci: Client;
let administrator: Client;

const atOnce: MembershipEnd = { until: null, successors: [] };

/** Somebody who has just joined BECI, and under which membership. */
function newMember(roles: readonly Role[], serviceIds: readonly string[] = []) {
  return newcomer({ source, inviter: beci }, { roles: [...roles], serviceIds: [...serviceIds] });
}

const idOf = (personId: string) => membershipOf(administrator, personId);

/** Who belongs to an organisation, changed and ended by those who manage it. */
export function members(system: () => System): void {
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

  describe('members', () => {
    it('are those of one’s organisation, of all of them for an administrator', async () => {
      const { body: own } = await beci.get<Member[]>('/members');
      expect(new Set(own.map(({ membership }) => membership.organisationId))).toEqual(new Set(['beci']));
      const amelie = own.find(({ person }) => person.personId === 'amelie-beci');
      expect(amelie).toMatchObject({
        mail: 'amelie-beci@beci.example',
        unusedUntil: null,
        mayManage: true,
        membership: { roles: ['actor'] },
      });
      expect(own.find(({ person }) => person.personId === 'admin-beci')?.usedAt).not.toBeNull();
      const { body: all } = await administrator.get<Member[]>('/members');
      expect(all.length).toBeGreaterThan(own.length);
    });

    it('have other roles and services from their next request on', async () => {
      const { client, id } = await newMember(['actor'], ['beci-desk']);
      const live = await openStream(client);
      const { status, body } = await beci.put<Member>(`/members/${id}`, { roles: ['member'], serviceIds: [] });
      expect([status, body.membership]).toMatchObject([200, { roles: ['member'], services: [] }]);
      await live.next(({ event }) => event === 'session', 'the open stream is told');
      live.close();
      expect((await client.openCase()).problem.code).toBe('forbidden');
      await beci.put(`/members/${id}`, { roles: ['actor'], serviceIds: ['beci-legal', 'beci-desk'] });
      const services = (await memberOf(beci, id))?.membership.services.map(({ serviceId }) => serviceId);
      expect(services).toEqual(['beci-desk', 'beci-legal']);
      expect(await auditOf(source, `membership:${id}`)).toEqual([
        ['admin-beci', 'membership-changed', 'actor>member'],
        ['admin-beci', 'membership-changed', 'member>actor'],
      ]);
    });

    it.each([
      [{ roles: ['coordinator'], serviceIds: [] }, 'role-beyond'],
      [{ roles: ['actor'], serviceIds: ['ucm-coaching'] }, 'service-elsewhere'],
      [{ roles: ['member'], serviceIds: ['beci-desk'] }, 'bad-input'],
    ])('are not given %j', async (terms, code) => {
      expect((await beci.put(`/members/${await idOf('jonas-beci')}`, terms)).problem.code).toBe(code);
    });

    it('of another organisation are not there, and one with a role beyond is only looked at', async () => {
      const theirs = await idOf('claire-ucm');
      expect((await beci.put(`/members/${theirs}/end`, atOnce)).problem.code).toBe('member-unknown');
      expect((await beci.put(`/members/${randomUUID()}/end`, atOnce)).problem.code).toBe('member-unknown');
      const jonas = await idOf('jonas-beci');
      await administrator.put(`/members/${jonas}`, { roles: ['actor', 'coordinator'], serviceIds: ['beci-legal'] });
      expect((await memberOf(beci, jonas))?.mayManage).toBe(false);
      expect((await beci.put(`/members/${jonas}/end`, atOnce)).problem.code).toBe('role-beyond');
      const before = { roles: ['actor'], serviceIds: ['beci-legal', 'beci-desk'] };
      expect((await administrator.put(`/members/${jonas}`, before)).status).toBe(200);
    });
  });

  describe('the end of a membership', () => {
    it('ends the sessions under it at once, and for good', async () => {
      const { client, id, personId } = await newMember(['member']);
      const live = await openStream(client);
      expect((await beci.put(`/members/${id}/end`, atOnce)).status).toBe(200);
      await live.ended;
      expect((await client.get('/session')).problem.code).toBe('signed-out');
      expect((await beci.put(`/members/${id}`, { roles: ['member'], serviceIds: [] })).problem.code).toBe(
        'membership-over',
      );
      expect((await beci.put(`/members/${id}/end`, atOnce)).problem.code).toBe('membership-over');
      expect((await beci.delete<Member>(`/members/${id}/end`)).body.membership.until).toBeNull();
      expect((await client.get('/session')).problem.code).toBe('signed-out');
      expect((await (await signIn(apiUrl, personId)).get('/session')).status).toBe(200);
      expect(await auditOf(source, `membership:${id}`)).toEqual([
        ['admin-beci', 'membership-ended', null],
        ['admin-beci', 'membership-prolonged', null],
      ]);
    });

    it('that has passed by itself ends them for good too, once it is taken back', async () => {
      const { client, id } = await newMember(['member']);
      const soon = new Date(Date.now() + 1_500).toISOString();
      expect((await beci.put(`/members/${id}/end`, { until: soon, successors: [] })).status).toBe(200);
      expect((await client.get<Session>('/session')).body.endsAt).toBe(soon);
      await until(async () => (await client.get('/session')).status === 401, 'the membership is over');
      await beci.delete(`/members/${id}/end`);
      expect((await client.get('/session')).problem.code).toBe('signed-out');
    });

    it('is not in the past', async () => {
      const { id } = await newMember(['member']);
      const end = { until: new Date(Date.now() - 1_000).toISOString(), successors: [] };
      const { problem } = await beci.put(`/members/${id}/end`, end, { language: 'en' });
      expect([problem.code, problem.errors?.[0]?.path]).toEqual(['bad-input', 'until']);
    });

    it('is refused to the last who manages an organisation, and so is the loss of that role', async () => {
      const own = await idOf('admin-beci');
      const terms = { roles: ['member'], serviceIds: [] };
      const only = async (client: Client) => (await client.get<Leaving>(`/members/${own}/leaving`)).body.onlyRoles;
      // Whoever manages others stays, and may end even this one.
      expect([await only(beci), await only(administrator)]).toEqual([['organisation-administrator'], []]);
      expect((await beci.put(`/members/${own}/end`, atOnce)).problem.code).toBe('last-administrator');
      expect((await beci.put(`/members/${own}`, terms)).problem.code).toBe('last-administrator');
      const other = await newMember(['organisation-administrator']);
      expect((await other.client.put(`/members/${own}`, terms)).status).toBe(200);
      expect((await other.client.put(`/members/${other.id}/end`, atOnce)).problem.code).toBe('last-administrator');
      const back = { roles: ['organisation-administrator'], serviceIds: [] };
      expect((await other.client.put(`/members/${own}`, back)).status).toBe(200);
      expect((await beci.put(`/members/${other.id}/end`, atOnce)).status).toBe(200);
      const { problem } = await administrator.put(`/members/${await idOf('admin-hub')}/end`, atOnce);
      expect(problem.code).toBe('last-administrator');
    });

    it('hands the open work of a service that is nobody else’s to whoever is named', async () => {
      const amelie = await signIn(apiUrl, 'amelie-beci');
      const { caseId } = (await amelie.openCase()).body;
      await amelie.command(caseId, { type: 'refer', serviceIds: ['itaa-accountants'] });
      const [paul, lieve, stranger] = [await idOf('paul-itaa'), await idOf('lieve-itaa'), await idOf('claire-ucm')];
      const theirs = (await memberOf(administrator, paul))?.membership.services.map(({ serviceId }) => serviceId) ?? [];
      const work = async () => (await administrator.get<Leaving>(`/members/${paul}/leaving`)).body.work;
      await until(async () => (await work()).length > 0, 'the projection tells of the request');
      expect(await work()).toMatchObject([
        {
          serviceId: 'itaa-accountants',
          referrals: 1,
          leads: 0,
          successors: [{ membershipId: lieve, until: null, awayUntil: null, fits: true }],
        },
      ]);
      // Who is away now says so where a successor is chosen.
      const awayUntil = new Date(Date.now() + 86_400_000).toISOString();
      await source.query(
        'INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until) VALUES ($1, $2, now(), $3)',
        [lieve, paul, awayUntil],
      );
      const { body: leaving } = await administrator.get<Leaving>(`/members/${paul}/leaving`);
      expect([leaving.work[0]?.successors[0]?.awayUntil, leaving.standsInFor]).toMatchObject([
        awayUntil,
        [{ name: 'Lieve Hertogh', until: awayUntil }],
      ]);
      await source.query('DELETE FROM relais.absence');
      const end = (successors: MembershipEnd['successors'], day: string | null = null) =>
        administrator.put(`/members/${paul}/end`, { until: day, successors }, { language: 'en' });
      // Nor does it end by itself.
      await source.query(
        `INSERT INTO relais.membership_use (membership_id, used_at, asked_at) VALUES ($1, now(), now() - interval '31 days')
         ON CONFLICT (membership_id) DO UPDATE SET asked_at = excluded.asked_at`,
        [paul],
      );
      await new UnusedMembershipRepository(new Database(source)).end();
      await source.query('UPDATE relais.membership_use SET asked_at = NULL WHERE membership_id = $1', [paul]);
      expect((await memberOf(administrator, paul))?.membership.until).toBeNull();
      const asked = await end([]);
      expect([asked.problem.code, asked.problem.errors]).toEqual([
        'work-unshared',
        [{ path: 'successors.itaa-accountants', message: expect.stringContaining('open requests 1') }],
      ]);
      const terms = { roles: ['actor'], serviceIds: ['itaa-public-debt'] };
      expect((await administrator.put(`/members/${paul}`, terms)).problem.code).toBe('work-unshared');
      expect((await memberOf(administrator, paul))?.membership.services).toHaveLength(theirs.length);
      const over = (membershipId: string | null) => [{ serviceId: 'itaa-accountants', membershipId }];
      expect((await end(over(stranger))).problem.code).toBe('successor-unknown');
      expect((await memberOf(administrator, paul))?.membership.until).toBeNull();
      expect((await end(over(lieve))).status).toBe(200);
      try {
        const inbox = await (await signIn(apiUrl, 'lieve-itaa')).get<Inbox>('/inbox?bucket=to-answer');
        expect(inbox.body.lines.map((line) => line.caseId)).toContain(caseId);
        expect(await auditOf(source, `membership:${lieve}`)).toContainEqual([
          'admin-hub',
          'membership-changed',
          'takes-over',
        ]);
        await administrator.delete(`/members/${paul}/end`);
        // Both act for it now.
        expect(await work()).toEqual([]);
        // One of two who leaves on a day keeps nobody from being asked, who could hand over until then and no longer.
        const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
        const leaves = { until: inDays(5), successors: [] };
        expect((await administrator.put(`/members/${lieve}/end`, leaves)).status).toBe(200);
        const on = (day: string) => administrator.get<Leaving>(`/members/${paul}/leaving?until=${day}`);
        const successorsOn = async (day: string) => (await on(day)).body.work.map((one) => one.successors);
        expect(await successorsOn(inDays(4))).toMatchObject([[{ membershipId: lieve, until: leaves.until }]]);
        expect(await successorsOn(inDays(6))).toEqual([[]]);
        expect((await end(over(lieve), inDays(6))).problem.code).toBe('successor-unknown');
        expect((await end([])).problem.code).toBe('work-unshared');
        await administrator.delete(`/members/${lieve}/end`);
        expect((await administrator.put(`/members/${lieve}`, terms)).status).toBe(200);
        // The service is taken from the one who has it alone, and handed over at once.
        const taken = { ...terms, successors: over(lieve) };
        expect((await administrator.put<Member>(`/members/${paul}`, taken)).body.membership.services).toHaveLength(1);
        const hers = (await memberOf(administrator, lieve))?.membership.services.map(({ serviceId }) => serviceId);
        expect(hers).toContain('itaa-accountants');
        expect((await administrator.put(`/members/${paul}`, { roles: ['actor'], serviceIds: theirs })).status).toBe(
          200,
        );
        await administrator.put(`/members/${lieve}`, {
          roles: ['actor'],
          serviceIds: ['itaa-public-debt', 'itaa-closing'],
        });
        expect((await end(over(null))).status).toBe(200);
      } finally {
        await administrator.delete(`/members/${paul}/end`);
      }
    });
  });
}
