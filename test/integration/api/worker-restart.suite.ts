import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import type { CaseRequestInput, CaseView } from '#contracts/case';
import { createDataSource, Database } from '#persistence/kernel';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let database: Database;
let amelie: Client;
let brigitte: Client;

/** Processes that are killed in the middle of a case, or started again with other keys. */
export function workerRestart(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    brigitte = await signIn(stack.apiUrl, 'brigitte-bemediation');
    database = new Database(createDataSource(stack.databaseUrl, { connections: 1 }));
  });
  afterAll(async () => {
    await database?.stop();
  });

  async function timelineOf(client: Client, caseId: string, sequence: number): Promise<string[]> {
    const view = await until(async () => {
      const { status, body } = await client.get<CaseView>(`/cases/${caseId}`);
      return status === 200 && body.sequence >= sequence && body.timeline.length >= sequence && body;
    }, `the case is projected to sequence ${sequence}`);
    expect(view.timeline.map((event) => event.sequence)).toEqual(view.timeline.map((_, at) => at + 1));
    return view.timeline.map((event) => event.type);
  }

  /** Sends the same command with the same key until it is answered, as a browser does. */
  async function insist(client: Client, caseId: string, command: Parameters<Client['command']>[1]) {
    const key = randomUUID();
    return until(async () => {
      const answer = await client.command(caseId, command, key);
      return answer.status !== 503 && answer;
    }, `the command ${command.type} is answered`);
  }

  describe('a worker that is killed in the middle of a case', () => {
    it('loses nothing and does nothing twice', async () => {
      const { caseId } = (await amelie.openCase()).body;
      const refer: CaseRequestInput = { type: 'refer', serviceIds: ['bemediation-mediation'] };
      const referred = await amelie.command(caseId, refer);
      await stack.worker.kill('SIGKILL');
      const referralId = referred.body.case.referrals[0]?.referralId ?? '';
      const asked = insist(brigitte, caseId, { type: 'accept', referralId });
      await stack.worker.restart();
      const accepted = await asked;
      expect([accepted.status, accepted.body.sequence]).toEqual([200, 3]);
      expect(await timelineOf(brigitte, caseId, 3)).toEqual([
        'relais.case.opened.v1',
        'relais.referral.sent.v1',
        'relais.referral.accepted.v1',
      ]);
    });

    it('answers every command that was under way, each once', async () => {
      const { caseId } = (await amelie.openCase()).body;
      const notes = Array.from({ length: 12 }, (_, at) => `Étape ${at + 1} du plan d’apurement.`);
      const asked = notes.map((note) => insist(amelie, caseId, { type: 'add-note', note }));
      await stack.worker.kill('SIGKILL');
      await stack.worker.restart();
      const sequences = (await Promise.all(asked)).map((answer) => [answer.status, answer.body.sequence]);
      expect(sequences.sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0))).toEqual(notes.map((_, at) => [200, at + 2]));
      expect(await timelineOf(amelie, caseId, notes.length + 1)).toHaveLength(notes.length + 1);
      const { body } = await amelie.get<CaseView>(`/cases/${caseId}`);
      expect(body.notes.map((note) => note.text).sort()).toEqual(notes.sort());
    });

    it('finds the notes of commands that never happened, and removes them and no others', async () => {
      const { caseId } = (await amelie.openCase()).body;
      const note = { type: 'add-note', note: 'Plan de paiement accepté.' } as const;
      await amelie.command(caseId, note);
      await timelineOf(amelie, caseId, 2);
      const never = randomUUID();
      // As the API leaves it that dies between writing and asking; an hour passes.
      await database.query(
        `INSERT INTO relais.note (note_id, case_id, organisation_id, ciphertext)
         SELECT $2, case_id, organisation_id, ciphertext FROM relais.note WHERE case_id = $1`,
        [caseId, never],
      );
      await database.query(
        `UPDATE relais.note SET touched_at = touched_at - interval '2 hours', kept = false WHERE case_id = $1`,
        [caseId],
      );
      await stack.worker.kill('SIGKILL');
      await stack.worker.restart();
      const rows = await until(async () => {
        const left = await database.query<{ note_id: string; kept: boolean }>(
          'SELECT note_id, kept FROM relais.note WHERE case_id = $1',
          [caseId],
        );
        return left.every((one) => one.kept) && left;
      }, 'the notes of the case are settled');
      expect(rows).toHaveLength(1);
      expect(rows[0]?.note_id).not.toBe(never);
      expect((await amelie.get<CaseView>(`/cases/${caseId}`)).body.notes.map((one) => one.text)).toEqual([note.note]);
    });

    it('does not come back with other keys, and says why', async () => {
      const other = randomBytes(32).toString('base64');
      await stack.worker.kill();
      await expect(stack.worker.restart({ env: { NOTES_KEY: other } })).rejects.toThrow();
      expect(stack.worker.logs()).toMatch(/\nNOTES_KEY is another key than the one .*bring.*/i);
      expect(stack.worker.logs()).not.toContain(other);
      await stack.worker.restart();
    });

    it('does not keep the projector, killed as well, from catching up', async () => {
      await stack.projector.kill('SIGKILL');
      const { caseId } = (await amelie.openCase()).body;
      await amelie.command(caseId, { type: 'add-note', note: 'Reprise du dossier.' });
      await stack.projector.restart();
      expect(await timelineOf(amelie, caseId, 2)).toEqual(['relais.case.opened.v1', 'relais.case.note-added.v1']);
    });
  });

  describe('an API that starts with other keys while PostgreSQL is away', () => {
    it('ends when PostgreSQL is back, before it has answered anybody', async () => {
      const { postgresql } = system();
      await stack.api.kill();
      postgresql.cut();
      await stack.api.restart({ env: { PAYLOAD_KEYS: `k1:${randomBytes(32).toString('base64')}` } });
      postgresql.mend();
      await until(() => !stack.api.alive(), 'the API ends');
      expect(stack.api.logs()).toMatch(/\nThe key k1 of PAYLOAD_KEYS is another key than the one /);
      await stack.api.restart();
      expect((await amelie.openCase()).status).toBe(201);
    });
  });
}
