import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Absence } from '#contracts/people';
import type { DataSource } from 'typeorm';
import { createDataSource, Database } from '#persistence/kernel';
import { AbsenceRepository } from '#persistence/people';
import { actingUnder, awayWith, inTime, servicesOf } from '../../support/absences.js';
import { auditOf, newcomer } from '../../support/invited.js';
import { type Client, signIn } from '../../support/http.js';
import { emptied, type System } from '../../support/system.js';

const day = 86_400_000;
const service = 'bemediation-mediation';
const own = ['bemediation-partners', null] as const;

let apiUrl: string;
let source: DataSource;
let amelie: Client;
let brigitte: Client;
const ids = { brigitte: '', pieter: '', jonas: '', amelie: '' };

const signInAs = (personId: string) => signIn(apiUrl, personId);

/** What becomes of an absence that is set: it is handed on, its substitute leaves, and it is forgotten. */
export function absenceChanges(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
    [amelie, brigitte] = [await signInAs('amelie-beci'), await signInAs('brigitte-bemediation')];
    ids.amelie = await actingUnder(amelie);
    ids.brigitte = await actingUnder(brigitte);
    ids.pieter = await actingUnder(await signInAs('pieter-bemediation'));
    ids.jonas = await actingUnder(await signInAs('jonas-beci'));
  });

  beforeEach(async () => {
    await source.query('DELETE FROM relais.absence');
  });

  afterAll(async () => {
    await source?.destroy();
  });

  describe('an absence', () => {
    it('that lasts is handed on to another substitute, who acts from then on and the one of before no more', async () => {
      const pieter = await signInAs('pieter-bemediation');
      const absenceId = await awayWith(brigitte, 'pieter-bemediation');
      const inviter = await signInAs('admin-hub');
      const third = await newcomer({ source, inviter }, { organisationId: 'bemediation', roles: ['actor'] });
      const asked = { substituteMembershipId: third.id, from: null, until: inTime(day) };
      const { status, body } = await brigitte.put<Absence>(`/absences/${absenceId}`, asked);
      expect([status, body.substitute?.personId, body.begun]).toEqual([200, third.personId, true]);
      expect(await servicesOf(pieter)).toEqual([own]);
      expect(await servicesOf(third.client)).toEqual([[service, 'brigitte-bemediation']]);
      expect((await auditOf(source, 'person:brigitte-bemediation')).at(-1)?.[1]).toBe('absence-changed');
      expect((await auditOf(source, 'person:pieter-bemediation')).at(-1)?.[1]).toBe('stand-in-ended');
      // Longer, with the same: the same absence.
      const longer = { ...asked, until: inTime(2 * day) };
      const again = await brigitte.put<Absence>(`/absences/${body.absenceId}`, longer);
      expect([again.body.absenceId, again.body.until]).toEqual([body.absenceId, longer.until]);
      // Their membership ends: those who may name another see that nobody stands in.
      await inviter.put(`/members/${third.id}/end`, { until: null, successors: [] });
      const [left] = (await brigitte.get<Absence[]>('/absences')).body;
      expect(left).toMatchObject({ mayEnd: true, gap: { because: 'left', until: longer.until } });
    });

    it('under a membership of another house is told to nobody here, and of a house that was left nothing is told', async () => {
      const administrator = await signInAs('admin-hub');
      const tom = await newcomer({ source, inviter: administrator }, { organisationId: 'ucm', roles: ['actor'] });
      const [other] = await source.query<{ id: string }[]>(
        `INSERT INTO relais.membership (person_id, organisation_id, roles) VALUES ($1, 'beci', '{actor}') RETURNING membership_id AS id`,
        [tom.personId],
      );
      const until = inTime(86_400_000);
      await source.query(
        `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until) VALUES ($1, $2, now(), $3)`,
        [tom.id, ids.jonas, until],
      );
      const away = { membershipId: ids.amelie, substituteMembershipId: other?.id, from: null, until };
      expect((await amelie.post('/absences', away)).status).toBe(201);
      await source.query(`UPDATE relais.membership SET valid_until = now() WHERE membership_id = $1`, [other?.id]);
      expect((await tom.client.get(`/absences/substitutes/${other?.id}`)).problem.code).toBe('member-unknown');
      expect((await tom.client.get(`/absences/substitutes/${tom.id}`)).status).toBe(200);
    });

    it('is forgotten once it has been over for some days', async () => {
      const of = (days: number) =>
        source.query(
          `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
           VALUES ($1, $2, now() - interval '9 days', now() - make_interval(days => $3))`,
          [ids.brigitte, ids.pieter, days],
        );
      await of(1);
      await of(3);
      await new AbsenceRepository(new Database(source)).forget();
      expect(await source.query('SELECT 1 FROM relais.absence')).toHaveLength(1);
    });
  });
}
