import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { AuditEntry, Saved } from '#contracts/analysis';
import type { Absence, ErasureOutlook, Leaving, OwnData, PersonLine } from '#contracts/people';
import { createDataSource, Database } from '#persistence/kernel';
import { UnusedMembershipRepository } from '#persistence/people';
import { actingUnder, inTime } from '../../support/absences.js';
import { savedQuery } from '../../support/analysis-requests.js';
import { openStream } from '../../support/event-stream.js';
import { type Client, signIn } from '../../support/http.js';
import { auditOf, cameBack, letterTo, newcomer } from '../../support/invited.js';
import { membershipOf } from '../../support/member-routes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

/** What an administrator does for a person who asks: giving what is kept of them, correcting it, erasing it. */
export function people(system: () => System): void {
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

  const lines = async () => (await administrator.get<PersonLine[]>('/people')).body;

  it('nobody is left without who manages them: one who goes away on a day does not end the only other', async () => {
    const roles = ['organisation-administrator'] as const;
    const { client, id, personId } = await newcomer({ source, inviter: beci }, { roles: [...roles], serviceIds: [] });
    const own = await membershipOf(administrator, 'admin-beci');
    const end = (one: Client, membershipId: string, until: string | null) =>
      one.put(`/members/${membershipId}/end`, { until, successors: [] });
    const inDays = new Date(Date.now() + 3 * 86_400_000).toISOString();
    expect((await end(beci, own, inDays)).status).toBe(200);
    expect((await end(beci, id, null)).problem.code).toBe('last-administrator');
    expect((await client.delete(`/members/${own}/end`)).status).toBe(200);
    // Neither was there for half a year: not both end.
    const both = [[own, id]];
    const asked = (at: string) =>
      source.query(`UPDATE relais.membership_use SET asked_at = ${at} WHERE membership_id = ANY ($1)`, both);
    await asked(`now() - interval '31 days'`);
    await new UnusedMembershipRepository(new Database(source)).end();
    const lasting = 'SELECT 1 FROM relais.membership WHERE membership_id = ANY ($1) AND valid_until IS NULL';
    expect(await source.query<unknown[]>(lasting, both)).toHaveLength(2);
    await asked('NULL');
    // Both at the same moment: one of them stays.
    const atOnce = await Promise.all([end(beci, id, null), end(client, own, null)]);
    expect(atOnce.filter(({ status }) => status === 200)).toHaveLength(1);
    await administrator.delete(`/members/${own}/end`);
    beci = await signIn(apiUrl, 'admin-beci');
    await end(administrator, id, null);
    // Whoever has come back under another membership has that one.
    const leave = await cameBack(source, personId, 'beci');
    expect((await administrator.delete(`/members/${id}/end`)).problem.code).toBe('already-member');
    await leave();
  });

  it('nobody is left without coordination, whoever ends it', async () => {
    const at = `/members/${await membershipOf(administrator, 'sofie-hub')}`;
    expect((await administrator.get<Leaving>(`${at}/leaving`)).body.onlyRoles).toEqual(['coordinator']);
    const ended = await administrator.put(`${at}/end`, { until: null, successors: [] });
    const changed = await administrator.put(at, { roles: ['member'], serviceIds: [] });
    expect([ended.problem.code, changed.problem.code]).toEqual(['last-coordinator', 'last-coordinator']);
  });

  it('erases somebody once, however often it is asked', async () => {
    const { client, personId } = await newcomer({ source, inviter: beci });
    const live = await openStream(client);
    const erase = () => administrator.delete(`/people/${personId}`);
    const statuses = (await Promise.all([erase(), erase()])).map(({ status }) => status);
    expect([...statuses, (await erase()).status]).toEqual([204, 204, 204]);
    await live.ended;
    const erasure = (await auditOf(source, `person:${personId}`)).filter(([, action]) => action === 'person-erased');
    expect(erasure).toEqual([['admin-hub', 'person-erased', null]]);
    expect((await administrator.get(`/people/${personId}/data`)).problem.code).toBe('person-unknown');
    expect((await administrator.put(`/people/${personId}`, { name: 'Noor', language: 'nl' })).problem.code).toBe(
      'person-unknown',
    );
    expect((await administrator.delete('/people/nobody')).problem.code).toBe('person-unknown');
  });

  it('erases what an analyst kept alone, and leaves what others use without a name', async () => {
    const roles = ['analyst'] as const;
    const analyst = await newcomer({ source, inviter: administrator }, { organisationId: null, roles: [...roles] });
    const shared = (await analyst.client.post<Saved>('/analysis/saved', savedQuery('de tous', true))).body;
    const own = (await analyst.client.post<Saved>('/analysis/saved', savedQuery('à moi', false))).body;
    await analyst.client.get('/analysis/events?limit=1');
    expect((await administrator.delete(`/people/${analyst.personId}`)).status).toBe(204);
    const anna = await signIn(apiUrl, 'anna-hub');
    expect((await anna.get<Saved>(`/analysis/saved/${shared.savedId}`)).body.ownerName).toBeNull();
    expect((await anna.get(`/analysis/saved/${own.savedId}`)).status).toBe(404);
    const { body } = await administrator.get<AuditEntry[]>(`/analysis/audit?personId=${analyst.personId}`);
    expect(body[0]?.personName).toBeNull();
  });

  it('erases who stands in for somebody: nobody does any more, which the absent person sees and reads', async () => {
    const substitute = await newcomer({ source, inviter: beci }, { roles: ['actor'], serviceIds: ['beci-desk'] });
    const amelie = await signIn(apiUrl, 'amelie-beci');
    const away = {
      membershipId: await actingUnder(amelie),
      substituteMembershipId: substitute.id,
      from: null,
      until: inTime(86_400_000),
    };
    expect((await amelie.post('/absences', away)).status).toBe(201);
    const { body: outlook } = await administrator.get<ErasureOutlook>(`/people/${substitute.personId}/erasure`);
    expect(outlook).toMatchObject({ hindrances: [], standsInFor: [{ name: 'Amélie Warnotte', until: away.until }] });
    expect((await administrator.delete(`/people/${substitute.personId}`)).status).toBe(204);
    expect((await administrator.get(`/people/${substitute.personId}/erasure`)).problem.code).toBe('person-unknown');
    const [left] = (await amelie.get<Absence[]>('/absences')).body;
    expect(left).toMatchObject({ substitute: null, gap: { because: 'left', until: away.until }, mayEnd: true });
    expect((await auditOf(source, 'person:amelie-beci')).at(-1)).toEqual(['admin-hub', 'absence-uncovered', null]);
    expect((await amelie.delete(`/absences/${left?.absenceId}`)).status).toBe(204);
  });

  it('gives somebody what is kept of them, also when they are a member of nothing, and it is told', async () => {
    const { personId, id, mail } = await newcomer({ source, inviter: beci });
    await beci.put(`/members/${id}/end`, { until: null, successors: [] });
    expect((await lines()).find((one) => one.personId === personId)).toEqual({
      personId,
      name: 'Noor Vanderlinden',
      language: 'fr',
      mail,
      erasureAskedAt: null,
      houses: [],
    });
    const { body } = await administrator.get<OwnData>(`/people/${personId}/data`);
    expect(body).toMatchObject({ person: { personId, mail }, memberships: [{ membershipId: id }] });
    expect(await auditOf(source, `person:${personId}`)).toEqual([['admin-hub', 'person-data-read', null]]);
  });

  it('corrects a name and an address, of which both addresses are told', async () => {
    const [one, other] = [await newcomer({ source, inviter: beci }), await newcomer({ source, inviter: beci })];
    const mail = `${randomUUID()}@example.org`;
    const corrected = { name: 'Noor De Smedt', language: 'nl', mail };
    const correct = (change: object) => administrator.put(`/people/${one.personId}`, { ...corrected, ...change });
    expect((await correct({ mail: other.mail })).problem.code).toBe('mail-anothers');
    expect((await correct({})).status).toBe(204);
    expect((await lines()).find(({ personId }) => personId === one.personId)).toMatchObject(corrected);
    const told = async (to: string) => (await letterTo(source, to)).text;
    await until(async () => (await told(one.mail)).includes('vervangen'), 'the address of before is told');
    await until(async () => (await told(mail)).includes('Het beheer van Relais'), 'the one from now on is told');
    expect(await auditOf(source, `person:${one.personId}`)).toEqual([
      ['admin-hub', 'person-corrected', null],
      ['admin-hub', 'mail-changed', null],
    ]);
    expect((await correct({ mail: undefined, name: 'Noor Smets' })).status).toBe(204);
    expect((await lines()).find(({ personId }) => personId === one.personId)?.mail).toBe(mail);
  });

  it('shows a passkey just before', async () => {
    const roles = ['administrator'] as const;
    const second = await newcomer({ source, inviter: administrator }, { organisationId: null, roles: [...roles] });
    await source.query(`UPDATE relais.session SET passkey_at = now() - interval '11 minutes' WHERE person_id = $1`, [
      second.personId,
    ]);
    const asked = [
      await second.client.get('/people/claire-ucm/data'),
      await second.client.put('/people/claire-ucm', { name: 'Claire Hennaut', language: 'fr' }),
      await second.client.delete('/people/claire-ucm'),
    ];
    expect(asked.map(({ problem }) => problem.code)).toEqual(['proof-needed', 'proof-needed', 'proof-needed']);
    await administrator.delete(`/people/${second.personId}`);
  });
}
