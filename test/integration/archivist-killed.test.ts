import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contentOf } from '#archive';
import { erases } from '#domain/case';
import { readFilingTotals, readLiveFiles } from '#persistence/analysis';
import { channels } from '#persistence/kernel';
import { eventsOfManyCases } from '../bench/events/stream.js';
import {
  filed,
  parquetFilesIn,
  prepareArchive,
  rowsIn,
  rowsInFiles,
  takenIn,
  type ArchivedJson,
  type ArchiveGround,
} from '../support/archive.js';
import { testBrokers } from '../support/kafka.js';
import { freePort, processOf, type TestProcess } from '../support/processes.js';
import { until } from '../support/wait.js';

const count = 10_000;
const burst = 250;

let ground: ArchiveGround;
let archivist: TestProcess;
beforeAll(async () => {
  ground = await prepareArchive();
  const port = await freePort();
  archivist = processOf({
    name: 'archivist',
    file: 'apps/archivist/main.js',
    port,
    env: {
      DATABASE_URL: ground.url,
      KAFKA_BROKERS: testBrokers().join(','),
      TOPIC_PREFIX: ground.prefix,
      ARCHIVE_FOLDER: ground.folder,
      HEALTH_PORT: String(port),
    },
    ready: '/health/live',
  });
});
afterAll(async () => {
  await archivist?.kill('SIGKILL');
  await ground?.stop();
});

const taken = async () => {
  const [row] = await ground.database.query<{ taken: number }>(
    'SELECT coalesce(sum(next), 0)::int AS taken FROM archive.place',
  );
  return row?.taken ?? 0;
};
const wantFiling = () => ground.database.query('SELECT pg_notify($1, $2)', [channels.filing, '']);
const scratchFolders = async () => (await readdir(path.join(ground.folder, 'scratch')).catch(() => [])).length;
const unnamedFiles = async () => {
  const named = new Set(
    (await ground.database.query<{ path: string }>('SELECT path FROM archive.file')).map((one) => one.path),
  );
  return (await parquetFilesIn(ground.folder)).filter((file) => !named.has(file)).length;
};

const namedFiles = async () =>
  (await readLiveFiles(ground.database)).filter(({ stream }) => stream !== 'measures').length;
const finishedFiles = async () => (await parquetFilesIn(ground.folder)).length;

/** What grows at the points of a filing at which it is killed: while it writes, when a file is finished, when files are named. */
const growing = { writing: scratchFolders, finished: finishedFiles, named: namedFiles } as const;

const strikes = [
  'taking',
  'writing',
  'named',
  'taking',
  'finished',
  'named',
  'writing',
  'taking',
  'named',
  'finished',
] as const;

async function strike(point: (typeof strikes)[number], random: number): Promise<void> {
  if (point === 'taking') {
    const threshold = Math.min((await taken()) + 1 + Math.floor(random * 750), count);
    await until(async () => (await taken()) >= threshold, `${threshold} records taken in`);
  } else {
    const before = await growing[point]();
    await until(async () => {
      // Again and again: it may not listen yet.
      await wantFiling();
      return (await growing[point]()) > before;
    }, `it files: ${point}`);
  }
  await archivist.kill('SIGKILL');
}

const none = { lost: [], doubled: [], invented: [] };

/** The first ids of each fault; a difference of all rows would take jest minutes to tell. */
function faultsIn(rows: readonly ArchivedJson[], expected: readonly string[]) {
  const wanted = new Set(expected);
  const ids = rows.map(({ event_id }) => event_id);
  const held = new Set(ids);
  return {
    lost: expected.filter((id) => !held.has(id)).slice(0, 3),
    doubled: ids.filter((id, place) => ids[place - 1] === id).slice(0, 3),
    invented: ids.filter((id) => !wanted.has(id)).slice(0, 3),
  };
}

it('loses and doubles nothing when it is killed again and again under load', async () => {
  const events = eventsOfManyCases(count);
  const publishing = (async () => {
    for (let from = 0; from < events.length; from += burst) {
      const goal = (from / events.length) * strikes.length - 1;
      // The load lasts as long as the killing does.
      await until(() => killed >= goal, 'the next strike', 120_000);
      await ground.publisher.publish(events.slice(from, from + burst));
    }
  })();
  let killed = 0;
  for (const point of strikes) {
    await archivist.restart();
    await strike(point, Math.random());
    killed += 1;
  }
  await publishing;
  await archivist.restart();
  await takenIn(ground.database, events.length);
  await wantFiling();
  await until(async () => (await readFilingTotals(ground.database)).unfiled === 0, 'all filed');
  // Another start erases at once.
  await archivist.kill('SIGKILL');
  await archivist.restart();
  await filed(ground.database);
  const erased = new Set(events.filter(erases).map(({ caseId }) => caseId));
  const expected = events.filter(({ caseId }) => !erased.has(caseId)).map(({ id }) => id);
  expect(erased.size).toBeGreaterThan(3);
  const inTable = await rowsIn(ground.database);
  expect(faultsIn(inTable, expected)).toEqual(none);
  const inFiles = await rowsInFiles(ground.database, ground.folder);
  expect(faultsIn(inFiles, expected)).toEqual(none);
  const texts = new Map(inTable.map((row) => [row.event_id, JSON.stringify(row)]));
  expect(inFiles.filter((row) => texts.get(row.event_id) !== JSON.stringify(row)).slice(0, 3)).toEqual([]);
  const live = await ground.database.query<{ path: string; rows: number }>(
    `SELECT path, rows FROM archive.file WHERE retired_at IS NULL AND stream <> 'measures'`,
  );
  for (const { path: file, rows } of live) {
    expect(await contentOf(ground.folder, [file])).toHaveLength(rows);
  }
  console.log(`killed ${strikes.length + 1} times; ${await unnamedFiles()} files were left that count for nothing`);
});
