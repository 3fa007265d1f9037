import { rm, truncate, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readLiveFiles } from '#persistence/analysis';
import { Database, createDataSource } from '#persistence/kernel';
import { fileSome } from '../../apps/archivist/src/filing.js';
import { sweepLeftovers } from '../../apps/archivist/src/upkeep.js';
import {
  expectSameRows,
  filed,
  parquetFilesIn,
  prepareArchive,
  rowsInFiles,
  takenIn,
  type ArchiveGround,
} from '../support/archive.js';
import { actorOf, openCase, services, uuid } from '../support/builders.js';
import { eventsOfReferredCase, referredCases } from '../support/histories.js';
import { play } from '../support/playing.js';
import { until } from '../support/wait.js';

let ground: ArchiveGround;
beforeEach(async () => {
  ground = await prepareArchive();
});
afterEach(() => ground.stop());

const expectSame = (rows: number) => expectSameRows(ground, rows);

describe('filing the archive', () => {
  it('joins files when a month has many, and loses and doubles nothing', async () => {
    await ground.archive();
    for (let round = 0; round < 12; round += 1) {
      await ground.publisher.publish(referredCases(1 + round, 1).flat());
      await takenIn(ground.database, (round + 1) * eventsOfReferredCase);
      await fileSome(ground.database, ground.folder);
    }
    expect(await parquetFilesIn(ground.folder)).toHaveLength(12);
    ground.file();
    await until(async () => (await parquetFilesIn(ground.folder)).length <= 8, 'fewer files');
    await expectSame(12 * eventsOfReferredCase);
  });

  it.each([
    ['is gone, as after a restore', (file: string) => rm(file)],
    ['was cut off', (file: string) => truncate(file, 100)],
  ])('writes all files again when one %s', async (_what, spoil) => {
    await ground.archive();
    await ground.publisher.publish(referredCases(1, 10).flat());
    await takenIn(ground.database, 10 * eventsOfReferredCase);
    await fileSome(ground.database, ground.folder);
    const [spoiled = ''] = await parquetFilesIn(ground.folder);
    await spoil(path.join(ground.folder, spoiled));
    ground.file();
    const counts = async () => (await readLiveFiles(ground.database)).some((file) => file.path === spoiled);
    await until(async () => !(await counts()), 'the spoiled file counts no more');
    await filed(ground.database);
    await expectSame(10 * eventsOfReferredCase);
  });

  it('that breaks off before it is noted leaves files that are none, and they are swept', async () => {
    await ground.archive();
    await ground.publisher.publish(referredCases(1, 3).flat());
    await takenIn(ground.database, 3 * eventsOfReferredCase);
    const source = new Database(createDataSource(ground.url));
    const breaking: Pick<Database, 'transaction'> = {
      transaction: (work) =>
        source.transaction(async (sql) => {
          await work(sql);
          throw new Error('killed before the commit');
        }),
    };
    await expect(fileSome(breaking, ground.folder)).rejects.toThrow('killed before the commit');
    await source.stop();
    const [orphan = ''] = await parquetFilesIn(ground.folder);
    expect(await readLiveFiles(ground.database)).toEqual([]);
    await fileSome(ground.database, ground.folder);
    await expectSame(3 * eventsOfReferredCase);
    expect(await sweepLeftovers(ground)).toEqual([]);
    const longAgo = Date.now() / 1_000 - 3_600;
    for (const file of await parquetFilesIn(ground.folder)) {
      await utimes(path.join(ground.folder, file), longAgo, longAgo);
    }
    expect(await sweepLeftovers(ground)).toEqual([orphan]);
    await expectSame(3 * eventsOfReferredCase);
  });

  it('keeps times to the millisecond and lists as lists', async () => {
    const scene = play('2026-12-31T23:59:59.999Z');
    scene.tell(actorOf(services.accountant), openCase(uuid(1)));
    await ground.archive();
    await ground.publisher.publish(scene.events);
    await takenIn(ground.database, 1);
    await fileSome(ground.database, ground.folder);
    const [row] = await rowsInFiles(ground.database, ground.folder);
    expect(row).toMatchObject({ time: '2026-12-31T23:59:59.999Z', languages: ['fr', 'nl'] });
    expect((await readLiveFiles(ground.database))[0]).toMatchObject({ month: '2026-12' });
  });
});
