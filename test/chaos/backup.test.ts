import { afterAll, expect, it } from '@jest/globals';
import { removeAllArenas } from './arena/folder.js';
import { restoredFromBackup } from './faults/backup.js';
import { groupRun } from './runs.js';

const patience = 3_600_000;

afterAll(removeAllArenas, patience);

it(
  'a backup restored into an empty place goes on where it was',
  async () => {
    const row = await groupRun(restoredFromBackup, { seed: 7, accepted: 12 }).start(() => undefined);
    expect(row).toMatchObject({ findings: [], lost: 0, doubled: 0, gaps: 0, strikes: 1 });
    expect(row.notRun).toBeUndefined();
  },
  patience,
);
