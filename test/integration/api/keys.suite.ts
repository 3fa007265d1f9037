import { Client as TemporalClient, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseRequestInput, CaseView, CommandAnswer, Inbox } from '#contracts/case';
import { createDataSource, Database } from '#persistence/kernel';
import { caseWorkflowId } from '#workflows';
import { commandIdsOf } from '../../../apps/api/src/case/command-ids.js';
import { consent, facts } from '../../support/builders.js';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { unwritten } from '../../support/unwritten.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let database: Database;
let connection: Connection;
/** Leads, is asked, has no part. */
let amelie: Client;
let brigitte: Client;
let nora: Client;

const note = { type: 'add-note', note: 'Premier rendez-vous fixé.' } as const;
const repeated = { 'idempotency-attempt': '2' };

/** What a key stands for, who hears of what it came to, and that nothing is written before rights are asked. */
export function keys(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 2 }));
    connection = await Connection.connect({ address: process.env['TEST_TEMPORAL_ADDRESS'] ?? '' });
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    brigitte = await signIn(stack.apiUrl, 'brigitte-bemediation');
    nora = await signIn(stack.apiUrl, 'nora-unpass');
  });
  afterAll(async () => {
    await connection?.close();
    await database?.stop();
  });

  const handleOf = (caseId: string) => new TemporalClient({ connection }).workflow.getHandle(caseWorkflowId(caseId));

  /** How many commands the case's workflow has taken. */
  async function taken(caseId: string): Promise<number> {
    const { events } = await handleOf(caseId).fetchHistory();
    return (events ?? []).filter((one) => one.workflowExecutionUpdateAcceptedEventAttributes).length;
  }

  async function opened(): Promise<string> {
    return (await amelie.openCase()).body.caseId;
  }

  /** Asks the mediator; answers the referral. */
  async function referred(caseId: string): Promise<string> {
    const { body } = await amelie.command(caseId, { type: 'refer', serviceIds: ['bemediation-mediation'] });
    return body.case.referrals[0]?.referralId ?? '';
  }

  async function notesOf(caseId: string): Promise<string[]> {
    const { sequence } = (await amelie.command(caseId, { type: 'amend-facts', facts: facts() })).body;
    const seen = await until(async () => {
      const { body } = await amelie.get<CaseView>(`/cases/${caseId}`);
      return body.sequence >= sequence && body;
    }, 'the projector has seen the case');
    return seen.notes.map((one) => one.text);
  }

  async function rowsOf(caseId: string): Promise<{ notes: number; keys: number; used: number }> {
    const [row] = await database.query<{ notes: number; keys: number; used: number }>(
      `SELECT (SELECT count(*)::int FROM relais.note WHERE case_id = $1) AS notes,
              (SELECT count(*)::int FROM relais.note_key WHERE case_id = $1) AS keys,
              (SELECT count(*)::int FROM relais.command_key WHERE case_id = $1) AS used`,
      [caseId],
    );
    return row ?? { notes: -1, keys: -1, used: -1 };
  }

  it('of a capacity is one confirmation however often it is asked, and refused for another', async () => {
    const confirm = (capacity: string, key?: string) =>
      brigitte.put(
        '/directory/services/bemediation-mediation/capacity',
        { capacity },
        { ...(key !== undefined && { key }) },
      );
    const sequence = async () =>
      (
        await database.query<{ sequence: string }>(
          `SELECT sequence FROM relais.subject WHERE stream = 'directory' AND id = 'bemediation-mediation'`,
        )
      )[0]?.sequence;
    const key = randomUUID();
    expect((await confirm('full', key)).body).toMatchObject({ capacity: 'full' });
    const once = await sequence();
    expect((await confirm('full', key)).body).toMatchObject({ capacity: 'full' });
    expect(await sequence()).toBe(once);
    // Of the key only its hash is kept.
    expect(await database.query('SELECT key FROM relais.subject_key WHERE key = $1', [key])).toEqual([]);
    expect((await confirm('waiting-list', key)).problem.code).toBe('key-reused');
    expect((await confirm('available')).status).toBe(200);
    expect(await sequence()).not.toBe(once);
  });

  describe('the id of a case', () => {
    it('means the same in capitals', async () => {
      const caseId = await opened();
      const written = await amelie.command(caseId.toUpperCase(), note);
      expect([written.status, written.body.caseId]).toEqual([200, caseId]);
      expect(await notesOf(caseId)).toEqual([note.note]);
      expect((await amelie.get<CaseView>(`/cases/${caseId.toUpperCase()}`)).body.caseId).toBe(caseId);
    });
  });

  describe('a stranger', () => {
    const referralId = randomUUID();
    const commands: readonly CaseRequestInput[] = [
      note,
      { type: 'refer', serviceIds: ['unpass-psychology'], message: 'Pour un premier contact.' },
      { type: 'accept', referralId },
      { type: 'decline', referralId, reason: 'full', choice: 'capacity' },
      { type: 'hand-on', referralId, serviceIds: ['unpass-psychology'] },
      { type: 'recall', referralId, reason: 'sent-by-mistake' },
      { type: 'amend-facts', facts: facts() },
      { type: 'withdraw-consent' },
      { type: 'resolve-dispatch', resolution: 'back-to-lead' },
      { type: 'close-case', outcome: 'recovered' },
      { type: 'reopen-case', reason: 'relapse', consent: consent() },
      { type: 'record-follow-up', month: 6, status: 'active' },
    ];

    it.each(commands)('hears the same of a case and of none, and leaves nothing: $type', async (command) => {
      const caseId = await opened();
      const rows = await rowsOf(caseId);
      for (const who of [nora, await signIn(stack.apiUrl, 'mark-febelfin')]) {
        for (const headers of [{}, repeated]) {
          const answers = await Promise.all(
            [caseId, caseId.toUpperCase(), randomUUID()].map((id) =>
              who.post(`/cases/${id}/commands`, command, { key: randomUUID(), headers }),
            ),
          );
          expect(answers.map((one) => [one.status, one.problem])).toEqual(
            answers.map(() => [404, answers[2]?.problem]),
          );
        }
      }
      expect(await rowsOf(caseId)).toEqual(rows);
      expect(await taken(caseId)).toBe(1);
      expect((await amelie.command(caseId, note)).status).toBe(200);
    });

    it('starts no workflow by an opening that is refused', async () => {
      const key = randomUUID();
      const body = { facts: facts(), consent: consent(), actingServiceId: 'bemediation-mediation', note: 'Un début.' };
      const refused = await amelie.post<CommandAnswer>('/cases', body, { key, headers: repeated });
      expect([refused.status, refused.problem.code]).toEqual([403, 'forbidden']);
      const { caseId } = commandIdsOf('amelie-beci', key, body);
      await expect(handleOf(caseId).describe()).rejects.toThrow();
      expect(await rowsOf(caseId)).toEqual({ notes: 0, keys: 0, used: 0 });
    });
  });

  describe('a key', () => {
    it('keeps nothing by which what was asked could be guessed', async () => {
      const [caseId, key] = [await opened(), randomUUID()];
      expect((await amelie.command(caseId, note, key)).status).toBe(200);
      const { commandId, fingerprint } = commandIdsOf('amelie-beci', key, note, caseId);
      const rows = await database.query<{ kept: string }>(
        `SELECT encode(fingerprint, 'hex') AS kept FROM relais.command_key WHERE command_id = $1`,
        [commandId],
      );
      expect(rows.map(({ kept }) => [kept.length, kept === fingerprint])).toEqual([[64, false]]);
    });

    it('is of one case: elsewhere it is refused, and the note it wrote stays', async () => {
      const [caseId, other] = [await opened(), await opened()];
      const foreign = (await brigitte.openCase()).body.caseId;
      const key = randomUUID();
      expect((await amelie.command(caseId, note, key)).status).toBe(200);
      const answers = [
        await amelie.command(other, note, key),
        await amelie.command(foreign, note, key),
        await amelie.command(randomUUID(), note, key),
        await amelie.openCase({}, key),
      ];
      expect(answers.map((one) => [one.status, one.problem.code])).toEqual([
        [422, 'key-reused'],
        [404, 'case-not-found'],
        [404, 'case-not-found'],
        [422, 'key-reused'],
      ]);
      expect([await notesOf(caseId), await notesOf(other)]).toEqual([[note.note], []]);
      expect((await amelie.command(caseId, note, key)).status).toBe(200);
    });

    it('of a message too', async () => {
      const caseId = await opened();
      const key = randomUUID();
      const refer = {
        type: 'refer',
        serviceIds: ['bemediation-mediation'],
        message: 'Le bail court encore.',
      } satisfies CaseRequestInput;
      expect((await amelie.command(caseId, refer, key)).status).toBe(200);
      const foreign = (await brigitte.openCase()).body.caseId;
      expect((await amelie.command(foreign, refer, key)).status).toBe(404);
      expect((await amelie.command(await opened(), refer, key)).problem.code).toBe('key-reused');
      expect(await notesOf(caseId)).toEqual([refer.message]);
    });

    it('that was refused does not take away the note of the same key', async () => {
      const caseId = await opened();
      await amelie.command(caseId, { type: 'withdraw-consent' });
      const key = randomUUID();
      expect((await amelie.command(caseId, note, key)).status).toBe(409);
      expect((await amelie.command(caseId, note, key)).status).toBe(409);
      expect((await rowsOf(caseId)).notes).toBe(0);
    });
  });

  describe('what was answered before', () => {
    it('is told to who sees the case no more without anything they did not know', async () => {
      const caseId = await opened();
      const referralId = await referred(caseId);
      const key = randomUUID();
      expect((await brigitte.command(caseId, { type: 'accept', referralId }, key)).status).toBe(200);
      await amelie.command(caseId, { type: 'add-note', note: 'Seulement entre nous.' });
      await amelie.command(caseId, { type: 'recall', referralId, reason: 'need-changed' });
      await brigitte.command(caseId, { type: 'answer-recall', referralId, agree: true });
      await notesOf(caseId);
      const late = await unwritten(database, caseId, () => brigitte.command(caseId, note));
      expect(late.problem.code).toBe('not-your-case');
      await amelie.command(caseId, { type: 'amend-facts', facts: facts({ municipality: '21004' }) });
      const again = await brigitte.command(caseId, { type: 'accept', referralId }, key);
      expect([again.status, again.body.sequence]).toEqual([200, 3]);
      expect(again.body.case).toMatchObject({ facts: facts(), notes: [], timeline: [], consent: null, actions: [] });
      expect(again.body.case.referrals.map((one) => [one.referralId, one.state])).toEqual([[referralId, 'recalled']]);
    });

    it('is not told to the same person as a member of another organisation', async () => {
      const caseId = await opened();
      const key = randomUUID();
      expect((await amelie.command(caseId, note, key)).status).toBe(200);
      const openKey = randomUUID();
      await amelie.openCase({}, openKey);
      const [row] = await database.query<{ membership_id: string }>(
        `WITH other AS (INSERT INTO relais.membership (person_id, organisation_id, roles)
                        VALUES ('amelie-beci', 'ucm', '{actor,coordinator}') RETURNING membership_id)
         INSERT INTO relais.membership_service (membership_id, service_id) SELECT membership_id, 'ucm-coaching' FROM other
         RETURNING membership_id`,
      );
      const other = await signIn(stack.apiUrl, 'amelie-beci', undefined, row?.membership_id);
      expect((await other.command(caseId, note, key)).status).toBe(200);
      await database.query(`UPDATE relais.membership SET roles = '{actor,member}' WHERE membership_id = $1`, [
        row?.membership_id,
      ]);
      for (const headers of [{}, repeated]) {
        const again = await other.post(`/cases/${caseId}/commands`, note, { key, headers });
        expect(again.problem.code).toBe('case-not-found');
      }
      expect((await other.openCase({}, openKey)).problem.code).toBe('case-not-found');
      expect(await notesOf(caseId)).toEqual([note.note]);
    });
  });

  describe('the inbox of a service whose part has ended', () => {
    it('keeps the facts of then, whatever becomes of the case', async () => {
      const caseId = await opened();
      const referralId = await referred(caseId);
      await brigitte.command(caseId, { type: 'decline', referralId, reason: 'full', choice: 'capacity' });
      await amelie.command(caseId, { type: 'amend-facts', facts: facts({ municipality: '21004', sector: 'retail' }) });
      await amelie.command(caseId, { type: 'withdraw-consent' });
      const { body } = await amelie.command(caseId, { type: 'reopen-case', reason: 'relapse', consent: consent() });
      await until(async () => {
        const seen = await amelie.get<CaseView>(`/cases/${caseId}`);
        return seen.status === 200 && seen.body.sequence >= body.sequence;
      }, 'the projector has seen the case');
      const { lines } = (await brigitte.get<Inbox>('/inbox?bucket=done&limit=200')).body;
      expect(lines.filter((one) => one.caseId === caseId)).toMatchObject([{ visible: false, facts: facts() }]);
    });
  });
}
