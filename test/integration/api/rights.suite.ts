import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseView, CommandAnswer } from '#contracts/case';
import type { CubeAnswer, ExactAnswer, Tier } from '#contracts/monitoring';
import { analysisRoutes } from '../../support/analysis-routes.js';
import { consent, facts } from '../../support/builders.js';
import { Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

/** Who asks: what each is to the one case of this test. */
const people = {
  lead: 'amelie-beci',
  party: 'brigitte-bemediation',
  'ex-party': 'paul-itaa',
  stranger: 'nora-unpass',
  coordinator: 'sofie-hub',
  member: 'mark-febelfin',
  analyst: 'anna-hub',
  administrator: 'admin-hub',
} as const;
type Person = keyof typeof people | 'nobody';

const everybody = Object.keys(people) as (keyof typeof people)[];
const actors: Person[] = ['lead', 'party', 'ex-party', 'stranger'];

let stack: Stack;
let caseId: string;
/** The id of the request to a service. */
let referralTo: (serviceId: string) => string;
const clients = new Map<Person, Client>();

function clientOf(person: Person): Client {
  return clients.get(person) ?? new Client(stack.apiUrl, '');
}

/** Who may do what. */
export function rights(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    for (const person of everybody) {
      clients.set(person, await signIn(stack.apiUrl, people[person]));
    }
    const lead = clientOf('lead');
    caseId = (await lead.openCase({ note: 'Dettes de loyer.' })).body.caseId;
    const services = ['bemediation-mediation', 'itaa-accountants'];
    const referred = await lead.command(caseId, { type: 'refer', serviceIds: services });
    referralTo = (serviceId) =>
      referred.body.case.referrals.find((one) => one.to.serviceId === serviceId)?.referralId ?? '';
    await clientOf('party').command(caseId, { type: 'accept', referralId: referralTo('bemediation-mediation') });
    const declined = await clientOf('ex-party').command(caseId, {
      type: 'decline',
      referralId: referralTo('itaa-accountants'),
      reason: 'full',
      choice: 'capacity',
    });
    expect([declined.status, declined.body.case.notes]).toEqual([200, []]);
    await until(async () => {
      const { status, body } = await lead.get<CaseView>(`/cases/${caseId}`);
      return status === 200 && body.sequence >= declined.body.sequence;
    }, 'the projector has seen the case');
  });

  type Route = {
    readonly name: string;
    readonly call: (client: Client) => Promise<{ status: number }>;
    /** Status of those who may. */
    readonly yes: number;
    readonly allowed: readonly Person[];
    /** Status of those signed in who may not, and of those among them who hear another. */
    readonly no: number;
    readonly but?: Partial<Record<Person, number>>;
  };

  const csv = 'reference\n1\n';
  const routes: readonly Route[] = [
    {
      name: 'PUT session, to a membership of somebody else',
      call: (c) => c.put('/session', { membershipId: '00000000-0000-4000-8000-000000000000' }),
      yes: 200,
      allowed: [],
      no: 403,
    },
    { name: 'GET sessions', call: (c) => c.get('/sessions'), yes: 200, allowed: everybody, no: 403 },
    {
      name: 'DELETE sessions, of nobody',
      call: (c) => c.delete('/sessions/00000000-0000-4000-8000-000000000000'),
      yes: 204,
      allowed: everybody,
      no: 403,
    },
    { name: 'GET accounts', call: (c) => c.get('/accounts'), yes: 200, allowed: everybody, no: 403 },
    {
      name: 'POST accounts, of a provider that nobody set up',
      call: (c) => c.post('/accounts', { providerId: 'nowhere' }),
      yes: 404,
      allowed: everybody,
      no: 403,
    },
    {
      name: 'DELETE accounts, of nobody',
      call: (c) => c.delete('/accounts/00000000-0000-4000-8000-000000000000'),
      yes: 204,
      allowed: everybody,
      no: 403,
    },
    { name: 'GET providers', call: (c) => c.get('/providers'), yes: 200, allowed: ['administrator'], no: 403 },
    {
      name: 'POST test of a provider that nobody set up',
      call: (c) => c.post('/providers/nowhere/test', undefined),
      yes: 404,
      allowed: ['administrator'],
      no: 403,
    },
    { name: 'GET session', call: (c) => c.get('/session'), yes: 200, allowed: everybody, no: 403 },
    { name: 'GET cases', call: (c) => c.get('/cases'), yes: 200, allowed: [...actors, 'coordinator'], no: 403 },
    {
      name: 'GET case',
      call: (c) => c.get(`/cases/${caseId}`),
      yes: 200,
      allowed: ['lead', 'party', 'coordinator'],
      no: 404,
    },
    {
      name: 'GET timeline',
      call: (c) => c.get(`/cases/${caseId}/timeline?before=2`),
      yes: 200,
      allowed: ['lead', 'party', 'coordinator'],
      no: 404,
    },
    {
      name: 'POST note',
      call: (c) => c.command(caseId, { type: 'add-note', note: 'Suite au prochain rendez-vous.' }),
      yes: 200,
      allowed: ['lead', 'party', 'coordinator'],
      no: 404,
      but: { 'ex-party': 403 },
    },
    { name: 'GET inbox', call: (c) => c.get('/inbox'), yes: 200, allowed: [...actors, 'coordinator'], no: 403 },
    { name: 'GET services', call: (c) => c.get('/directory/services'), yes: 200, allowed: everybody, no: 403 },
    {
      name: 'GET organisations',
      call: (c) => c.get('/directory/organisations'),
      yes: 200,
      allowed: everybody,
      no: 403,
    },
    {
      name: 'PUT capacity',
      call: (c) => c.put('/directory/services/bemediation-mediation/capacity', { capacity: 'full' }),
      yes: 200,
      allowed: ['party', 'coordinator'],
      no: 403,
    },
    {
      name: 'GET published cube',
      call: (c) => c.get('/monitoring/published/cubes/opened'),
      yes: 200,
      allowed: everybody,
      no: 403,
    },
    {
      name: 'GET published epochs',
      call: (c) => c.get('/monitoring/published/epochs'),
      yes: 200,
      allowed: everybody,
      no: 403,
    },
    {
      name: 'POST epoch',
      call: (c) => c.post('/monitoring/epochs', {}, { key: randomUUID() }),
      yes: 200,
      allowed: ['coordinator'],
      no: 403,
    },
    {
      name: 'GET exact cube',
      call: (c) => c.get('/monitoring/exact/cubes/opened'),
      yes: 200,
      allowed: ['coordinator'],
      no: 403,
    },
    {
      name: 'GET exact cube of services',
      call: (c) => c.get('/monitoring/exact/cubes/service-answered'),
      yes: 200,
      allowed: [...actors, 'coordinator'],
      no: 403,
    },
    {
      name: 'GET exact cube of a service of others',
      call: (c) => c.get('/monitoring/exact/cubes/service-answered?where=service:bemediation-mediation'),
      yes: 200,
      allowed: ['party', 'coordinator'],
      no: 403,
    },
    {
      name: 'GET backlog',
      call: (c) => c.get('/monitoring/exact/backlog'),
      yes: 200,
      allowed: [...actors, 'coordinator'],
      no: 403,
    },
    {
      name: 'POST import',
      call: (c) => c.post('/imports', csv),
      yes: 422,
      allowed: ['coordinator', 'administrator'],
      no: 403,
    },
    {
      name: 'GET import',
      call: (c) => c.get(`/imports/${randomUUID()}`),
      yes: 404,
      allowed: ['coordinator', 'administrator'],
      no: 403,
    },
    {
      name: 'GET operations',
      call: (c) => c.get('/operations'),
      yes: 200,
      allowed: ['coordinator', 'administrator'],
      no: 403,
    },
    {
      name: 'POST redrive',
      call: (c) => c.post(`/operations/dead-letters/${randomUUID()}/redrive`, {}),
      yes: 404,
      allowed: ['coordinator', 'administrator'],
      no: 403,
    },
    ...analysisRoutes(),
    {
      name: 'POST case',
      call: (c) => c.post<CommandAnswer>('/cases', { facts: facts(), consent: consent() }, { key: randomUUID() }),
      yes: 201,
      allowed: [...actors, 'coordinator'],
      no: 403,
    },
  ];

  describe('rights', () => {
    it.each(routes)('$name', async ({ call, yes, no, but, allowed }) => {
      const got: Record<string, number> = {};
      const expected: Record<string, number> = { nobody: 401, ...but };
      for (const person of [...everybody, 'nobody'] as const) {
        got[person] = (await call(clientOf(person))).status;
        expected[person] ??= allowed.includes(person) ? yes : no;
      }
      expect(got).toEqual(expected);
    });

    it('show each person the cases of their own services in the list and the inbox, coordinators all', async () => {
      const casesOf = async (person: Person) => {
        const { body } = await clientOf(person).get<{ cases: { caseId: string }[]; total: number }>('/cases');
        return body.cases.some((one) => one.caseId === caseId);
      };
      const seeing = ['lead', 'party', 'ex-party', 'stranger', 'coordinator'] as const;
      expect(await Promise.all(seeing.map(casesOf))).toEqual([true, true, false, false, true]);
      const { body } = await clientOf('ex-party').get<{ lines: { caseId: string; visible: boolean }[] }>(
        '/inbox?bucket=done',
      );
      expect(body.lines.filter((one) => one.caseId === caseId)).toMatchObject([{ visible: false }]);
    });

    it('come before what is wrong with a request; to who sees the case no more a request to others is not there', async () => {
      const answerTo = async (person: Person, request: Parameters<Client['command']>[1]) => {
        const { status, problem } = await clientOf(person).command(caseId, request);
        return [status, problem.code];
      };
      const named = { type: 'add-note', note: 'Madame Dupont, gsm 0470 12 34 56.' } as const;
      expect(await answerTo('lead', named)).toEqual([422, 'identifier-found']);
      expect(await answerTo('ex-party', named)).toEqual([403, 'not-your-case']);
      const nobody: Parameters<Client['command']>[1] = { type: 'refer', serviceIds: ['nobody'] };
      expect(await answerTo('lead', nobody)).toEqual([422, 'service-unknown']);
      expect(await answerTo('ex-party', nobody)).toEqual([403, 'not-your-case']);
      const accept = (referralId: string) => ({ type: 'accept', referralId }) as const;
      for (const referralId of [referralTo('bemediation-mediation'), randomUUID()]) {
        expect(await answerTo('ex-party', accept(referralId))).toEqual([404, 'referral-unknown']);
      }
      expect(await answerTo('party', accept(referralTo('itaa-accountants')))).toEqual([403, 'not-your-referral']);
      expect(await answerTo('party', accept(randomUUID()))).toEqual([404, 'referral-unknown']);
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
