import type { Origin } from '#contracts/kernel';
import type { EpochView } from '#contracts/monitoring';
import type { CubeName } from '#contracts/monitoring/codes';
import { locks } from '../kernel/locks.js';
import type { Sql } from '../kernel/database.js';
import { epochColumns, epochOf, withoutPadding, type CubeCell, type EpochRow } from './epoch-row.js';
import { holdProjection } from '../kernel/offset.repository.js';
import { putIntoOutbox } from '../kernel/outbox.repository.js';

/** What a cell counts that no epoch has taken in; `week` is '' but for imported history. */
export type Untaken = CubeCell & { readonly week: string };

/** Sums over all epochs of one cell. */
export type CellTotal = Omit<CubeCell, 'count'> & { readonly exact: number; readonly published: number };

/** An epoch on its way into the database. */
export type NewEpoch = EpochView & {
  readonly closing: number;
  /** Of the epoch that ends a closing. */
  readonly closingId: string | null;
  readonly cells: readonly CubeCell[];
};

/** Where the chain of epochs stands. */
export type ChainEnd = { readonly number: number; readonly hash: string | null; readonly closings: number };

/** The projection knows less than what was published: it is being rebuilt, or records were lost. */
export class ProjectionBehind extends Error {
  override readonly name = 'ProjectionBehind';
}

/** Makes this transaction the only one that closes an epoch, and keeps the projection it reads in its place until the end. */
export async function holdEpochs(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.epochs]);
  await holdProjection(sql);
  // A migration that makes the projection anew waits, or has left tables that are behind.
  await sql.query('LOCK TABLE projection.measure_week, projection.consumer_offset IN ACCESS SHARE MODE');
}

/** The epoch that a closing ended with, undefined when it has not happened. */
export async function findClosed(sql: Sql, closingId: string): Promise<EpochView | undefined> {
  const [row] = await sql.query<EpochRow>(`SELECT ${epochColumns} FROM relais.epoch e WHERE e.closing_id = $1`, [
    closingId,
  ]);
  return row && epochOf(row);
}

/** How many epochs of the week were closed before its end. */
export async function countNumbered(sql: Sql, week: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM relais.epoch WHERE kind = 'week' AND week = $1 AND epoch_id <> week`,
    [week],
  );
  return row?.count ?? 0;
}

/** The end of the chain; the hash is null before the first epoch. */
export async function readChainEnd(sql: Sql): Promise<ChainEnd> {
  const [row] = await sql.query<{ number: string; hash: string; closing: number }>(
    'SELECT number::text, hash, closing FROM relais.epoch e ORDER BY e.number DESC LIMIT 1',
  );
  return { number: Number(row?.number ?? 0), hash: row?.hash ?? null, closings: row?.closing ?? 0 };
}

/**
 * All cells of these cubes whose count is not what the epochs have taken in.
 * @throws ProjectionBehind when counts are missing that were there at an earlier closing
 */
export async function readUntaken(sql: Sql, cubes: readonly CubeName[]): Promise<Untaken[]> {
  const behind = await sql.query(
    `SELECT topic FROM relais.epoch_position taken
      WHERE taken.next > coalesce((SELECT next FROM projection.consumer_offset known
                                    WHERE known.topic = taken.topic AND known.partition = taken.partition), 0)`,
  );
  if (behind.length > 0) {
    throw new ProjectionBehind('the projection knows less than what was published before; the epoch stays open');
  }
  const rows = await sql.query<Untaken>(
    `SELECT cube, week, ARRAY[a, b, c, d] AS codes, sum(count)::int AS count
       FROM (SELECT cube, CASE WHEN imported THEN week ELSE '' END AS week, a, b, c, d, count
               FROM projection.measure_week
             UNION ALL
             SELECT cube, week, a, b, c, d, -count FROM relais.epoch_taken) AS both_sides
      WHERE cube = ANY ($1::text[])
      GROUP BY cube, week, a, b, c, d HAVING sum(count) <> 0`,
    [cubes],
  );
  return rows.map(withoutPadding);
}

/** Sums of all epochs so far, of the cells that appear in any. */
export async function readTotals(sql: Sql, cubes: readonly CubeName[]): Promise<CellTotal[]> {
  const rows = await sql.query<CellTotal>(
    `SELECT cube, ARRAY[a, b, c, d] AS codes, sum(exact)::int AS exact, sum(published)::int AS published
       FROM (SELECT cube, a, b, c, d, count AS exact, 0 AS published FROM relais.epoch_taken
             UNION ALL
             SELECT cube, a, b, c, d, 0, count FROM relais.epoch_cell) AS both_sides
      WHERE cube = ANY ($1::text[])
      GROUP BY cube, a, b, c, d`,
    [cubes],
  );
  return rows.map(withoutPadding);
}

/** Notes that the epochs have taken these counts in, and how far the projection was. */
export async function takeIn(sql: Sql, taken: readonly Untaken[]): Promise<void> {
  await sql.query(
    `INSERT INTO relais.epoch_taken AS before (cube, week, a, b, c, d, count)
     SELECT cube, week, codes[1], coalesce(codes[2], ''), coalesce(codes[3], ''), coalesce(codes[4], ''), count
       FROM json_to_recordset($1::json) AS one (cube text, week text, codes text[], count integer)
     ON CONFLICT (cube, week, a, b, c, d) DO UPDATE SET count = before.count + excluded.count`,
    [JSON.stringify(taken)],
  );
  await sql.query('DELETE FROM relais.epoch_taken WHERE count = 0');
  await sql.query(
    `INSERT INTO relais.epoch_position (topic, partition, next)
     SELECT topic, partition, next FROM projection.consumer_offset
     ON CONFLICT (topic, partition) DO UPDATE SET next = excluded.next`,
  );
}

/** Appends an epoch to the chain. */
export async function insertEpoch(sql: Sql, epoch: NewEpoch): Promise<void> {
  const { number, epochId, kind, week, closing, closingId, publishedAt, previousHash, hash, cells } = epoch;
  await sql.query(
    `INSERT INTO relais.epoch (number, epoch_id, kind, week, closing, closing_id, published_at, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [number, epochId, kind, week, closing, closingId, publishedAt, previousHash, hash],
  );
  await sql.query(
    `INSERT INTO relais.epoch_cell (number, cube, a, b, c, d, count)
     SELECT $1, cube, codes[1], coalesce(codes[2], ''), coalesce(codes[3], ''), coalesce(codes[4], ''), count
       FROM json_to_recordset($2::json) AS one (cube text, codes text[], count integer)`,
    [number, JSON.stringify(cells)],
  );
}

/** Lets everybody know that a closing has ended, once the transaction has. */
export async function announceEpoch(
  sql: Sql,
  { epochId, number, hash, publishedAt }: EpochView,
  { closing, by }: { readonly closing: number; readonly by: Origin },
): Promise<void> {
  const subject = 'monitoring';
  await putIntoOutbox(sql, [
    {
      topic: 'platform.v1',
      key: subject,
      event: {
        id: `${subject}:${closing}`,
        subject,
        sequence: closing,
        time: publishedAt,
        by,
        type: 'relais.platform.epoch-published.v1',
        data: { epochId, number, hash },
      },
    },
  ]);
}

/** Lets the next closing take what the projection knows, though it was once more: records were lost for good. */
export async function forgetEpochPositions(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM relais.epoch_position');
}
