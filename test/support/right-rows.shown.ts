import type { CaseList } from '#contracts/case';
import type { CatalogueView, Saved } from '#contracts/analysis';
import type { SharedFigure } from '#contracts/monitoring';
import { exportOfCases } from './analysis-requests.js';
import type { Client } from './http.js';
import type { RightMatrix } from './right-matrix.js';
import type { RightRow, Told } from './right-rows.js';

const query = { name: 'x', shared: true, content: { kind: 'query', sql: 'SELECT 1', parameters: {}, chart: null } };
const figure = {
  question: { cube: 'opened', by: ['difficulty-group'], where: [], grain: 'total' },
  remark: '',
  pinned: false,
};

/** What is asked for is there or it is not, in an answer that everybody gets. */
function shown(answer: Told, isThere: boolean): Told {
  return answer.status === 200 && !isThere ? { status: 404 } : answer;
}

/** Rows of what is in an answer, of what is somebody’s own, and of what takes a passkey that was shown just now. */
export function shownRows(matrix: () => RightMatrix): readonly RightRow[] {
  const coordinator = () => matrix().clientOf('coordinator');
  const ofCoordinator = async (call: (figureId: string) => Promise<Told>) =>
    call((await coordinator().post<SharedFigure>('/shared-figures', figure)).body.figureId);
  const proven: readonly [name: string, by: keyof RightMatrix['unproven'], call: (client: Client) => Promise<Told>][] =
    [
      ['POST imports', 'coordinator', (c) => c.post('/imports', 'reference\n1\n')],
      ['POST series', 'coordinator', (c) => c.post('/outside/series', {})],
      ['POST exports', 'coordinator', (c) => c.post('/analysis/exports', exportOfCases('csv'))],
      ['PUT settings', 'administrator', (c) => c.put('/analysis/settings', { exportsAllowed: true })],
      ['GET audit lines', 'administrator', (c) => c.get('/audit/lines')],
      ['DELETE passkey', 'administrator', (c) => c.delete('/passkeys/00000000-0000-4000-8000-000000000000')],
      ['DELETE passkeys of somebody', 'administrator', (c) => c.delete('/passkeys/of/nobody')],
    ];
  return [
    {
      name: 'GET cases, with the case',
      call: async (c) => {
        const answer = await c.get<CaseList>('/cases');
        return shown(
          answer,
          answer.status === 200 && answer.body.cases.some(({ caseId }) => caseId === matrix().caseId),
        );
      },
      yes: 200,
      allowed: ['lead', 'party', 'substitute', 'coordinator'],
      no: 403,
      but: { 'ex-party': 404, stranger: 404 },
    },
    {
      name: 'GET contracts, with samples',
      call: async (c) => {
        const answer = await c.get<CatalogueView>('/contracts');
        return shown(answer, answer.status === 200 && answer.body.samples);
      },
      yes: 200,
      allowed: ['coordinator', 'analyst'],
      no: 404,
    },
    {
      name: 'DELETE shared figure of a coordinator',
      call: (c) => ofCoordinator((figureId) => c.delete(`/shared-figures/${figureId}`)),
      yes: 204,
      allowed: ['coordinator'],
      no: 403,
    },
    {
      name: 'POST withdrawal of a figure of a coordinator',
      call: (c) =>
        ofCoordinator((figureId) => c.post(`/shared-figures/${figureId}/withdrawal`, { reason: 'mistaken' })),
      yes: 200,
      allowed: ['coordinator'],
      no: 403,
    },
    {
      name: 'PUT saved query of a coordinator',
      call: async (c) => {
        const { body } = await coordinator().post<Saved>('/analysis/saved', query);
        return c.put(`/analysis/saved/${body.savedId}`, query);
      },
      yes: 200,
      allowed: ['coordinator'],
      no: 403,
    },
    ...proven.map(([name, by, call]): RightRow => ({
      name: `${name}, by one whose passkey was shown too long ago`,
      call: async () => call(matrix().unproven[by]),
      yes: 403,
      allowed: [],
      no: 403,
      says: 'proof-needed',
      but: { nobody: 403 },
    })),
  ];
}
