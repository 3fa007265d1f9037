import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startHouse, type House } from './arena/arena.js';
import { removeAllArenas } from './arena/folder.js';
import { brokenBuilds } from './builds/broken.js';
import { lineOf } from './faults/row.js';
import { brokenRun } from './runs.js';

const options = { seed: 7, accepted: 120, copies: 1 };
const patience = 3_600_000;

let house: House;

beforeAll(async () => {
  house = await startHouse();
}, patience);

afterAll(async () => {
  await house?.stop();
  await removeAllArenas();
}, patience);

it.each(brokenBuilds.map((build) => [build.what, build] as const))(
  'the checker finds out that %s',
  async (_what, build) => {
    const row = await brokenRun(build, options, house).start(() => undefined);
    console.log([`${build.name}, ${lineOf(row)}`, ...row.findings.slice(0, 5)].join('\n'));
    expect([row.notRun, row.findings.filter((finding) => finding.startsWith('the run broke off'))]).toEqual([
      undefined,
      [],
    ]);
    expect(row.findings).toContainEqual(expect.stringMatching(build.proof));
  },
  patience,
);
