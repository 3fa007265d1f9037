import { randomUUID } from 'node:crypto';
import type { Client } from './http.js';

type AnalysisRoute = {
  readonly name: string;
  readonly call: (client: Client) => Promise<{ status: number }>;
  readonly yes: number;
  readonly allowed: readonly ('coordinator' | 'analyst' | 'administrator')[];
  readonly no: number;
};

const analysts = ['coordinator', 'analyst'] as const;
const saved = { name: 'x', shared: false, content: { kind: 'query', sql: 'SELECT 1', parameters: {}, chart: null } };
const refused = { sql: 'DROP TABLE labels' };

const asked: readonly [name: string, call: AnalysisRoute['call'], yes: number][] = [
  ['GET tables', (c) => c.get('/analysis/tables'), 200],
  ['GET shelf', (c) => c.get('/analysis/shelf'), 200],
  ['POST run', (c) => c.post('/analysis/runs', refused), 200],
  ['POST export', (c) => c.post('/analysis/exports', { of: 'query', format: 'csv', run: refused }), 200],
  ['GET export', (c) => c.get(`/analysis/exports/${randomUUID()}`), 404],
  ['GET saved', (c) => c.get('/analysis/saved?kind=query'), 200],
  ['POST saved', (c) => c.post('/analysis/saved', saved), 201],
  ['GET one saved', (c) => c.get(`/analysis/saved/${randomUUID()}`), 404],
  ['PUT saved', (c) => c.put(`/analysis/saved/${randomUUID()}`, saved), 404],
  ['DELETE saved', (c) => c.delete(`/analysis/saved/${randomUUID()}`), 404],
  ['GET history', (c) => c.get('/analysis/history'), 200],
];

/** The analysts' room in the matrix of rights: analysts and coordinators ask, administrators see what they did. */
export function analysisRoutes(): AnalysisRoute[] {
  const settings = { exportsAllowed: true };
  return [
    ...asked.map(([name, call, yes]) => ({ name, call, yes, allowed: analysts, no: 403 })),
    { name: 'GET audit', call: (c) => c.get('/analysis/audit'), yes: 200, allowed: ['administrator'], no: 403 },
    {
      name: 'GET analysis settings',
      call: (c) => c.get('/analysis/settings'),
      yes: 200,
      allowed: [...analysts, 'administrator'],
      no: 403,
    },
    {
      name: 'PUT analysis settings',
      call: (c) => c.put('/analysis/settings', settings),
      yes: 200,
      allowed: ['administrator'],
      no: 403,
    },
  ];
}
