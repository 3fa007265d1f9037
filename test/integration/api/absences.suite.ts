import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseList, CaseView, Inbox } from '#contracts/case';
import type { Absence, AbsenceOutlook, TrailEntry } from '#contracts/people';
import type { DataSource } from 'typeorm';
import { createDataSource, locks } from '#persistence/kernel';
import { actingUnder, awayWith, inTime, servicesOf } from '../../support/absences.js';
import { openStream } from '../../support/event-stream.js';
import { type Client, signIn } from '../../support/http.js';
import { auditOf } from '../../support/invited.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

const [day, service] = [86_400_000, 'bemediation-mediation'] as const;

let apiUrl: string;
let source: DataSource;
let amelie: Client;
let brigitte: Client;
const ids = { brigitte: '', pieter: '', jonas: '', amelie: '' };

const signInAs = (personId: string) => signIn(apiUrl, personId);
const own = ['bemediation-partners', null] as const;

async function absencesOf(client: Client): Promise<readonly (readonly [string, string | undefined, boolean])[]> {
  const { body } = await client.get<Absence[]>('/absences');
  return body.map(({ absent, substitute, mayEnd }) => [absent.personId, substitute?.personId, mayEnd] as const);
}

/** Who is absent, and who does their work in their name meanwhile. */
export function absences(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    ({ apiUrl } = system().stack);
    source = await createDataSource(system().databaseUrl, { connections: 2 }).initialize();
    [amelie, brigitte] = [await signInAs('amelie-beci'), await signInAs('brigitte-bemediation')];
    [ids.amelie, ids.brigitte] = [await actingUnder(amelie), await actingUnder(brigitte)];
    const others = [await signInAs('pieter-bemediation'), await signInAs('jonas-beci')] as const;
    [ids.pieter, ids.jonas] = [await actingUnder(others[0]), await actingUnder(others[1])];
  });

  beforeEach(async () => {
    await source.query('DELETE FROM relais.absence');
  });

  afterAll(async () => {
    await source?.destroy();
  });

  /** Somebody's stream as it is told of their rights. */
  async function rightsOf(client: Client) {
    const stream = await openStream(client);
    const told = () => stream.received.filter(({ event }) => event === 'session').length;
    return { told: (times: number) => until(async () => told() >= times, `rights changed ${times} times`), stream };
  }

  describe('an absence', () => {
    it('lets a substitute see and do the work in the name of the absent person, who reads so, until it is ended', async () => {
      const pieter = await signInAs('pieter-bemediation');
      const { caseId } = (await amelie.openCase()).body;
      const referred = await amelie.command(caseId, { type: 'refer', serviceIds: [service] });
      const referralId = referred.body.case.referrals[0]?.referralId ?? '';
      expect((await pieter.get(`/cases/${caseId}`)).status).toBe(404);
      const { told, stream } = await rightsOf(pieter);

      const absenceId = await awayWith(brigitte, 'pieter-bemediation');
      expect(await servicesOf(pieter)).toEqual([own, [service, 'brigitte-bemediation']]);
      await told(1);
      await until(async () => {
        const { body } = await pieter.get<Inbox>('/inbox?bucket=to-answer');
        return body.lines.some((line) => line.caseId === caseId);
      }, 'the request is in the inbox of the substitute');
      expect((await pieter.get(`/cases/${caseId}`)).status).toBe(200);
      const inNameOf = async (client: Client) => {
        const { body } = await client.get<CaseList>('/cases');
        return body.cases.find((one) => one.caseId === caseId)?.inNameOf;
      };
      expect([await inNameOf(pieter), await inNameOf(brigitte)]).toEqual(['brigitte-bemediation', undefined]);
      const accepted = await pieter.command(caseId, { type: 'accept', referralId });
      const origin = { personId: 'pieter-bemediation', serviceId: service, forPersonId: 'brigitte-bemediation' };
      expect(accepted.body.case.timeline.at(-1)?.by).toMatchObject(origin);
      expect(accepted.body.case.people).toEqual([
        { personId: 'brigitte-bemediation', name: 'Brigitte Lannoy' },
        { personId: 'pieter-bemediation', name: 'Pieter Claessens' },
      ]);
      await until(async () => {
        const { body } = await amelie.get<CaseView>(`/cases/${caseId}`);
        return body.timeline.some(({ by }) => by.kind === 'person' && by.forPersonId === 'brigitte-bemediation');
      }, 'the event in another’s name is in the log');

      const { body: trail } = await brigitte.get<TrailEntry[]>('/audit/own');
      const inHerName = trail.filter(({ inNameOf }) => inNameOf?.personId === 'brigitte-bemediation');
      expect(inHerName.slice(0, 2).map(({ by, action, detail }) => [by?.personId, action, detail])).toEqual([
        ['pieter-bemediation', 'case-acted', 'accept'],
        ['pieter-bemediation', 'case-seen', null],
      ]);

      expect((await brigitte.delete(`/absences/${absenceId}`)).status).toBe(204);
      expect(await servicesOf(pieter)).toEqual([own]);
      await told(2);
      stream.close();
      expect((await pieter.get(`/cases/${caseId}`)).status).toBe(404);
      expect((await pieter.command(caseId, { type: 'add-note', note: 'Le plan avance.' })).status).toBe(404);
      expect((await brigitte.delete(`/absences/${absenceId}`)).problem.code).toBe('absence-unknown');
      for (const [about, set, ended] of [
        ['person:brigitte-bemediation', 'absence-set', 'absence-ended'],
        ['person:pieter-bemediation', 'stand-in-set', 'stand-in-ended'],
      ] as const) {
        const entries = await auditOf(source, about);
        expect(entries.slice(-2).map(([by, action]) => [by, action])).toEqual([
          ['brigitte-bemediation', set],
          ['brigitte-bemediation', ended],
        ]);
      }
    });

    it('begins and ends by itself, for open streams too', async () => {
      const pieter = await signInAs('pieter-bemediation');
      const { told, stream } = await rightsOf(pieter);
      await source.query(
        `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
         VALUES ($1, $2, clock_timestamp() + interval '1 second', clock_timestamp() + interval '1 hour')`,
        [ids.brigitte, ids.pieter],
      );
      await told(1);
      expect(await servicesOf(pieter)).toEqual([own, [service, 'brigitte-bemediation']]);
      const [ending] = await source.query<[{ until: Date }[], number]>(
        `UPDATE relais.absence SET valid_until = clock_timestamp() + interval '1 second' RETURNING valid_until AS until`,
      );
      // Whoever asks from the end on is refused, whether the stream knows it yet or not.
      const end = ending[0]?.until.getTime() ?? 0;
      const asked: { readonly sent: number; readonly told: number; readonly acts: boolean }[] = [];
      await until(async () => {
        const sent = Date.now();
        const acts = (await servicesOf(pieter)).length === 2;
        asked.push({ sent, told: Date.now(), acts });
        return sent > end;
      }, 'the absence is over');
      expect(asked.filter((one) => (one.told < end && !one.acts) || (one.sent > end && one.acts))).toEqual([]);
      expect(asked.some(({ acts }) => acts)).toBe(true);
      await told(2);
      stream.close();
    });

    it('gives another secret once one has begun or ended since the last', async () => {
      const pieter = await signInAs('pieter-bemediation');
      const isRenewed = async () => (await pieter.get('/session')).headers.get('set-cookie') !== null;
      expect(await isRenewed()).toBe(false);
      await source.query('ALTER TABLE relais.absence DISABLE TRIGGER tell_absence');
      await source.query(
        `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
         VALUES ($1, $2, clock_timestamp(), clock_timestamp() + interval '1 hour')`,
        [ids.brigitte, ids.pieter],
      );
      await source.query('ALTER TABLE relais.absence ENABLE TRIGGER tell_absence');
      expect(await isRenewed()).toBe(true);
    });

    it('gives what the absent person may do at each moment, also when that changes meanwhile', async () => {
      const pieter = await signInAs('pieter-bemediation');
      await awayWith(brigitte, 'pieter-bemediation');
      const { told, stream } = await rightsOf(pieter);
      await source.query('DELETE FROM relais.membership_service WHERE membership_id = $1', [ids.brigitte]);
      await told(1);
      expect(await servicesOf(pieter)).toEqual([own]);
      await source.query('INSERT INTO relais.membership_service VALUES ($1, $2)', [ids.brigitte, service]);
      await told(2);
      await source.query(`UPDATE relais.membership SET roles = '{member}' WHERE membership_id = $1`, [ids.brigitte]);
      await told(3);
      expect(await servicesOf(pieter)).toEqual([own]);
      await source.query(`UPDATE relais.membership SET roles = '{actor}' WHERE membership_id = $1`, [ids.brigitte]);
      await told(4);
      stream.close();
    });

    it('is arranged by the person and who manages them, shown to those it concerns, and ended by no substitute', async () => {
      const [jonas, beci] = [await signInAs('jonas-beci'), await signInAs('admin-beci')];
      const asked = {
        membershipId: ids.amelie,
        substituteMembershipId: ids.jonas,
        from: inTime(day),
        until: inTime(2 * day),
      };
      expect((await jonas.post('/absences', asked)).problem.code).toBe('member-unknown');
      const { status, body: set } = await beci.post<Absence>('/absences', asked);
      expect([status, set.absent.name, set.substitute?.name, set.gap]).toEqual([
        201,
        'Amélie Warnotte',
        'Jonas Verdonckt',
        null,
      ]);
      const shown = async (client: Client) => absencesOf(client);
      expect(await shown(amelie)).toEqual([['amelie-beci', 'jonas-beci', true]]);
      expect(await shown(jonas)).toEqual([['amelie-beci', 'jonas-beci', false]]);
      expect(await shown(beci)).toEqual([['amelie-beci', 'jonas-beci', true]]);
      expect(await shown(await signInAs('admin-hub'))).toEqual([['amelie-beci', 'jonas-beci', true]]);
      expect(await shown(brigitte)).toEqual([]);
      for (const one of [jonas, brigitte]) {
        expect((await one.delete(`/absences/${set.absenceId}`)).problem.code).toBe('absence-unknown');
      }
      expect((await amelie.post('/absences', asked)).problem.code).toBe('absence-overlaps');
      const during = { ...asked, membershipId: ids.jonas, substituteMembershipId: ids.amelie };
      const away = (await jonas.post('/absences', during, { language: 'en' })).problem;
      expect([away.code, away.errors?.map(({ path }) => path)]).toEqual([
        'substitute-absent',
        ['substituteMembershipId'],
      ]);
      // Other days, and nobody but who may set it.
      const others = { substituteMembershipId: ids.jonas, from: inTime(3 * day), until: inTime(4 * day) };
      const at = `/absences/${set.absenceId}`;
      expect((await jonas.put(at, others)).problem.code).toBe('absence-unknown');
      expect((await amelie.put(at, { ...others, substituteMembershipId: ids.pieter })).problem.code).toBe(
        'substitute-unknown',
      );
      const { body: changed } = await amelie.put<Absence>(at, others);
      expect([changed.absenceId, changed.from, changed.until]).toEqual([set.absenceId, others.from, others.until]);
      // The substitute goes away in turn, which leaves a gap.
      await source.query(
        'INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until) VALUES ($1, $2, $3, $4)',
        [ids.jonas, ids.amelie, others.from, others.until],
      );
      const [told] = (await beci.get<Absence[]>('/absences')).body;
      expect(told?.gap).toEqual({ because: 'away', from: others.from, until: others.until });
      const { body: outlook } = await beci.get<AbsenceOutlook>(`/absences/substitutes/${ids.amelie}`);
      // Neither herself nor who is no actor.
      expect(outlook.substitutes.map(({ name }) => name).filter((one) => /^(Amélie|Denis) /.test(one))).toEqual([]);
      expect(outlook.onlyRoles).toEqual([]);
      expect(outlook.substitutes.find(({ membershipId }) => membershipId === ids.jonas)).toMatchObject({
        shared: 1,
        lacks: [],
        away: [{ from: others.from, until: others.until }],
        until: null,
      });
      await source.query(`DELETE FROM relais.absence WHERE membership_id = $1`, [ids.jonas]);
      // Who coordinates alone is told so before they are away, and who of another profession would stand in is too.
      const [administrator, sofie] = [await signInAs('admin-hub'), await actingUnder(await signInAs('sofie-hub'))];
      const alone = await administrator.get<AbsenceOutlook>(`/absences/substitutes/${sofie}`);
      expect(alone.body.onlyRoles).toEqual(['coordinator']);
      const lawyers = await actingUnder(await signInAs('olivier-hub'));
      const { body: unlike } = await administrator.get<AbsenceOutlook>(`/absences/substitutes/${lawyers}`);
      expect(unlike.substitutes).toMatchObject([{ name: 'Samira Haddou', lacks: ['lawyer'] }]);
      // One that has not begun is as if it had never been set.
      expect((await beci.delete(`/absences/${set.absenceId}`)).status).toBe(204);
      expect(await shown(beci)).toEqual([]);
    });

    it.each([
      ['that began before', { from: '2026-01-01T00:00:00.000Z' }, 'from'],
      ['that ends before it begins', { from: inTime(2 * day) }, 'until'],
      ['of more than a year', { until: inTime(400 * day) }, 'until'],
    ])('%s is refused with a sentence', async (_, change, path) => {
      const asked = { membershipId: ids.brigitte, substituteMembershipId: ids.pieter, from: null, until: inTime(day) };
      const { status, problem } = await brigitte.post('/absences', { ...asked, ...change });
      expect([status, problem.code]).toEqual([422, 'bad-input']);
      expect(problem.errors).toMatchObject([{ path }]);
    });

    it('with somebody of another organisation is refused, and nothing is written', async () => {
      const asked = { membershipId: ids.brigitte, substituteMembershipId: ids.jonas, from: null, until: inTime(day) };
      const { status, problem } = await brigitte.post('/absences', asked);
      expect([status, problem.code]).toEqual([422, 'substitute-unknown']);
      expect(await source.query('SELECT 1 FROM relais.absence')).toEqual([]);
    });

    it('is judged by who belongs where once whoever is changing that is done', async () => {
      const asked = { membershipId: ids.brigitte, substituteMembershipId: ids.pieter, from: null, until: inTime(day) };
      const leaves = (when: string) => `UPDATE relais.membership SET valid_until = ${when} WHERE membership_id = $1`;
      const setting = await source.transaction(async (sql) => {
        await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
        await sql.query(leaves('now()'), [ids.pieter]);
        const sent = brigitte.post('/absences', asked);
        const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
        await until(async () => (await sql.query<object[]>(waiting)).length > 0, 'it waits');
        return { sent };
      });
      const { problem } = await setting.sent;
      await source.query(leaves('NULL'), [ids.pieter]);
      expect(problem.code).toBe('substitute-unknown');
    });
  });
}
