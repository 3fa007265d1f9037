import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '#contracts/case';
import type { ProblemCode } from '#contracts/catalogue';
import { analysisRoutes } from './analysis-routes.js';
import { consent, facts } from './builders.js';
import type { Client } from './http.js';

/** Who asks: what each is to the one case of the matrix. */
export const askers = {
  lead: 'amelie-beci',
  party: 'brigitte-bemediation',
  /** Stands in for the party, and has no part in the case of their own. */
  substitute: 'pieter-bemediation',
  'ex-party': 'paul-itaa',
  stranger: 'nora-unpass',
  coordinator: 'sofie-hub',
  member: 'mark-febelfin',
  analyst: 'anna-hub',
  administrator: 'admin-hub',
  'organisation-administrator': 'admin-beci',
} as const;
/** Those without a session; one holds links by which one joins, and shows the secret of one of them as if it were a session’s. */
export const signedOut = ['nobody', 'link-holder'] as const;
export type Asker = keyof typeof askers | (typeof signedOut)[number];

/** Whoever is signed in. */
export const everybody = Object.keys(askers) as (keyof typeof askers)[];
/** Whoever asks. */
export const anybody: readonly Asker[] = [...everybody, ...signedOut];
export const actors: Asker[] = ['lead', 'party', 'substitute', 'ex-party', 'stranger'];

/** What a call of a row is answered. */
export type Told = { readonly status: number; readonly problem?: { readonly code?: string } };

/** A row of the matrix of rights. */
export type RightRow = {
  readonly name: string;
  readonly call: (client: Client) => Promise<Told>;
  /** Status of those who may. */
  readonly yes: number;
  readonly allowed: readonly Asker[];
  /** Status of those signed in who may not, and of those who hear another; all without a session hear the same. */
  readonly no: number;
  readonly but?: Partial<Record<Asker, number>>;
  /** The code of the problem that those hear who may not and hear no other, where the status alone would not tell who refused. */
  readonly says?: ProblemCode;
};

const csv = 'reference\n1\n';

/** What each route answers to each of them, of whom some have a part in the case; written by hand, since what is derived would follow a mistake. */
export function rightRows(caseId: () => string): readonly RightRow[] {
  return [
    {
      name: 'PUT session, to a membership of somebody else',
      call: (c) => c.put('/session', { membershipId: '00000000-0000-4000-8000-000000000000' }),
      yes: 200,
      allowed: [],
      no: 403,
    },
    { name: 'GET audit of oneself', call: (c) => c.get('/audit/own'), yes: 200, allowed: everybody, no: 403 },
    { name: 'GET audit', call: (c) => c.get('/audit'), yes: 200, allowed: ['administrator'], no: 403 },
    { name: 'GET audit check', call: (c) => c.get('/audit/check'), yes: 200, allowed: ['administrator'], no: 403 },
    { name: 'GET audit lines', call: (c) => c.get('/audit/lines'), yes: 200, allowed: ['administrator'], no: 403 },
    { name: 'GET own data', call: (c) => c.get('/own-data'), yes: 200, allowed: everybody, no: 403 },
    { name: 'GET passkeys', call: (c) => c.get('/passkeys'), yes: 200, allowed: everybody, no: 403 },
    {
      name: 'POST passkeys, making',
      call: (c) => c.post('/passkeys/making', {}),
      yes: 200,
      allowed: everybody,
      no: 403,
    },
    {
      name: 'DELETE passkey, of nobody',
      call: (c) => c.delete('/passkeys/00000000-0000-4000-8000-000000000000'),
      yes: 404,
      allowed: everybody,
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
    { name: 'GET session', call: (c) => c.get('/session'), yes: 200, allowed: everybody, no: 403 },
    { name: 'GET cases', call: (c) => c.get('/cases'), yes: 200, allowed: [...actors, 'coordinator'], no: 403 },
    {
      name: 'GET case',
      call: (c) => c.get(`/cases/${caseId()}`),
      yes: 200,
      allowed: ['lead', 'party', 'substitute', 'coordinator'],
      no: 404,
    },
    {
      name: 'GET timeline',
      call: (c) => c.get(`/cases/${caseId()}/timeline?before=2`),
      yes: 200,
      allowed: ['lead', 'party', 'substitute', 'coordinator'],
      no: 404,
    },
    {
      name: 'POST note',
      call: (c) => c.command(caseId(), { type: 'add-note', note: 'Suite au prochain rendez-vous.' }),
      yes: 200,
      allowed: ['lead', 'party', 'substitute', 'coordinator'],
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
      allowed: ['party', 'substitute', 'coordinator'],
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
      allowed: ['party', 'substitute', 'coordinator'],
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
      says: 'forbidden',
    },
  ];
}
