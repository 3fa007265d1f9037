import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { contentOf } from '#archive';
import { readLiveFiles } from '#persistence/analysis';
import { fromRecord, toRecord, type ParseRecord } from '#messaging';
import { rebuildArchive } from '../../apps/archivist/src/rebuilding.js';
import {
  capacity,
  epoch,
  expectedOf,
  expectSameRows,
  filed,
  parquetFilesIn,
  prepareArchive,
  rowsIn,
  takenIn,
  withoutPosition,
  type ArchiveGround,
} from '../support/archive.js';
import { uuid } from '../support/builders.js';
import { eventsOfReferredCase, importedCase, referredCases, withdrawnCase } from '../support/histories.js';
import { until } from '../support/wait.js';

let ground: ArchiveGround;
beforeEach(async () => {
  ground = await prepareArchive();
});
afterEach(() => ground.stop());

const expectSame = (rows: number) => expectSameRows(ground, rows);

describe('the archive', () => {
  it('holds every event of all streams once, with the facts of its moment, in PostgreSQL and in files', async () => {
    await ground.archive();
    ground.file();
    const told = [...referredCases(1, 20), [importedCase(1)]];
    await ground.publisher.publish([...told.flat(), capacity, epoch]);
    await takenIn(ground.database, 20 * eventsOfReferredCase + 3);
    await filed(ground.database);
    await expectSame(20 * eventsOfReferredCase + 3);
    const rows = await rowsIn(ground.database);
    const expected = told.flatMap(expectedOf).sort((a, b) => (String(a.event_id) < String(b.event_id) ? -1 : 1));
    expect(withoutPosition(rows.filter(({ stream }) => stream === 'cases'))).toEqual(expected);
    expect(rows.map(({ position }) => Number(position)).sort((a, b) => a - b)).toEqual(
      rows.map((_, index) => index + 1),
    );
    const months = await until(async () => {
      const live = await readLiveFiles(ground.database);
      const all = [...new Set(live.map(({ stream, month }) => `${stream} ${month}`))].sort();
      return all.includes('measures now') && all;
    }, 'the counts are filed');
    expect(months).toEqual(['cases 2024-02', 'cases 2026-09', 'directory 2026-09', 'measures now', 'platform 2026-09']);
  });

  it('passes duplicates over, also those of a later batch', async () => {
    await ground.archive();
    const events = referredCases(1, 5).flat();
    await ground.publisher.publish([...events, ...events, capacity, capacity]);
    await takenIn(ground.database, 2 * events.length + 2);
    await ground.publisher.publish(events);
    await takenIn(ground.database, 3 * events.length + 2);
    ground.file();
    await filed(ground.database);
    await expectSame(events.length + 1);
  });

  it('takes in what was driven again after what followed it', async () => {
    const passed: unknown[] = [];
    const isBroken: ParseRecord = (record) =>
      record.value?.toString() === 'null' ? { reason: 'schema', detail: 'broken' } : fromRecord(record);
    await ground.archive({ parse: isBroken, onPassedOver: () => passed.push(1) });
    ground.file();
    const [events] = referredCases(1, 1);
    for (const event of events ?? []) {
      await ground.send({ ...toRecord(event), ...(event.sequence === 3 && { value: Buffer.from('null') }) });
    }
    await takenIn(ground.database, eventsOfReferredCase);
    expect(passed).toHaveLength(1);
    expect((await rowsIn(ground.database)).map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5]);
    await ground.publisher.publish(events?.slice(2, 3) ?? []);
    await takenIn(ground.database, eventsOfReferredCase + 1);
    await filed(ground.database);
    await expectSame(eventsOfReferredCase);
    const subjects = await ground.database.query<{ sequences: string }>('SELECT sequences::text FROM archive.subject');
    expect(subjects).toEqual([{ sequences: '{[1,6)}' }]);
  });

  it('passes over what PostgreSQL refuses, and nothing else', async () => {
    const passed: unknown[] = [];
    const refused: typeof epoch = {
      ...epoch,
      sequence: 2,
      id: 'monitoring:2',
      data: { ...epoch.data, epochId: 'a\u0000b' },
    };
    const last: typeof epoch = { ...epoch, sequence: 3, id: 'monitoring:3' };
    await ground.publisher.publish([epoch, refused, last]);
    await ground.archive({ onPassedOver: () => passed.push(1) });
    await takenIn(ground.database, 3);
    expect(passed).toHaveLength(1);
    expect((await rowsIn(ground.database)).map(({ sequence }) => sequence)).toEqual([1, 3]);
  });

  it('is the same with two archivists at once, one of which leaves', async () => {
    const one = await ground.archive();
    ground.file();
    ground.file();
    await ground.publisher.publish(referredCases(1, 100).flat());
    await ground.archive();
    await ground.publisher.publish(referredCases(101, 100).flat());
    await one.stop();
    await ground.publisher.publish(referredCases(201, 100).flat());
    await takenIn(ground.database, 300 * eventsOfReferredCase);
    await filed(ground.database);
    await expectSame(300 * eventsOfReferredCase);
  });
});

describe('an erased case', () => {
  it('is gone from PostgreSQL at once, from all files after the next rewriting, and stays away', async () => {
    await ground.archive();
    const filer = ground.file({ upkeep: 3_600_000 });
    const events = withdrawnCase(1);
    const before = events.slice(0, eventsOfReferredCase);
    const others = referredCases(2, 3).flat();
    await ground.publisher.publish([...before, ...others]);
    await takenIn(ground.database, before.length + others.length);
    await until(async () => (await parquetFilesIn(ground.folder)).length > 0, 'a file');
    await ground.publisher.publish(events.slice(eventsOfReferredCase));
    await takenIn(ground.database, events.length + others.length);
    const caseId = uuid(1_001);
    const rows = await rowsIn(ground.database);
    expect(rows.filter(({ subject }) => subject === caseId)).toEqual([]);
    expect(await ground.database.query('SELECT month FROM archive.erasure')).toEqual([{ month: '2026-09' }]);
    await filer.stop();
    ground.file();
    await filed(ground.database);
    await expectSame(others.length);
    await until(async () => {
      const content = await contentOf(ground.folder, await parquetFilesIn(ground.folder));
      return content.length === others.length;
    }, 'the old files are deleted');

    // Whatever comes of it later is seen and leaves no trace.
    const [first] = events;
    const last = events.length + 1;
    const later = first === undefined ? [] : [{ ...first, sequence: last, id: `${first.caseId}:${last}` }];
    await ground.publisher.publish([...events, ...later]);
    await takenIn(ground.database, 2 * events.length + 1 + others.length);
    await expectSame(others.length);
    const [subject] = await ground.database.query(
      'SELECT context, erased_at IS NOT NULL AS erased FROM archive.subject WHERE subject = $1',
      [caseId],
    );
    expect(subject).toEqual({ context: {}, erased: true });
  });

  it('leaves nothing either when all of it comes at once, and other cases of the batch stay', async () => {
    const retained = withdrawnCase(1);
    await ground.publisher.publish([...retained, ...referredCases(2, 2).flat()]);
    await ground.archive();
    ground.file();
    await takenIn(ground.database, retained.length + 2 * eventsOfReferredCase);
    await filed(ground.database);
    await expectSame(2 * eventsOfReferredCase);
  });
});

describe('a rebuild', () => {
  it('gives the same rows, also without a new event, and what was erased stays erased', async () => {
    await ground.archive();
    ground.file();
    const events = [...withdrawnCase(1), ...referredCases(2, 40).flat()];
    await ground.publisher.publish([...events, capacity, epoch]);
    await takenIn(ground.database, events.length + 2);
    await filed(ground.database);
    const rows = await rowsIn(ground.database);
    await rebuildArchive(ground);
    await takenIn(ground.database, events.length + 2);
    await filed(ground.database);
    const again = await rowsIn(ground.database);
    expect(withoutPosition(again)).toEqual(withoutPosition(rows));
    await expectSame(rows.length);
    await until(
      async () => (await contentOf(ground.folder, await parquetFilesIn(ground.folder))).length === rows.length,
      'no old file is left',
    );
  });
});

describe('a log that takes the place of the one that was read', () => {
  it('is not taken in, until the loss is accepted', async () => {
    let losses = 0;
    await ground.archive({ onLosses: (now) => (losses = now.size) });
    await ground.publisher.publish(referredCases(1, 40).flat());
    await takenIn(ground.database, 40 * eventsOfReferredCase);
    const before = await rowsIn(ground.database);
    const others = referredCases(101, 120).flat();
    await ground.loseLogs(others);
    await until(() => losses === 6, 'all partitions are told as lost');
    expect(await rowsIn(ground.database)).toEqual(before);
    await expect(rebuildArchive({ ...ground })).rejects.toThrow(/another log; restore Kafka/);
    expect(await rowsIn(ground.database)).toEqual(before);
    await rebuildArchive({ ...ground, acceptLoss: true });
    await takenIn(ground.database, others.length);
    expect(losses).toBe(0);
  });
});
