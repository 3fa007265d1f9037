import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseRequestInput, CaseView, CommandAnswer } from '#contracts/case';
import { createDataSource, Database } from '#persistence/kernel';
import { ask, type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let database: Database;
let amelie: Client;
let brigitte: Client;

/** Commands to cases, with their notes and keys. */
export function commands(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 2 }));
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    brigitte = await signIn(stack.apiUrl, 'brigitte-bemediation');
  });

  afterAll(async () => {
    await database?.stop();
  });

  async function countRows(table: 'note' | 'note_key'): Promise<number> {
    const [row] = await database.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM relais.${table}`);
    return row?.rows ?? -1;
  }

  describe('a command', () => {
    it('travels from its sender to the other party, notes included', async () => {
      const opened = await amelie.openCase({ note: 'Retard de loyer depuis trois mois, locataire de bonne foi.' });
      expect(opened.status).toBe(201);
      expect(opened.body).toMatchObject({
        sequence: 1,
        case: { status: 'awaiting-lead', lead: { serviceId: 'beci-desk' }, notesErased: false },
      });
      const { caseId } = opened.body;
      const referred = await amelie.command(caseId, {
        type: 'refer',
        serviceIds: ['bemediation-mediation'],
        message: 'Le propriétaire accepte de négocier.',
      });
      expect(referred.status).toBe(200);
      expect(referred.body.case.timeline.map((event) => event.type)).toEqual(
        expect.arrayContaining(['relais.referral.sent.v1']),
      );
      const seen = await until(async () => {
        const { status, body } = await brigitte.get<CaseView>(`/cases/${caseId}`);
        return status === 200 && body.sequence === 2 && body;
      }, 'the mediator sees the case');
      expect(seen.timeline.map((event) => event.sequence)).toEqual([1, 2]);
      expect(seen.notes.map((note) => note.text)).toEqual([
        'Retard de loyer depuis trois mois, locataire de bonne foi.',
        'Le propriétaire accepte de négocier.',
      ]);
      expect(seen.actions).toContainEqual({ type: 'accept', referralId: seen.referrals[0]?.referralId });
    });

    it('given twice with the same key is one command with the same answer', async () => {
      const key = randomUUID();
      const first = await amelie.openCase({}, key);
      const second = await amelie.openCase({}, key);
      expect([second.status, second.body.caseId, second.body.sequence]).toEqual([201, first.body.caseId, 1]);

      const { caseId } = first.body;
      const referKey = randomUUID();
      const refer: CaseRequestInput = { type: 'refer', serviceIds: ['unpass-psychology'], message: 'Très fatigué.' };
      const answers = await Promise.all([1, 2, 3].map(() => amelie.command(caseId, refer, referKey)));
      expect(answers.map((one) => [one.status, one.body.sequence])).toEqual([
        [200, 2],
        [200, 2],
        [200, 2],
      ]);
      const later = await amelie.command(caseId, { type: 'add-note', note: 'Rappeler vendredi.' });
      expect(later.body.sequence).toBe(3);
      const again = await amelie.command(caseId, refer, referKey);
      expect([again.status, again.body.sequence, again.body.case.referrals.length]).toEqual([200, 2, 1]);
    });

    it('with a used key and another body is refused and leaves no note', async () => {
      const { caseId } = (await amelie.openCase()).body;
      const key = randomUUID();
      expect((await amelie.command(caseId, { type: 'add-note', note: 'Premier texte.' }, key)).status).toBe(200);
      const notes = await countRows('note');
      const second = await amelie.command(caseId, { type: 'add-note', note: 'Autre texte.' }, key);
      expect([second.status, second.problem.code]).toEqual([422, 'key-reused']);
      expect(await countRows('note')).toBe(notes);
    });

    it('keeps the keys of two people apart', async () => {
      const key = randomUUID();
      const mine = await amelie.openCase({}, key);
      const theirs = await brigitte.openCase({}, key);
      expect([mine.status, theirs.status]).toEqual([201, 201]);
      expect(theirs.body.caseId).not.toBe(mine.body.caseId);
    });

    it('without a key is refused', async () => {
      const answer = await ask(stack.apiUrl, 'POST', '/api/v1/cases', {
        headers: { cookie: amelie.cookie },
        language: 'en',
        body: {},
      });
      expect([answer.status, answer.problem.code, answer.headers.get('content-type')]).toEqual([
        400,
        'key-missing',
        'application/problem+json; charset=utf-8',
      ]);
    });

    it('is refused by the rules in the language of the caller, and its note is taken back', async () => {
      const { caseId } = (await amelie.openCase({ consent: consentFor('coach') })).body;
      const notes = await countRows('note');
      const body = { type: 'refer', serviceIds: ['itaa-accountants'], message: 'Vraag over de btw.' };
      const refused = await amelie.post<CommandAnswer>(`/cases/${caseId}/commands`, body, {
        key: randomUUID(),
        language: 'nl',
      });
      expect(refused.problem).toMatchObject({
        status: 409,
        code: 'no-consent',
        detail: 'De ondernemer gaf geen toestemming voor: boekhouder. Vernieuw eerst de toestemming.',
        errors: [{ path: 'serviceIds' }],
      });
      expect(await countRows('note')).toBe(notes);
    });

    it('to a service that does not exist, or on a case that does not exist, is refused', async () => {
      const { caseId } = (await amelie.openCase()).body;
      const unknown = await amelie.command(caseId, { type: 'refer', serviceIds: ['nobody'] });
      expect([unknown.status, unknown.problem.code]).toEqual([422, 'service-unknown']);
      const missing = await amelie.command(randomUUID(), { type: 'withdraw-consent' });
      expect([missing.status, missing.problem.code]).toEqual([404, 'case-not-found']);
    });
  });

  describe('the anonymity guard', () => {
    it('refuses a name in a note with its place, before anything is stored', async () => {
      const before = [await countRows('note'), await countRows('note_key')];
      const note = 'Entretien avec madame Dupont, gsm 0470 12 34 56.';
      const opened = await amelie.openCase({ note });
      expect(opened.status).toBe(422);
      expect(opened.problem.code).toBe('identifier-found');
      const places = (opened.problem.errors ?? []).map((one) => [one.path, one.kind, note.slice(one.start, one.end)]);
      expect(places).toEqual(
        expect.arrayContaining([
          ['note', 'person-name', expect.stringContaining('Dupont')],
          ['note', 'phone', expect.stringContaining('0470')],
        ]),
      );
      const { caseId } = (await amelie.openCase()).body;
      const referred = await amelie.command(caseId, {
        type: 'refer',
        serviceIds: ['itaa-accountants'],
        message: 'Écrire à jan.peeters@example.be.',
      });
      expect([referred.status, referred.problem.errors?.[0]?.path]).toEqual([422, 'message']);
      expect([await countRows('note'), await countRows('note_key')]).toEqual(before);
      const after = await amelie.get<CaseView>(`/cases/${caseId}`);
      expect([after.body.sequence, after.body.referrals]).toEqual([1, []]);
    });
  });

  describe('a command that is asked again', () => {
    it('stays refused, also when it would be possible by the time a late copy of it arrives', async () => {
      const { caseId } = (await amelie.openCase()).body;
      const referred = await amelie.command(caseId, { type: 'refer', serviceIds: ['itaa-accountants'] });
      const key = randomUUID();
      const close = { type: 'close-case', outcome: 'recovered' } as const;
      const again = { key, headers: { 'idempotency-attempt': '2' } };
      const refused = await amelie.post<CommandAnswer>(`/cases/${caseId}/commands`, close, again);
      expect([refused.status, refused.problem.code]).toEqual([409, 'referrals-active']);
      const referralId = referred.body.case.referrals[0]?.referralId ?? '';
      await amelie.command(caseId, { type: 'recall', referralId, reason: 'sent-by-mistake' });
      const late = await amelie.command(caseId, close, key);
      expect([late.status, late.problem.code]).toEqual([409, 'referrals-active']);
      expect((await amelie.command(caseId, close)).status).toBe(200);
    });
  });

  describe('withdrawn consent', () => {
    it('erases the notes for ever, and says so to who writes one later', async () => {
      const { caseId } = (await amelie.openCase({ note: 'Dettes de TVA.' })).body;
      const note = { type: 'add-note', note: 'Premier contact.' } as const;
      const key = randomUUID();
      const written = await amelie.command(caseId, note, key);
      const withdrawn = await amelie.command(caseId, { type: 'withdraw-consent' });
      expect(withdrawn.body.case).toMatchObject({ status: 'closed', notes: [], notesErased: true });
      await until(async () => {
        const rows = await database.query('SELECT 1 FROM relais.note_key WHERE case_id = $1 AND wrapped_key IS NULL', [
          caseId,
        ]);
        return rows.length === 1;
      }, 'the key is destroyed');
      expect(await database.query('SELECT 1 FROM relais.note WHERE case_id = $1', [caseId])).toEqual([]);
      const reopened = await amelie.command(caseId, {
        type: 'reopen-case',
        reason: 'relapse',
        consent: consentFor('coach'),
      });
      expect(reopened.status).toBe(200);
      const late = await amelie.command(caseId, { type: 'add-note', note: 'Nouvel essai.' });
      expect([late.status, late.problem.code]).toEqual([409, 'notes-erased']);
      const repeated = await amelie.command(caseId, note, key);
      expect([repeated.status, repeated.body.sequence]).toEqual([200, written.body.sequence]);
    });
  });

  function consentFor(profession: 'coach') {
    return { givenOn: '2026-09-01', channel: 'oral' as const, professions: [profession] };
  }
}
