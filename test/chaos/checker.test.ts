import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, Database } from '#persistence/kernel';
import { testBrokers } from '../support/kafka.js';
import { startStack, type Stack } from '../support/processes.js';
import { until, whileItMoves } from '../support/wait.js';
import { drained } from './checker/check.js';
import { collectEvidence } from './checker/collect/evidence.js';
import { doctors } from './checker/doctors/index.js';
import type { Evidence } from './checker/evidence.js';
import { reportsNear, type Report } from './checker/report.js';
import type { Ground } from './ground.js';
import { startLoad, type Load } from './load/load.js';

const wanted = 400;
let stack: Stack;
let load: Load;
let evidence: Evidence;
let reportOn: (evidence: Evidence) => Report;
const took: Record<string, number> = {};

function groundOf({ apiUrl, databaseUrl, prefix, taskQueue, payloadKeys, notesKey }: Stack): Ground {
  return {
    apiUrls: [apiUrl],
    databaseUrl,
    prefix,
    taskQueue,
    payloadKeys,
    notesKey,
    brokers: testBrokers(),
    temporalAddress: process.env['TEST_TEMPORAL_ADDRESS'] ?? '',
    namespace: 'default',
  };
}

async function timed<Result>(what: string, work: Promise<Result>): Promise<Result> {
  const begun = Date.now();
  const result = await work;
  took[what] = Date.now() - begun;
  return result;
}

/** Which holds come to their end by the clock is chance: none would leave the evidence without what clocks do. */
async function isEnough(databaseUrl: string): Promise<boolean> {
  if (load.progress().accepted < wanted) {
    return false;
  }
  const database = new Database(createDataSource(databaseUrl, { connections: 1 }));
  try {
    const byClock = `SELECT 1 FROM projection.event_log WHERE stream = 'cases' AND by->>'kind' = 'clock' LIMIT 1`;
    return (await database.query(byClock)).length > 0;
  } finally {
    await database.stop();
  }
}

beforeAll(async () => {
  stack = await startStack();
  const ground = groundOf(stack);
  load = await startLoad(ground, { seed: 7, cases: 20 });
  await timed(
    'load',
    whileItMoves(
      until(
        async () => isEnough(ground.databaseUrl),
        `${wanted} commands are accepted, and a clock has fired`,
        1_800_000,
      ),
      () => load.progress().accepted,
      'one more command is accepted',
    ),
  );
  const ledger = await timed('settled', load.settle());
  await timed('drained', drained(ground, ledger, 300_000));
  evidence = await timed('collected', collectEvidence(ground, ledger));
  reportOn = await timed(
    'compared',
    Promise.resolve().then(() => reportsNear(evidence)),
  );
});
afterAll(async () => {
  await load?.stop();
  await stack?.stop();
});

describe('the checker', () => {
  it('finds every command of an undisturbed system where it belongs', async () => {
    const report = reportOn(evidence);
    console.log(JSON.stringify({ ...report, milliseconds: took }, null, 1));
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ lost: 0, doubled: 0, gaps: 0, unknown: 0 });
    expect(report.accepted).toBeGreaterThanOrEqual(wanted);
    // Else the evidence would prove little.
    const { continued, byClock, asksAgain, capacities, readings, messages } = report.compared;
    expect([continued, byClock, asksAgain, capacities, readings, messages].filter((count) => count === 0)).toEqual([]);
  });

  it.each(doctors)('notices $does', ({ spoil, kind, tells }) => {
    const { findings } = reportOn(spoil(evidence));
    expect(findings.filter((one) => one.startsWith(`${kind}: ${tells}`))).not.toEqual([]);
  });
});
