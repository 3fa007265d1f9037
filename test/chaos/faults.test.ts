import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openArena, type Arena } from './arena/arena.js';
import { removeAllArenas } from './arena/folder.js';
import { groups } from './faults/index.js';
import { lineOf } from './faults/row.js';
import { groupTrial } from './faults/single.js';
import { runTrial } from './faults/trial.js';

const seed = 7;
/** Commands that must be accepted after each fault was healed. */
const accepted = 12;
/** Of each of the five loads; together more than of one long load. */
const sample = { accepted: 40, refused: 20 };
const patience = 3_600_000;

let arena: Arena;

beforeAll(async () => {
  arena = await openArena({ smallDisks: ['kafka', 'postgres'] });
}, patience);

afterAll(async () => {
  await arena?.stop();
  await removeAllArenas();
}, patience);

it.each(Object.entries(groups))(
  'nothing is lost, doubled or missing after %s',
  async (name, faults) => {
    const row = await runTrial(arena, groupTrial(name, faults, { seed, accepted, sample }));
    console.log([lineOf(row), ...row.notes].join('\n'));
    expect(row.findings).toEqual([]);
  },
  patience,
);
