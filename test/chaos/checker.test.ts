import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/processes.js';
import { testBrokers } from '../support/kafka.js';
import { until } from '../support/wait.js';
import { check, drained } from './checker/check.js';
import type { Ground } from './ground.js';
import { startLoad } from './load/load.js';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

function groundOf({ apiUrl, databaseUrl, prefix, taskQueue, payloadKeys }: Stack): Ground {
  return {
    apiUrls: [apiUrl],
    databaseUrl,
    prefix,
    taskQueue,
    payloadKeys,
    brokers: testBrokers(),
    temporalAddress: process.env['TEST_TEMPORAL_ADDRESS'] ?? '',
    namespace: 'default',
  };
}

const wanted = 400;

describe('the checker on a system that nobody disturbs', () => {
  it('finds every command where it belongs', async () => {
    const ground = groundOf(stack);
    const load = await startLoad(ground, { seed: 7, cases: 20 });
    try {
      await until(() => load.progress().accepted >= wanted, `${wanted} commands are accepted`, 100_000);
      const begun = Date.now();
      const ledger = await load.settle();
      const settled = Date.now();
      const took = await drained(ground, ledger, 30_000);
      const level = Date.now();
      const report = await check(ground, ledger);
      console.log({
        ...report,
        settled: settled - begun,
        drained: took,
        drainedAll: level - settled,
        checked: Date.now() - level,
      });
      expect(report.findings).toEqual([]);
      expect(report).toMatchObject({ lost: 0, doubled: 0, gaps: 0, unknown: 0 });
      expect(report.accepted).toBeGreaterThanOrEqual(wanted);
    } finally {
      await load.stop();
    }
  });
});
