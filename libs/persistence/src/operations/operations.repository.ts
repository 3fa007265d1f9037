import type { DeadLetter, OperationsView } from '#contracts/operations';
import { historyType } from '#domain/case';
import type { Database, Sql } from '../kernel/database.js';

const mostLetters = 200;
const mostParked = 200;

type LetterRow = Omit<DeadLetter, 'recordedAt' | 'redrivenAt'> & { recordedAt: Date; redrivenAt: Date | null };
type ParkedRow = Omit<OperationsView['parked'][number], 'since'> & { since: Date };
type Offset = Omit<OperationsView['offsets'][number], 'end' | 'lag'>;
type OffsetRow = Omit<Offset, 'updatedAt'> & { updatedAt: Date };
type TotalsRow = {
  readAt: Date;
  deadLettersOpen: number;
  outboxWaiting: number;
  outboxSince: Date | null;
  feedPosition: string;
};

/** What the database knows of the flow of events; of dead letters and parked cases the latest. */
export type FlowFacts = Pick<
  OperationsView,
  | 'readAt'
  | 'deadLetters'
  | 'deadLettersOpen'
  | 'parked'
  | 'newest'
  | 'feedPosition'
  | 'outboxWaiting'
  | 'outboxSince'
  | 'cases'
> & { readonly offsets: readonly Offset[] };

/** What those who run Relais look at. */
export class OperationsRepository {
  constructor(private readonly database: Database) {}

  /** Everything that waits for somebody, and how far everything is, as of one instant. */
  async getFlow(): Promise<FlowFacts> {
    return this.database.snapshot(async (sql) => {
      const deadLetters = await findLetters(sql);
      const parked = await findParked(sql);
      const offsets = await findOffsets(sql);
      const newest = await findNewest(sql);
      const cases = await getCases(sql);
      return { deadLetters, parked, offsets, newest, cases, ...(await getTotals(sql)) };
    });
  }

  /** How much waits, and where the feed is. */
  async getTotals(): Promise<Awaited<ReturnType<typeof getTotals>>> {
    return getTotals(this.database);
  }

  /** The event that was applied last, imported history aside. */
  async findNewest(): Promise<OperationsView['newest']> {
    return findNewest(this.database);
  }

  /** How far each partition is applied. */
  async findOffsets(): Promise<Offset[]> {
    return findOffsets(this.database);
  }

  /** Dead letters of one reason that were not driven again, oldest first. */
  async findOpenLetters(reason: DeadLetter['reason'], limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT dead_letter_id::text AS id FROM relais.dead_letter
        WHERE redriven_at IS NULL AND reason = $1 ORDER BY recorded_at, "offset" LIMIT $2`,
      [reason, limit],
    );
    return rows.map(({ id }) => id);
  }
}

async function findNewest(sql: Sql): Promise<OperationsView['newest']> {
  const [row] = await sql.query<{ type: string; time: Date; appliedAt: Date }>(
    `SELECT f.type, e.time, f.at AS "appliedAt"
       FROM projection.feed f
       JOIN projection.event_log e ON e.stream = f.stream AND e.subject = f.subject AND e.sequence = f.sequence
      WHERE f.type <> $1 ORDER BY f.position DESC LIMIT 1`,
    [historyType],
  );
  return row === undefined
    ? null
    : { type: row.type, time: row.time.toISOString(), appliedAt: row.appliedAt.toISOString() };
}

async function getTotals(sql: Sql) {
  const [row] = await sql.query<TotalsRow>(
    `SELECT now() AS "readAt",
            (SELECT count(*)::int FROM relais.dead_letter WHERE redriven_at IS NULL) AS "deadLettersOpen",
            (SELECT count(*)::int FROM relais.outbox WHERE published_at IS NULL) AS "outboxWaiting",
            (SELECT created_at FROM relais.outbox WHERE published_at IS NULL ORDER BY position LIMIT 1) AS "outboxSince",
            (SELECT coalesce(max(position), 0)::text FROM projection.feed) AS "feedPosition"`,
  );
  return {
    readAt: (row?.readAt ?? new Date()).toISOString(),
    deadLettersOpen: row?.deadLettersOpen ?? 0,
    outboxWaiting: row?.outboxWaiting ?? 0,
    outboxSince: row?.outboxSince?.toISOString() ?? null,
    feedPosition: Number(row?.feedPosition ?? 0),
  };
}

/** How many cases are open and closed, imported ones apart. */
async function getCases(sql: Sql): Promise<OperationsView['cases']> {
  const [row] = await sql.query<OperationsView['cases']>(
    `SELECT count(*) FILTER (WHERE NOT imported AND status <> 'closed')::int AS open,
            count(*) FILTER (WHERE NOT imported AND status = 'closed')::int AS closed,
            count(*) FILTER (WHERE imported)::int AS imported
       FROM projection.case_read`,
  );
  return row ?? { open: 0, closed: 0, imported: 0 };
}

async function findOffsets(sql: Sql): Promise<Offset[]> {
  const rows = await sql.query<OffsetRow>(
    `SELECT topic, partition, next::text AS next, updated_at AS "updatedAt"
       FROM projection.consumer_offset ORDER BY topic, partition`,
  );
  return rows.map(({ updatedAt, ...one }) => ({ ...one, updatedAt: updatedAt.toISOString() }));
}

async function findLetters(sql: Sql): Promise<DeadLetter[]> {
  const rows = await sql.query<LetterRow>(
    `SELECT dead_letter_id::text AS "deadLetterId", topic, partition, "offset"::text AS "offset", key, reason, detail,
            recorded_at AS "recordedAt", redriven_at AS "redrivenAt"
       FROM relais.dead_letter ORDER BY redriven_at IS NOT NULL, recorded_at DESC LIMIT $1`,
    [mostLetters],
  );
  return rows.map(({ recordedAt, redrivenAt, ...letter }) => ({
    ...letter,
    recordedAt: recordedAt.toISOString(),
    redrivenAt: redrivenAt?.toISOString() ?? null,
  }));
}

async function findParked(sql: Sql): Promise<OperationsView['parked']> {
  const rows = await sql.query<ParkedRow>(
    `SELECT p.subject, count(*)::int AS events, min(p.since) AS since,
            coalesce((SELECT max(l.sequence) FROM projection.event_log l
                       WHERE l.stream = p.stream AND l.subject = p.subject), 0) + 1 AS "waitingFor",
            EXISTS (SELECT FROM relais.dead_letter d WHERE d.redriven_at IS NULL AND d.key = p.subject) AS "deadLetter"
       FROM projection.parked p GROUP BY p.stream, p.subject ORDER BY min(p.since) DESC LIMIT $1`,
    [mostParked],
  );
  return rows.map(({ since, ...one }) => ({ ...one, since: since.toISOString() }));
}
