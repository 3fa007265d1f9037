import { access } from 'node:fs/promises';
import { filesWith, joinFiles, missingFrom, removeFile, sweep, writeMeasures, writeRows } from '#archive';
import {
  addFiles,
  areMeasuresDue,
  areRowsDue,
  forgetErasures,
  forgetFiles,
  readErasures,
  readFilePaths,
  readLiveFiles,
  readMeasureLines,
  readRetiredFiles,
  readRowLines,
  retireFiles,
  rowStreams,
  tryToFileAlone,
  unfileAll,
  type ArchiveFile,
} from '#persistence/analysis';
import type { Database, Sql } from '#persistence/kernel';
import { compactionsOf, erasedMonthsOf, groupsOf } from './compaction.js';

type Archive = { readonly database: Pick<Database, 'query' | 'transaction'>; readonly folder: string };

/** Rewrites the files of one month that still hold what was erased; false when there is nothing to rewrite, or another does. */
export async function eraseSome({ database, folder }: Archive): Promise<boolean> {
  return database.transaction(async (sql) => {
    if (!(await tryToFileAlone(sql))) {
      return false;
    }
    const [month] = erasedMonthsOf(await readLiveFiles(sql), await readErasures(sql));
    if (month === undefined) {
      return false;
    }
    const subjects = month.erasures.map(({ subject }) => subject);
    const paths = month.files.map(({ path }) => path);
    const holding = new Set(await filesWith(folder, paths, subjects));
    for (const files of groupsOf(month.files.filter(({ path }) => holding.has(path)))) {
      await replace(sql, folder, { ...month, files }, subjects);
    }
    await forgetErasures(sql, month.erasures);
    return true;
  });
}

/** Joins small files of one month; false when no month has too many of them, or another does. */
export async function compactSome({ database, folder }: Archive): Promise<boolean> {
  return database.transaction(async (sql) => {
    if (!(await tryToFileAlone(sql))) {
      return false;
    }
    const [compaction] = compactionsOf(await readLiveFiles(sql));
    if (compaction === undefined) {
      return false;
    }
    await replace(sql, folder, compaction, []);
    return true;
  });
}

type Replacement = { readonly stream: string; readonly month: string; readonly files: readonly ArchiveFile[] };

async function replace(sql: Sql, folder: string, { stream, month, files }: Replacement, without: readonly string[]) {
  const paths = files.map(({ path }) => path);
  const joined = await joinFiles(folder, { stream, month }, paths, without);
  await addFiles(sql, joined === undefined ? [] : [{ ...joined, compacted: true }]);
  await retireFiles(sql, files);
}

/** Writes the exact counts of the projection as a file, if they changed. */
export async function fileMeasures({ database, folder }: Archive): Promise<void> {
  await database.transaction(async (sql) => {
    if (!(await tryToFileAlone(sql)) || !(await areMeasuresDue(sql))) {
      return;
    }
    const former = (await readLiveFiles(sql)).filter(({ stream }) => stream === 'measures');
    const written = await writeMeasures(folder, await readMeasureLines(sql));
    await retireFiles(sql, former);
    await addFiles(sql, [{ ...written, compacted: true }]);
  });
}

/** Writes the rows of cases and referrals as files, if they changed. */
export async function fileRows({ database, folder }: Archive): Promise<void> {
  await database.transaction(async (sql) => {
    if (!(await tryToFileAlone(sql)) || !(await areRowsDue(sql))) {
      return;
    }
    const streams = new Set<string>(Object.values(rowStreams));
    const former = (await readLiveFiles(sql)).filter(({ stream }) => streams.has(stream));
    const written = await writeRows(folder, rowStreams, readRowLines(sql));
    await retireFiles(sql, former);
    await addFiles(
      sql,
      written.map((file) => ({ ...file, compacted: true })),
    );
  });
}

/** Deletes files that were replaced so many seconds ago; what reads them has had the time to finish. */
export async function removeRetired({ database, folder }: Archive, grace: number): Promise<void> {
  const retired = await readRetiredFiles(database, grace);
  for (const { path } of retired) {
    await removeFile(folder, path);
  }
  if (retired.length > 0) {
    await forgetFiles(database, retired);
  }
}

/**
 * Has all files written again from PostgreSQL when one that counts is gone, as after a restore, or cut off; answers how many are.
 * @throws Error when the folder itself is not there: then it is not mounted, and nothing is lost
 */
export async function recoverFiles({ database, folder }: Archive): Promise<number> {
  return database.transaction(async (sql) => {
    if (!(await tryToFileAlone(sql))) {
      return 0;
    }
    await access(folder);
    const live = await readLiveFiles(sql);
    const missing = await missingFrom(folder, live);
    if (missing.length > 0) {
      await retireFiles(sql, live);
      await unfileAll(sql);
    }
    return missing.length;
  });
}

/** Deletes what archivists that were killed have left. */
export async function sweepLeftovers({ database, folder }: Archive): Promise<string[]> {
  const known = await readFilePaths(database);
  return sweep(folder, (path) => known.has(path));
}
