import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Saved } from '#contracts/analysis';
import { savedQuery as query } from '../../support/analysis-requests.js';
import { type Client, signIn } from '../../support/http.js';
import { emptied, type System } from '../../support/system.js';

let anna: Client;
let sofie: Client;

/** What analysts keep for themselves and for others. */
export function saved(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    anna = await signIn(system().stack.apiUrl, 'anna-hub');
    sofie = await signIn(system().stack.apiUrl, 'sofie-hub');
  });

  describe('saved ones', () => {
    it('are kept, shared, changed and removed by their owner', async () => {
      const own = await anna.post<Saved>('/analysis/saved', query('Own', false));
      expect([own.status, own.body]).toMatchObject([201, { name: 'Own', own: true, owner: 'anna-hub', shared: false }]);
      const shared = await anna.post<Saved>('/analysis/saved', query('Shared', true));
      const view = { name: 'View', shared: true, content: { kind: 'view', search: { type: 'x' }, columns: ['code'] } };
      await anna.post('/analysis/saved', view);
      const seen = (await sofie.get<Saved[]>('/analysis/saved?kind=query')).body;
      expect(seen.map((one) => [one.name, one.own])).toEqual([['Shared', false]]);
      expect((await sofie.get<Saved>(`/analysis/saved/${own.body.savedId}`)).body.name).toBe('Own');
      const change = await sofie.put(`/analysis/saved/${shared.body.savedId}`, query('Mine', true));
      expect(change.problem.code).toBe('not-yours');
      expect((await sofie.delete(`/analysis/saved/${shared.body.savedId}`)).status).toBe(403);
      const changed = await anna.put<Saved>(`/analysis/saved/${shared.body.savedId}`, query('Better', true));
      expect(changed.body).toMatchObject({ name: 'Better', savedId: shared.body.savedId });
      expect((await anna.delete(`/analysis/saved/${own.body.savedId}`)).status).toBe(204);
      expect((await anna.get(`/analysis/saved/${own.body.savedId}`)).status).toBe(404);
      expect((await anna.get<Saved[]>('/analysis/saved?kind=view')).body.map((one) => one.name)).toEqual(['View']);
    });
  });
}
