import { randomUUID } from 'node:crypto';
import type { Client } from './http.js';
import { actors, type Asker, everybody, type RightRow } from './right-rows.js';

type Call = (client: Client) => Promise<{ status: number }>;

const arrangers = [...actors, 'organisation-administrator', 'administrator'] as const;
const importers = ['coordinator', 'administrator'] as const;
const analysts = ['coordinator', 'analyst'] as const;
const nobodys = randomUUID();
const reason = { reason: 'names-somebody' };

/** What is read or written of something that is not there answers 404 to who may, and 403 to who may not. */
const closed: readonly [call: Call, yes: number, allowed: readonly Asker[]][] = [
  [(c) => c.get('/absences'), 200, arrangers],
  [(c) => c.get(`/absences/substitutes/${nobodys}`), 404, arrangers],
  [(c) => c.post('/absences', {}), 422, arrangers],
  [(c) => c.put(`/absences/${nobodys}`, {}), 422, arrangers],
  [(c) => c.delete(`/absences/${nobodys}`), 404, arrangers],
  [(c) => c.get('/outside/series'), 200, everybody],
  [(c) => c.get('/outside/businesses'), 200, everybody],
  [(c) => c.get(`/outside/series/${nobodys}`), 404, everybody],
  [(c) => c.get(`/outside/series/${nobodys}.csv`), 404, everybody],
  [(c) => c.get(`/outside/series/${nobodys}.xlsx`), 404, everybody],
  [(c) => c.post('/outside/readings', {}), 422, importers],
  [(c) => c.post('/outside/series', {}), 415, importers],
  [(c) => c.delete(`/outside/series/${nobodys}`), 404, importers],
  [(c) => c.get('/packs'), 200, everybody],
  [(c) => c.post('/packs', {}), 422, ['coordinator']],
  [(c) => c.get('/packs/preview?since=1&until=2&language=fr'), 422, ['coordinator']],
  [(c) => c.get(`/packs/${nobodys}`), 404, everybody],
  [(c) => c.get(`/packs/${nobodys}/page`), 404, everybody],
  [(c) => c.get(`/packs/${nobodys}/pdf`), 404, everybody],
  [(c) => c.get(`/packs/${nobodys}/check`), 404, everybody],
  [(c) => c.post(`/packs/${nobodys}/withdrawal`, reason), 404, everybody],
  [(c) => c.get('/shared-figures'), 200, everybody],
  [(c) => c.post('/shared-figures', {}), 422, analysts],
  [(c) => c.put(`/shared-figures/${nobodys}/pinned`, { pinned: true }), 404, analysts],
  [(c) => c.delete(`/shared-figures/${nobodys}`), 404, analysts],
  [(c) => c.post(`/shared-figures/${nobodys}/withdrawal`, reason), 404, everybody],
  [(c) => c.get('/monitoring/published/cubes/opened.csv'), 200, everybody],
  [(c) => c.get('/monitoring/published/cubes/opened.xlsx'), 200, everybody],
  [(c) => c.get(`/monitoring/published/epochs/${nobodys}`), 422, everybody],
  [(c) => c.post('/operations/dead-letters/redrive', {}), 422, importers],
  [(c) => c.get('/analysis/events?limit=1'), 200, analysts],
  [(c) => c.get('/analysis/events/count'), 200, analysts],
  [(c) => c.get('/analysis/events/tail?from=nonsense'), 422, analysts],
  [(c) => c.get('/analysis/freshness'), 200, analysts],
  [(c) => c.get(`/analysis/events/cases/${nobodys}/1`), 404, analysts],
  [(c) => c.get('/contracts'), 200, everybody],
  [(c) => c.get('/contracts/asyncapi.json'), 200, everybody],
  [(c) => c.get('/stream?from=nonsense'), 422, everybody],
  [(c) => c.get('/accounts'), 200, everybody],
  [(c) => c.post('/accounts', { providerId: 'nowhere' }), 404, everybody],
  [(c) => c.delete(`/accounts/${nobodys}`), 204, everybody],
  [(c) => c.get('/providers'), 200, ['administrator']],
  [(c) => c.post('/providers/nowhere/test', undefined), 404, ['administrator']],
  [(c) => c.get('/mail'), 200, ['administrator']],
  [(c) => c.post('/mail/test', undefined), 200, ['administrator']],
  [(c) => c.put('/own-data', {}), 422, everybody],
  [(c) => c.post('/own-data/erasure', { personId: 'nobody' }), 409, everybody],
  [(c) => c.get('/own-data/erasure'), 200, everybody],
  [(c) => c.get('/own-data/mail'), 200, everybody],
  [(c) => c.post('/own-data/mail', {}), 422, everybody],
  [(c) => c.put('/own-data/mail', {}), 422, everybody],
  [(c) => c.get('/people'), 200, ['administrator']],
  [(c) => c.get('/people/nobody/data'), 404, ['administrator']],
  [(c) => c.get('/people/nobody/erasure'), 404, ['administrator']],
  [(c) => c.put('/people/nobody', {}), 422, ['administrator']],
  [(c) => c.delete('/people/nobody'), 404, ['administrator']],
  [(c) => c.post('/passkeys', {}), 422, everybody],
  [(c) => c.delete('/passkeys/of/nobody'), 404, ['administrator']],
  [(c) => c.post('/passkeys/showing', {}), 404, everybody],
  [(c) => c.post('/passkeys/shown', {}), 422, everybody],
];

/** What everybody reads, signed in or not. */
const open: readonly [call: Call, status: number][] = [
  [(c) => c.get('/accessibility'), 200],
  [(c) => c.get('/sign-in'), 200],
  [(c) => c.get('/letters'), 200],
  [(c) => c.post('/sign-in/providers/nowhere', { purpose: 'sign-in' }), 404],
  [(c) => c.get('/sign-in/callback'), 422],
  [(c) => c.get('/session/personas'), 200],
  [(c) => c.post('/invitations/look', {}), 422],
  [(c) => c.post('/invitations/accept', {}), 422],
  [(c) => c.post('/sign-in/codes', {}), 422],
  [(c) => c.post('/sign-in/codes/use', {}), 422],
  [(c) => c.post('/sign-in/links', {}), 422],
  [(c) => c.post('/session', {}), 422],
  [(c) => c.get('/public/monitoring/cubes/opened'), 200],
  [(c) => c.get('/public/monitoring/epochs'), 200],
  [(c) => c.get(`/public/monitoring/epochs/${nobodys}`), 422],
  [(c) => c.get(`/public/figures/${nobodys}`), 404],
];

/** The rows of routes that have nothing to do with one case, each named by what it calls. */
export function otherRightRows(): readonly RightRow[] {
  const named = (call: Call) => String(call).replace(/^\(c\) => c\./, '');
  return [
    ...closed.map(([call, yes, allowed]) => ({ name: named(call), call, yes, allowed, no: 403 })),
    ...open.map(([call, yes]) => ({ name: named(call), call, yes, allowed: everybody, no: 403, but: { nobody: yes } })),
  ];
}
