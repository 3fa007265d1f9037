import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry, ExportMessage } from '#contracts/analysis';
import { type Client, signIn } from '../../support/http.js';
import { askLines, runQuery } from '../../support/lines.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let anna: Client;
let sofie: Client;
let administrator: Client;

/** What one person leaves to others. */
export function turns(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    const { apiUrl } = system().stack;
    anna = await signIn(apiUrl, 'anna-hub');
    sofie = await signIn(apiUrl, 'sofie-hub');
    administrator = await signIn(apiUrl, 'admin-hub');
  });

  describe('who asks for every place', () => {
    it('leaves one to others and to their own queries, and is told how many are before what waits', async () => {
      const sql = 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 1';
      const request = { of: 'query', format: 'csv', run: { sql } };
      const made = await Promise.all([1, 2, 3].map(() => askLines<ExportMessage>(anna, '/analysis/exports', request)));
      const aheadOf = ({ messages }: (typeof made)[number]) =>
        messages.flatMap((one) => (one.kind === 'progress' ? [one.ahead ?? null] : [])).at(-1);
      await until(
        () => made.filter((one) => aheadOf(one) === 0).length === 1 && made.some((one) => aheadOf(one) === 1),
        'two files wait, one behind the other',
      );
      expect((await runQuery(sofie, 'SELECT 42')).rows).toEqual([[42]]);
      expect((await runQuery(anna, 'SELECT 43')).rows).toEqual([[43]]);
      made.forEach((one) => one.stop());
      await Promise.all(made.map(({ over }) => over));
      const stopped = async () => {
        const { body } = await administrator.get<AuditEntry[]>('/analysis/audit?kind=export&limit=3');
        return body.length === 3 && body.every(({ outcome }) => outcome === 'stopped');
      };
      await until(stopped, 'all three are stopped, those that waited too');
      expect((await runQuery(sofie, 'SELECT 44')).rows).toEqual([[44]]);
    });
  });
}
