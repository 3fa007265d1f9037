import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CubeAnswer, ExactAnswer, Tier } from '#contracts/monitoring';
import { askedRoutes } from '../../support/documented.js';
import { routes } from '../../support/hostile.js';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { matrixRows, openMatrix, type RightMatrix } from '../../support/right-matrix.js';
import { anybody, type Asker, askers, rightRows } from '../../support/right-rows.js';
import type { System } from '../../support/system.js';

let stack: Stack;
let matrix: RightMatrix;

const clientOf = (person: Asker) => matrix.clientOf(person);

/** Signing out, and ending one's other sessions, would end those that ask; `sessions.suite.ts` tells who may. */
const beyond = ['DELETE /api/v1/session', 'DELETE /api/v1/sessions', 'GET /schemas/{type}'];

/** Who may do what. */
export function rights(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    askedRoutes.clear();
    matrix = await openMatrix(stack);
  });

  describe('rights', () => {
    it.each(matrixRows(() => matrix))('$name', async (row) => {
      const got: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const person of anybody) {
        [got[person], expected[person]] = await matrix.answerTo(row, person);
      }
      expect(got).toEqual(expected);
    });

    it('are told of every route that there is', () => {
      const untold = routes().filter(({ name }) => !askedRoutes.has(name) && !beyond.includes(name));
      expect(untold.map(({ name }) => name)).toEqual([]);
    });

    it('show each person the cases of their own services in the list and the inbox, coordinators all', async () => {
      const casesOf = async (person: Asker) => {
        const { body } = await clientOf(person).get<{ cases: { caseId: string }[]; total: number }>('/cases');
        return body.cases.some((one) => one.caseId === matrix.caseId);
      };
      const seeing = ['lead', 'party', 'ex-party', 'stranger', 'coordinator'] as const;
      expect(await Promise.all(seeing.map(casesOf))).toEqual([true, true, false, false, true]);
      const { body } = await clientOf('ex-party').get<{ lines: { caseId: string; visible: boolean }[] }>(
        '/inbox?bucket=done',
      );
      expect(body.lines.filter((one) => one.caseId === matrix.caseId)).toMatchObject([{ visible: false }]);
    });

    it('come before what is wrong with a request; to who sees the case no more a request to others is not there', async () => {
      const answerTo = async (person: Asker, request: Parameters<Client['command']>[1]) => {
        const { status, problem } = await clientOf(person).command(matrix.caseId, request);
        return [status, problem.code];
      };
      const named = { type: 'add-note', note: 'Madame Dupont, gsm 0470 12 34 56.' } as const;
      expect(await answerTo('lead', named)).toEqual([422, 'identifier-found']);
      expect(await answerTo('ex-party', named)).toEqual([403, 'not-your-case']);
      const nobody: Parameters<Client['command']>[1] = { type: 'refer', serviceIds: ['nobody'] };
      expect(await answerTo('lead', nobody)).toEqual([422, 'service-unknown']);
      expect(await answerTo('ex-party', nobody)).toEqual([403, 'not-your-case']);
      const accept = (referralId: string) => ({ type: 'accept', referralId }) as const;
      for (const referralId of [matrix.referralTo('bemediation-mediation'), randomUUID()]) {
        expect(await answerTo('ex-party', accept(referralId))).toEqual([404, 'referral-unknown']);
      }
      expect(await answerTo('party', accept(matrix.referralTo('itaa-accountants')))).toEqual([
        403,
        'not-your-referral',
      ]);
      expect(await answerTo('party', accept(randomUUID()))).toEqual([404, 'referral-unknown']);
    });

    it('of a substitute are those of a stranger once the absence has ended', async () => {
      expect((await clientOf('party').delete(`/absences/${matrix.absenceId}`)).status).toBe(204);
      const after = await signIn(stack.apiUrl, askers.substitute);
      for (const { name, call, yes, no, but, allowed } of rightRows(() => matrix.caseId)) {
        const expected = but?.stranger ?? (allowed.includes('stranger') ? yes : no);
        expect([name, (await call(after)).status]).toEqual([name, expected]);
      }
    });

    it('show exact figures to coordinators only', async () => {
      const cube = (tier: Tier) => `/monitoring/${tier}/cubes/opened?grain=total`;
      const { body: exact } = await clientOf('coordinator').get<ExactAnswer>(cube('exact'));
      expect(exact.standing).toMatchObject({ tier: 'exact', base: 1 });
      expect(exact.rows[0]?.counts[0]).toBeGreaterThan(0);
      const { body: published } = await clientOf('coordinator').get<CubeAnswer>(cube('published'));
      expect(published.standing).toMatchObject({ tier: 'published', base: 5 });
      expect(published.rows.flatMap(({ counts }) => counts).filter((count) => count % 5 !== 0)).toEqual([]);
      for (const person of ['lead', 'member', 'analyst', 'administrator'] as const) {
        expect((await clientOf(person).get(cube('exact'))).problem.code).toBe('exact-figures');
        expect((await clientOf(person).get(cube('published'))).body).toEqual(published);
      }
    });
  });
}
