import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { contentOf } from '#archive';
import { streamNames } from '#contracts/kernel/codes';
import { eventColumnNames } from '#contracts/analysis/codes';
import type { CaseEvent } from '#contracts/case';
import { withoutHidden, type PlatformEvent } from '#contracts/catalogue';
import type { DirectoryEvent } from '#contracts/directory';
import { archivedOf, contextAfter, noContext } from '#domain/analysis';
import { readFilingTotals, readLiveFiles } from '#persistence/analysis';
import type { Database } from '#persistence/kernel';
import type { Losses, ParseRecord } from '#messaging';
import { startArchiving, type Archiving } from '../../apps/archivist/src/archiving.js';
import { Filer, type FilerTimes } from '../../apps/archivist/src/filer.js';
import { prepareGround } from './projection.js';
import { until } from './wait.js';

/** An event of the directory. */
export const capacity: DirectoryEvent = {
  id: 'listening-west:1',
  subject: 'listening-west',
  sequence: 1,
  time: '2026-09-01T08:00:00.000Z',
  by: { kind: 'clock' },
  type: 'relais.directory.capacity-confirmed.v1',
  data: { serviceId: 'listening-west', organisationId: 'west', capacity: 'full' },
};

type EpochPublished = Extract<PlatformEvent, { type: 'relais.platform.epoch-published.v1' }>;

/** An event of the platform. */
export const epoch: EpochPublished = {
  id: 'monitoring:1',
  subject: 'monitoring',
  sequence: 1,
  time: '2026-09-07T00:05:00.000Z',
  by: { kind: 'clock' },
  type: 'relais.platform.epoch-published.v1',
  data: { epochId: '2026-W36', number: 1, hash: 'a'.repeat(64) },
};

/** Database, topics and a folder of a test's own; `stop` ends everything that was started on it. */
export type ArchiveGround = Awaited<ReturnType<typeof prepareArchive>>;

type Starting = {
  readonly parse?: ParseRecord;
  readonly onPassedOver?: () => void;
  readonly onLosses?: (losses: Losses) => void;
};

/** Prepares the ground for tests of the archivist. */
export async function prepareArchive() {
  const ground = await prepareGround();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'relais-archive-'));
  const stops: (() => Promise<void>)[] = [];

  /** Starts to take events in; several may. */
  async function archive(options: Starting = {}): Promise<Archiving> {
    const { kafka, prefix, database, logger } = ground;
    const archiving = await startArchiving({
      ...options,
      kafka,
      prefix,
      database,
      logger,
      lookEvery: 200,
      onDeath: (reason) => {
        throw reason;
      },
    });
    stops.push(() => archiving.stop());
    return archiving;
  }

  /** Starts to write files, soon and again and again; several may. */
  function file(times: Partial<FilerTimes> = {}): Filer {
    const { database, logger } = ground;
    const filer = new Filer({ database, folder, logger, times: { filing: 50, upkeep: 50, grace: 0, ...times } });
    filer.start();
    stops.push(() => filer.stop());
    return filer;
  }

  return {
    ...ground,
    folder,
    archive,
    file,
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await ground.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the archive is to hold of the events of one case, by the rules of the core. */
export function expectedOf(events: readonly CaseEvent[]) {
  let context = noContext;
  return events.map((event) => {
    context = contextAfter(context, event);
    return archivedOf({ stream: 'cases', subject: event.caseId, event }, context, withoutHidden);
  });
}

/** An event of the archive as far as tests compare it. */
export type ArchivedJson = Record<string, unknown> & { readonly event_id: string };

/** All events that PostgreSQL holds, by their ids. */
export async function rowsIn(database: Database): Promise<ArchivedJson[]> {
  const rows = await database.query<Record<string, unknown>>(
    `SELECT ${eventColumnNames.join(', ')} FROM archive.event`,
  );
  return sorted(rows);
}

/** All events that the files that count hold, by their ids; the same as those in PostgreSQL when each holds all. */
export async function rowsInFiles(database: Database, folder: string): Promise<ArchivedJson[]> {
  const live = await readLiveFiles(database);
  const files = live.filter(({ stream }) => streamNames.some((one) => one === stream)).map((file) => file.path);
  return sorted(await contentOf(folder, files));
}

/** The same rows in PostgreSQL and in the files, so many. */
export async function expectSameRows({ database, folder }: ArchiveGround, rows: number): Promise<void> {
  const inTable = await rowsIn(database);
  expect(inTable).toHaveLength(rows);
  expect(await rowsInFiles(database, folder)).toEqual(inTable);
}

function sorted(rows: readonly Record<string, unknown>[]): ArchivedJson[] {
  return rows
    .map(({ time, data, ...row }) => ({
      ...row,
      event_id: String(row['event_id']),
      time: momentOf(time),
      data: typeof data === 'string' ? (JSON.parse(data) as unknown) : data,
    }))
    .sort((a, b) => (a.event_id < b.event_id ? -1 : 1));
}

function momentOf(time: unknown): string {
  return (time instanceof Date ? time : new Date(`${String(time).replace(' ', 'T')}:00`)).toISOString();
}

/** The same without the order of arrival. */
export function withoutPosition(rows: readonly ArchivedJson[]): unknown[] {
  return rows.map(({ position: _position, ...row }) => row);
}

/** Waits until the archive has taken so many records in. */
export async function takenIn(database: Database, records: number): Promise<void> {
  await until(async () => {
    const [row] = await database.query<{ taken: number }>(
      'SELECT coalesce(sum(next), 0)::int AS taken FROM archive.place',
    );
    return row?.taken === records;
  }, `${records} records taken in`);
}

/** Waits until files hold all that was taken in and nothing erased. */
export async function filed(database: Database): Promise<void> {
  await until(async () => {
    const [row] = await database.query<{ erasures: number }>('SELECT count(*)::int AS erasures FROM archive.erasure');
    return (await readFilingTotals(database)).unfiled === 0 && row?.erasures === 0;
  }, 'all filed');
}

/** Paths of all Parquet files of events in the folder, named in the database or not. */
export async function parquetFilesIn(folder: string): Promise<string[]> {
  const all = await readdir(path.join(folder, 'files'), { recursive: true }).catch(() => []);
  return all
    .filter(
      (file) => file.endsWith('.parquet') && streamNames.some((stream) => file.startsWith(`${stream}${path.sep}`)),
    )
    .map((file) => path.join('files', file));
}
