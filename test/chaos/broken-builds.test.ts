import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { removeAllArenas } from './arena/folder.js';
import { brokenBuilds } from './builds/broken.js';
import { lineOf, type Row } from './faults/row.js';
import { brokenRun } from './runs.js';

const options = { seed: 7, accepted: 40, copies: 1 };
const patience = 3_600_000;

let row: Row;

beforeAll(async () => {
  row = await brokenRun(brokenBuilds, options).start(() => undefined);
}, patience);

afterAll(removeAllArenas, patience);

it.each(brokenBuilds.map((build) => [build.what, build] as const))('the checker finds out that %s', (_what, build) => {
  const proofs = row.findings.filter((finding) => build.proof.test(finding));
  console.log([`${build.name}, ${lineOf(row)}`, ...proofs.slice(0, 3)].join('\n'));
  expect([row.notRun, row.findings.filter((finding) => finding.startsWith('the run broke off'))]).toEqual([
    undefined,
    [],
  ]);
  expect(row.findings).toContainEqual(expect.stringMatching(build.proof));
});
