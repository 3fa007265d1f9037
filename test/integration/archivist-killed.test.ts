import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { contentOf } from '#archive';
import { erases } from '#domain';
import { channels, readFilingTotals } from '#persistence';
import { eventsOfManyCases } from '../bench/events/stream.js';
import {
  filed,
  parquetFilesIn,
  prepareArchive,
  rowsIn,
  rowsInFiles,
  takenIn,
  type ArchiveGround,
} from '../support/archive.js';
import { testBrokers } from '../support/kafka.js';
import { freePort, processOf, type TestProcess } from '../support/processes.js';
import { until } from '../support/wait.js';

const count = 20_000;
const burst = 500;

let ground: ArchiveGround;
let archivist: TestProcess;
beforeAll(async () => {
  ground = await prepareArchive();
  const port = await freePort();
  archivist = processOf({
    name: 'archivist',
    file: 'apps/archivist/src/main.js',
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

/** Points at which it is killed: while it takes events in, while it writes files, and when a file was finished but hardly noted. */
const strikes = ['taking', 'writing', 'taking', 'noting', 'writing', 'taking', 'noting', 'taking'] as const;

async function strike(point: (typeof strikes)[number], random: number): Promise<void> {
  const [at, scratch, files] = [await taken(), await scratchFolders(), (await parquetFilesIn(ground.folder)).length];
  if (point === 'taking') {
    const threshold = Math.min(at + 1 + Math.floor(random * 1_500), count);
    await until(async () => (await taken()) >= threshold, `${threshold} records taken in`);
  } else {
    await until(async () => (await readFilingTotals(ground.database)).unfiled > 0, 'something to file');
    await wantFiling();
    const isThere = async () =>
      point === 'writing' ? (await scratchFolders()) > scratch : (await parquetFilesIn(ground.folder)).length > files;
    // It may have filed everything between two looks.
    await until(
      async () => (await isThere()) || (await readFilingTotals(ground.database)).unfiled === 0,
      'it is writing',
    );
  }
  await archivist.kill('SIGKILL');
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
  expect(inTable.map(({ event_id }) => event_id)).toEqual(expected.sort());
  expect(await rowsInFiles(ground.database, ground.folder)).toEqual(inTable);
  const live = await ground.database.query<{ path: string; rows: number }>(
    `SELECT path, rows FROM archive.file WHERE retired_at IS NULL AND stream <> 'measures'`,
  );
  for (const { path: file, rows } of live) {
    expect(await contentOf(ground.folder, [file])).toHaveLength(rows);
  }
  console.log(`killed ${strikes.length + 1} times; ${await unnamedFiles()} files were left that count for nothing`);
}, 600_000);
