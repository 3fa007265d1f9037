import { beforeAll, describe, expect, it } from '@jest/globals';
import { region } from '#contracts/kernel/codes';
import type { Backlog, ExactAnswer } from '#contracts/monitoring';
import { weekOf } from '#domain/calendar';
import { facts } from '../../support/builders.js';
import { signIn, type Client } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let [lead, mediator, accountant, coordinator]: Client[] = [];
/** The case is played within seconds; only midnight between Sunday and Monday could come between. */
let week: string;

const services = ['bemediation-mediation', 'itaa-accountants'];
const asked = async (client: Client | undefined, path: string, language = 'en') =>
  client?.get<ExactAnswer>(`/monitoring/exact/cubes/${path}`, { language });
const rowsOf = async (client: Client | undefined, path: string) => (await asked(client, path))?.body.rows;

/** The exact figures, on what no suite before has left. */
export function measures(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    [lead, mediator, accountant, coordinator] = await Promise.all(
      ['amelie-beci', 'brigitte-bemediation', 'paul-itaa', 'sofie-hub'].map((id) => signIn(stack.apiUrl, id)),
    );
    week = weekOf(new Date().toISOString(), region.calendar);
    const caseId = (await lead?.openCase())?.body.caseId ?? '';
    const referred = await lead?.command(caseId, { type: 'refer', serviceIds: services });
    const [one = '', other = ''] = referred?.body.case.referrals.map(({ referralId }) => referralId) ?? [];
    await mediator?.command(caseId, { type: 'accept', referralId: one });
    await accountant?.command(caseId, { type: 'decline', referralId: other, reason: 'full', choice: 'capacity' });
    const amended = await lead?.command(caseId, { type: 'amend-facts', facts: facts({ sector: 'retail' }) });
    await until(
      async () =>
        ((await lead?.get<{ sequence: number }>(`/cases/${caseId}`))?.body.sequence ?? 0) >=
        (amended?.body.sequence ?? 99),
      'the projector has seen the case',
    );
  });
  describe('exact figures', () => {
    it('are live sums with what they stand on', async () => {
      const answer = await asked(coordinator, 'opened?by=sector-group,area&grain=week');
      expect(answer?.body).toEqual({
        cube: 'opened',
        by: ['sector-group', 'area'],
        periods: [week],
        rows: [{ codes: ['trade', 'south-east'], counts: [1] }],
        standing: {
          tier: 'exact',
          base: 1,
          first: week,
          last: week,
          history: null,
          asOf: expect.any(String),
          epoch: null,
          hash: null,
        },
      });
    });

    it('are broken down, filtered and folded as asked', async () => {
      expect(await rowsOf(coordinator, 'answered?by=to,answer&grain=total')).toEqual([
        { codes: ['accountant', 'full'], counts: [1] },
        { codes: ['mediator', 'accepted'], counts: [1] },
      ]);
      expect(await rowsOf(coordinator, 'answered?by=to&where=answer:accepted,expired&where=to:mediator,coach')).toEqual(
        [{ codes: ['mediator'], counts: [1] }],
      );
      expect(await rowsOf(coordinator, 'mentions?grain=quarter')).toEqual([{ codes: [], counts: [2] }]);
      expect(await rowsOf(coordinator, 'opened?where=sector-group:horeca')).toEqual([]);
      expect((await asked(coordinator, 'opened?to=2020-W01'))?.body).toMatchObject({ periods: [], rows: [] });
    });

    it('show the services of an organisation their own work only', async () => {
      expect(await rowsOf(coordinator, 'service-answered?by=service,answer&grain=total')).toEqual([
        { codes: ['bemediation-mediation', 'accepted'], counts: [1] },
        { codes: ['itaa-accountants', 'full'], counts: [1] },
      ]);
      expect(await rowsOf(accountant, 'service-answered?by=service,answer&grain=total')).toEqual([
        { codes: ['itaa-accountants', 'full'], counts: [1] },
      ]);
      expect(await rowsOf(accountant, 'service-received?by=from&grain=week')).toEqual([
        { codes: ['coach'], counts: [1] },
      ]);
      const refused = await asked(accountant, 'service-answered?where=service:bemediation-mediation');
      expect([refused?.status, refused?.problem.code]).toEqual([403, 'exact-figures']);
      expect((await asked(accountant, 'opened'))?.problem.detail).toContain('The published figures are open to all.');
    });

    it('tell what lies with each service', async () => {
      const backlogOf = async (client: Client | undefined) =>
        (await client?.get<Backlog>('/monitoring/exact/backlog'))?.body.services;
      const mediation = { serviceId: 'bemediation-mediation', organisationId: 'bemediation', profession: 'mediator' };
      const lines = [{ ...mediation, open: 1, unanswered: 0, overdue: 0 }];
      expect([await backlogOf(coordinator), await backlogOf(mediator), await backlogOf(accountant)]).toEqual([
        lines,
        lines,
        [],
      ]);
    });

    it.each([
      ['nothing', 'cube'],
      ['opened?by=colour', 'by'],
      ['opened?where=area:mars', 'where'],
      ['opened?from=2026-W60', 'from'],
      ['opened?from=2025-W53', 'from'],
      ['opened?from=2026-W10&to=2026-W09', 'to'],
      ['opened?grain=day', 'grain'],
    ])('say what is wrong with %s', async (path, place) => {
      const answer = await asked(coordinator, path, 'nl');
      expect([answer?.status, answer?.problem.errors?.[0]?.path]).toEqual([422, place]);
    });
  });
}
