import { eventColumnNames } from '#contracts/analysis/codes';
import { locks } from '../kernel/locks.js';
import type { Sql } from '../kernel/database.js';
import type { Unfiled } from './archive-place.repository.js';

/** A Parquet file of the archive; `path` is relative to its folder. */
export type ArchiveFile = {
  readonly fileId: string;
  readonly stream: string;
  /** `YYYY-MM` in UTC, or `now` for a table that is replaced as a whole. */
  readonly month: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** Made from other files. */
  readonly compacted: boolean;
};

/** A month whose files may hold events of a subject that was erased. */
export type Erasure = { readonly stream: string; readonly month: string; readonly subject: string };

const columns = eventColumnNames.join(', ');

/** True when this transaction is the only one that writes or replaces files until it ends. */
export async function tryToFileAlone(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ alone: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS alone', [locks.filing]);
  return row?.alone ?? false;
}

/** Waits until nobody writes or replaces files, and keeps others from it until the transaction ends. */
export async function fileAlone(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.filing]);
}

/** Events of some records, each a line of JSON with the columns of an event and its `month`; '' when there are none. */
export async function readEventLines(sql: Sql, { topic, partition, filed, next }: Unfiled): Promise<string> {
  const [row] = await sql.query<{ lines: string | null }>(
    `SELECT string_agg(row_to_json(event)::text, E'\\n') AS lines
       FROM (SELECT ${columns}, to_char(time AT TIME ZONE 'UTC', 'YYYY-MM') AS month FROM archive.event
              WHERE topic = $1 AND partition = $2 AND "offset" >= $3 AND "offset" < $4) AS event`,
    [topic, partition, filed.toString(), next.toString()],
  );
  return row?.lines ?? '';
}

/** The files that count, the smallest first. */
export async function readLiveFiles(sql: Sql): Promise<ArchiveFile[]> {
  return sql.query<ArchiveFile>(
    `SELECT file_id::text AS "fileId", stream, month, path, rows, bytes::float8 AS bytes, compacted
       FROM archive.file WHERE retired_at IS NULL ORDER BY rows, made_at`,
  );
}

/** Makes files count. */
export async function addFiles(sql: Sql, files: readonly ArchiveFile[]): Promise<void> {
  await sql.query(
    `INSERT INTO archive.file (file_id, stream, month, path, rows, bytes, compacted)
     SELECT "fileId", stream, month, path, rows, bytes, compacted
       FROM json_to_recordset($1::json) AS one (
         "fileId" uuid, stream text, month text, path text, rows integer, bytes bigint, compacted boolean)`,
    [JSON.stringify(files)],
  );
}

/**
 * Makes files count no more.
 * @throws Error when one of them did not count already
 */
export async function retireFiles(sql: Sql, files: readonly Pick<ArchiveFile, 'fileId'>[]): Promise<void> {
  const retired = await sql.query(
    `UPDATE archive.file SET retired_at = now()
      WHERE retired_at IS NULL AND file_id = ANY ($1::uuid[]) RETURNING file_id`,
    [files.map(({ fileId }) => fileId)],
  );
  if (retired.length !== files.length) {
    throw new Error('a file that was to be replaced does not count any more');
  }
}

/** Files that have not counted for so many seconds. */
export async function readRetiredFiles(sql: Sql, seconds: number): Promise<Pick<ArchiveFile, 'fileId' | 'path'>[]> {
  return sql.query(
    `SELECT file_id::text AS "fileId", path FROM archive.file WHERE retired_at < now() - make_interval(secs => $1)`,
    [seconds],
  );
}

/** Forgets files that were deleted. */
export async function forgetFiles(sql: Sql, files: readonly Pick<ArchiveFile, 'fileId'>[]): Promise<void> {
  await sql.query('DELETE FROM archive.file WHERE file_id = ANY ($1::uuid[])', [files.map(({ fileId }) => fileId)]);
}

/** Paths of all files that are named, counting or not. */
export async function readFilePaths(sql: Sql): Promise<Set<string>> {
  const rows = await sql.query<{ path: string }>('SELECT path FROM archive.file');
  return new Set(rows.map(({ path }) => path));
}

/** All erasures that files may still have to follow. */
export async function readErasures(sql: Sql): Promise<Erasure[]> {
  return sql.query('SELECT stream, month, subject FROM archive.erasure');
}

/** Forgets erasures that all files have followed. */
export async function forgetErasures(sql: Sql, erasures: readonly Erasure[]): Promise<void> {
  await sql.query(
    `DELETE FROM archive.erasure known USING json_to_recordset($1::json) AS one (stream text, month text, subject text)
      WHERE (known.stream, known.month, known.subject) = (one.stream, one.month, one.subject)`,
    [JSON.stringify(erasures)],
  );
}

/** Empties the archive so that it is filled again from Kafka's beginning; what was erased stays erased. */
export async function emptyArchive(sql: Sql): Promise<void> {
  // In the order in which an archivist takes them.
  await sql.query('TRUNCATE archive.place, archive.event, archive.erasure');
  await sql.query('DELETE FROM archive.subject WHERE erased_at IS NULL');
  await sql.query('UPDATE archive.file SET retired_at = now() WHERE retired_at IS NULL');
}
