import type { Sql } from '../kernel/database.js';
import { marksIn, type MarkRow, type PositionMark } from '../kernel/offset.repository.js';

/** Where the archivist stands in the partitions of a topic; those it never read are left out. */
export async function readArchivePlaces(sql: Sql, topic: string): Promise<Map<number, bigint>> {
  const rows = await sql.query<{ partition: number; next: string }>(
    'SELECT partition, next::text FROM archive.place WHERE topic = $1',
    [topic],
  );
  return new Map(rows.map((row) => [row.partition, BigInt(row.next)]));
}

/** By which records the archivist knows the logs of a topic again; of partitions of which nothing was read there is none. */
export async function readArchiveMarks(sql: Sql, topic: string): Promise<Map<number, PositionMark>> {
  const rows = await sql.query<MarkRow>(
    'SELECT partition, mark, marked::text FROM archive.place WHERE topic = $1 AND marked < next',
    [topic],
  );
  return marksIn(rows);
}

/** Where the archivist stands in a partition, which nobody else can change until the transaction ends. */
export async function lockArchivePlace(sql: Sql, topic: string, partition: number): Promise<bigint> {
  const read = () =>
    sql.query<{ next: string }>('SELECT next::text FROM archive.place WHERE topic = $1 AND partition = $2 FOR UPDATE', [
      topic,
      partition,
    ]);
  const [row] = await read();
  if (row !== undefined) {
    return BigInt(row.next);
  }
  await sql.query('INSERT INTO archive.place (topic, partition, next) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING', [
    topic,
    partition,
  ]);
  const [made] = await read();
  return BigInt(made?.next ?? 0);
}

/** Moves the place in a partition, and its mark when there is another. */
export async function saveArchivePlace(
  sql: Sql,
  { topic, partition, next, mark }: { topic: string; partition: number; next: bigint; mark: PositionMark | undefined },
): Promise<void> {
  await sql.query(
    `UPDATE archive.place
        SET next = $3, mark = coalesce($4, mark), marked = coalesce($5::bigint, marked), updated_at = now()
      WHERE topic = $1 AND partition = $2`,
    [topic, partition, next.toString(), mark?.hash ?? null, mark?.offset.toString() ?? null],
  );
}

/** Records of a partition that no Parquet file holds yet: from where files end to where the archivist stands. */
export type Unfiled = {
  readonly topic: string;
  readonly partition: number;
  readonly filed: bigint;
  readonly next: bigint;
};

/** All that no Parquet file holds yet. */
export async function readUnfiled(sql: Sql): Promise<Unfiled[]> {
  const rows = await sql.query<{ topic: string; partition: number; filed: string; next: string }>(
    'SELECT topic, partition, filed::text, next::text FROM archive.place WHERE filed < next ORDER BY topic, partition',
  );
  return rows.map((row) => ({ ...row, filed: BigInt(row.filed), next: BigInt(row.next) }));
}

/** Records that were filed; `whole` when they are all that a partition had then. */
export type FiledWindow = Unfiled & { readonly whole: boolean };

/**
 * Notes that files hold these records, to `next` of each, and where that was all, that files were complete at this moment.
 * @throws Error when a partition is not where the filing began, because the archive was emptied meanwhile
 */
export async function saveFiled(sql: Sql, filed: readonly FiledWindow[]): Promise<void> {
  for (const { topic, partition, filed: from, next, whole } of filed) {
    const moved = await sql.query(
      `UPDATE archive.place SET filed = $4, filed_at = CASE WHEN $5 THEN now() ELSE filed_at END
        WHERE topic = $1 AND partition = $2 AND filed = $3 RETURNING partition`,
      [topic, partition, from.toString(), next.toString(), whole],
    );
    if (moved.length !== 1) {
      throw new Error(`${topic}/${partition} is not filed up to ${from} any more`);
    }
  }
}

/** Takes all that was filed for unfiled, so that it is filed again. */
export async function unfileAll(sql: Sql): Promise<void> {
  await sql.query('UPDATE archive.place SET filed = 0, filed_at = NULL');
}

/** How many records no Parquet file holds yet, and how many files count. */
export async function readFilingTotals(sql: Sql): Promise<{ readonly unfiled: number; readonly files: number }> {
  const [row] = await sql.query<{ unfiled: number; files: number }>(
    `SELECT (SELECT coalesce(sum(next - filed), 0)::float8 FROM archive.place) AS unfiled,
            (SELECT count(*)::int FROM archive.file WHERE retired_at IS NULL) AS files`,
  );
  return row ?? { unfiled: 0, files: 0 };
}
