import { locks } from './locks.js';
import type { Sql } from './database.js';
import type { ProjectionName } from './projection-name.js';

/**
 * Keeps a rebuilt projection from taking the place of this one before the transaction ends. A statement of its own, because
 * names are resolved before a statement waits.
 */
export async function holdProjection(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock_shared($1)', [locks.projection]);
}

/** A record before a position by which its log is known again: where it lies, and what it says. */
export type PositionMark = { readonly offset: bigint; readonly hash: string };

/** What stands of a mark in a row with a position. */
export type MarkRow = { partition: number; mark: string; marked: string };

/** Marks of partitions by rows. */
export function marksIn(rows: readonly MarkRow[]): Map<number, PositionMark> {
  return new Map(rows.map(({ partition, mark, marked }) => [partition, { offset: BigInt(marked), hash: mark }]));
}

/** By which records the logs of a topic are known again; of partitions of which nothing was read there is none. */
export async function readMarks(sql: Sql, schema: ProjectionName, topic: string): Promise<Map<number, PositionMark>> {
  const rows = await sql.query<MarkRow>(
    `SELECT partition, mark, marked::text FROM ${schema}.consumer_offset WHERE topic = $1 AND marked < next`,
    [topic],
  );
  return marksIn(rows);
}

/** Positions of partitions of a topic; those that have none are left out. */
export async function readPositions(sql: Sql, schema: ProjectionName, topic: string): Promise<Map<number, bigint>> {
  const rows = await sql.query<{ partition: number; next: string }>(
    `SELECT partition, next::text FROM ${schema}.consumer_offset WHERE topic = $1`,
    [topic],
  );
  return new Map(rows.map((row) => [row.partition, BigInt(row.next)]));
}

/** Position of a partition, which nobody else can change until the transaction ends. */
export async function lockPosition(
  sql: Sql,
  schema: ProjectionName,
  topic: string,
  partition: number,
): Promise<bigint> {
  const read = () =>
    sql.query<{ next: string }>(
      `SELECT next::text FROM ${schema}.consumer_offset WHERE topic = $1 AND partition = $2 FOR UPDATE`,
      [topic, partition],
    );
  const [row] = await read();
  if (row !== undefined) {
    return BigInt(row.next);
  }
  await sql.query(
    `INSERT INTO ${schema}.consumer_offset (topic, partition, next) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING`,
    [topic, partition],
  );
  const [made] = await read();
  return BigInt(made?.next ?? 0);
}

/** Moves the position of a partition, and its mark when there is another. */
export async function savePosition(
  sql: Sql,
  schema: ProjectionName,
  { topic, partition, next, mark }: { topic: string; partition: number; next: bigint; mark: PositionMark | undefined },
): Promise<void> {
  await sql.query(
    `UPDATE ${schema}.consumer_offset
        SET next = $3, mark = coalesce($4, mark), marked = coalesce($5::bigint, marked), updated_at = now()
      WHERE topic = $1 AND partition = $2`,
    [topic, partition, next.toString(), mark?.hash ?? null, mark?.offset.toString() ?? null],
  );
}

/** Puts the positions of partitions of a topic where they are told to be; for a projection that nobody else writes. */
export async function savePositions(
  sql: Sql,
  schema: ProjectionName,
  topic: string,
  positions: ReadonlyMap<number, bigint>,
  marks: ReadonlyMap<number, PositionMark> = new Map(),
): Promise<void> {
  const places = [...positions].map(([partition, next]) => {
    const mark = marks.get(partition);
    return { partition, next: String(next), mark: mark?.hash ?? null, marked: mark?.offset.toString() ?? null };
  });
  await sql.query(
    `INSERT INTO ${schema}.consumer_offset (topic, partition, next, mark, marked)
     SELECT $1, partition, next, mark, marked
       FROM json_to_recordset($2::json) AS one (partition int, next bigint, mark text, marked bigint)
     ON CONFLICT (topic, partition) DO UPDATE
       SET next = excluded.next, mark = excluded.mark, marked = excluded.marked, updated_at = now()`,
    [topic, JSON.stringify(places)],
  );
}
