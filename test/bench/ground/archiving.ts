import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { freePort, processOf, type TestProcess } from '../../support/processes.js';
import { waitFor } from '../core/waiting.js';
import type { Bench } from './bench.js';
import { profilingFlags } from './profiling.js';
import { appliedIn, connectTo, waits, type ProjectionGround } from './projection.js';

/** What one pass of the archivist took, in seconds, and the bytes of the files it made. */
export type ArchivePass = {
  /** Until every event is in PostgreSQL. */
  readonly taking: number;
  /** Until every event is in a Parquet file too. */
  readonly filing: number;
  readonly bytes: number;
};

/** The real archivist beside a projection, on its topics and database. */
export type ArchiveGround = {
  readonly archivist: TestProcess;
  /** Empties the archive and lets it take in and file what the topics hold. */
  pass(records: number): Promise<ArchivePass>;
  stop(): Promise<void>;
};

/** Prepares an archivist that is started for each pass and stopped after it. */
export async function prepareArchive(
  { databaseUrl, environment, sql }: ProjectionGround,
  { profile }: Pick<Bench, 'profile'>,
): Promise<ArchiveGround> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'relais-bench-archive-'));
  const port = await freePort();
  const archivist = processOf({
    name: 'archivist',
    file: 'apps/archivist/main.js',
    port,
    env: { ...environment, ARCHIVE_FOLDER: folder, HEALTH_PORT: String(port) },
    flags: profile.includes('archivist') ? profilingFlags() : [],
    ready: '/health/live',
  });

  async function pass(records: number): Promise<ArchivePass> {
    await sql.query('TRUNCATE archive.place, archive.event, archive.subject, archive.erasure, archive.file');
    await sql.query('CHECKPOINT');
    const locking = await connectTo(databaseUrl);
    try {
      await locking.query('BEGIN');
      await locking.query('LOCK TABLE archive.place IN ACCESS EXCLUSIVE MODE');
      await archivist.restart();
      await waitFor(() => waits(sql, 'archive.place'), 'the archivist asks for its places');
      const from = performance.now();
      await locking.query('COMMIT');
      await waitFor(async () => (await appliedIn(sql, 'archive')) >= records, 'all events are taken in');
      const taking = (performance.now() - from) / 1000;
      await sql.query(`NOTIFY relais_filing`);
      await waitFor(async () => (await unfiled()) === 0, 'all events are filed');
      return { taking, filing: (performance.now() - from) / 1000, bytes: await bytes() };
    } finally {
      await locking.end();
      await archivist.kill();
    }
  }

  async function unfiled(): Promise<number> {
    const { rows } = await sql.query<{ left: number }>('SELECT sum(next - filed)::int AS left FROM archive.place');
    return rows[0]?.left ?? 0;
  }

  async function bytes(): Promise<number> {
    const { rows } = await sql.query<{ path: string }>(
      "SELECT path FROM archive.file WHERE stream NOT IN ('measures', 'case-rows', 'referral-rows')",
    );
    const sizes = await Promise.all(rows.map(async (row) => (await stat(path.join(folder, row.path))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  return {
    archivist,
    pass,
    stop: async () => {
      await archivist.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
