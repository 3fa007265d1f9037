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

/** Moves the position of a partition. */
export async function savePosition(
  sql: Sql,
  schema: ProjectionName,
  topic: string,
  partition: number,
  next: bigint,
): Promise<void> {
  await sql.query(
    `UPDATE ${schema}.consumer_offset SET next = $3, updated_at = now() WHERE topic = $1 AND partition = $2`,
    [topic, partition, next.toString()],
  );
}

/** Puts the positions of partitions of a topic where they are told to be; for a projection that nobody else writes. */
export async function savePositions(
  sql: Sql,
  schema: ProjectionName,
  topic: string,
  positions: ReadonlyMap<number, bigint>,
): Promise<void> {
  await sql.query(
    `INSERT INTO ${schema}.consumer_offset (topic, partition, next)
     SELECT $1, partition, next FROM unnest($2::int[], $3::bigint[]) AS one (partition, next)
     ON CONFLICT (topic, partition) DO UPDATE SET next = excluded.next, updated_at = now()`,
    [topic, [...positions.keys()], [...positions.values()].map(String)],
  );
}
