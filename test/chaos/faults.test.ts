import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openArena, type Arena } from './arena/arena.js';
import { removeAllArenas } from './arena/folder.js';
import type { Fault } from './faults/fault.js';
import { groups } from './faults/index.js';
import { lineOf, type Row } from './faults/row.js';
import { groupTrial } from './faults/single.js';
import { runTrial } from './faults/trial.js';

const seed = 7;
/** Of how many commands whose answer is known it is asked once more at the end. */
const sample = { accepted: 60, refused: 30 };
/** Commands that must be accepted after each fault was healed. */
const accepted = 8;
const patience = 3_600_000;

let arena: Arena;
let possible: readonly Fault[];
let row: Row;

beforeAll(async () => {
  arena = await openArena({ smallDisks: ['kafka', 'postgres'] });
  // Where no small file system can be mounted, no disk can be filled.
  const isPossible = ({ smallDisks = [] }: Fault) => smallDisks.every((engine) => arena.disks[engine] !== undefined);
  possible = Object.values(groups)
    .flat()
    .filter((fault: Fault) => isPossible(fault));
  // Under one load and compared once: what one fault has lost is still missing after the last.
  row = await runTrial(arena, groupTrial('all groups', possible, { seed, accepted, sample }));
  console.log([lineOf(row), ...row.findings, ...row.notes].join('\n'));
}, patience);

afterAll(async () => {
  await arena?.stop();
  await removeAllArenas();
}, patience);

it.each(Object.entries(groups))('nothing is lost, doubled or missing after %s', (_name, faults) => {
  expect(row).toMatchObject({ findings: [], lost: 0, doubled: 0, gaps: 0, strikes: possible.length });
  expect(row.notRun).toBeUndefined();
  const struck = row.what.split(', ');
  expect(struck).toEqual(
    expect.arrayContaining(faults.filter((one) => possible.includes(one)).map(({ name }) => name)),
  );
});
