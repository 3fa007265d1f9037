import type { AnalysisEvent, EventCount, EventDetail, EventFilter, EventPage } from '#contracts/analysis';
import { eventColumnNames } from '#contracts/analysis/codes';
import { once } from '../kernel/preparing-client.js';
import { conditionsOf, partsOf, Values } from './archive-filter.js';
import { decodeCursor, encodeCursor } from '../kernel/cursor.js';
import type { Database, Sql } from '../kernel/database.js';

/** A question was stopped because it took longer than it may. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';

  constructor(
    readonly seconds: number,
    options?: ErrorOptions,
  ) {
    super(`stopped after ${seconds} s`, options);
  }
}

const longestSeconds = 10;
const canceled = '57014';
const neighboursBefore = 249;
const neighboursAfter = 250;

type Row = Omit<AnalysisEvent, 'time'> & { readonly time: Date };
type NeighbourRow = Omit<EventDetail['neighbours'][number], 'time'> & { readonly time: Date };
type EventKey = { readonly stream: string; readonly subject: string; readonly sequence: number };

const columns = eventColumnNames.map((name) => `e.${name}`).join(', ');
const newestFirst = 'time DESC, position DESC';

/** The coded events of the archive, as analysts see them. */
export class ArchiveEventRepository {
  constructor(private readonly database: Database) {}

  /**
   * A page, newest first; undefined when the cursor is not one of ours.
   * @throws TooSlow
   */
  async findPage(filter: EventFilter, after: string | undefined, limit: number): Promise<EventPage | undefined> {
    const place = after === undefined ? undefined : placeIn(after);
    if (after !== undefined && place === undefined) {
      return undefined;
    }
    const values = new Values();
    const isAfter = place && [
      `(time, position) < (${values.add(place[0], 'timestamptz')}, ${values.add(place[1], 'int')})`,
    ];
    const size = values.add(limit + 1, 'int');
    const parts = partsOf(filter, values).map(
      (part) => `(SELECT time, position FROM archive.event ${whereOf([...(isAfter ?? []), ...part])}
                   ORDER BY ${newestFirst} LIMIT ${size})`,
    );
    if (parts.length === 0) {
      return { events: [], next: null };
    }
    const rows = await this.ask<Row & { readonly placed: string }>(
      `SELECT ${columns}, e.time::text AS placed
         FROM (SELECT * FROM (${parts.join(' UNION ALL ')}) found ORDER BY ${newestFirst} LIMIT ${size}) page
         JOIN archive.event e USING (position)
        ORDER BY e.time DESC, e.position DESC`,
      values,
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      events: page.map(({ placed: _placed, ...row }) => eventOf(row)),
      next: more ? encodeCursor([last.placed, String(last.position)]) : null,
    };
  }

  /**
   * How many events there are.
   * @throws TooSlow
   */
  async count(filter: EventFilter): Promise<EventCount> {
    const values = new Values();
    const [row] = await this.ask<{ count: string }>(
      `SELECT count(*) FROM archive.event ${whereOf(conditionsOf(filter, values))}`,
      values,
    );
    return { count: Number(row?.count ?? 0) };
  }

  /** One event with those around it; undefined when there is none. */
  async findOne({ stream, subject, sequence }: EventKey): Promise<Omit<EventDetail, 'schema'> | undefined> {
    const of = [stream, subject, sequence];
    const near = 'SELECT sequence, type, time, profession FROM archive.event WHERE stream = $1 AND subject = $2';
    const [[row], neighbours] = await Promise.all([
      this.database.query<Row>(
        `SELECT ${columns} FROM archive.event e WHERE stream = $1 AND subject = $2 AND sequence = $3`,
        of,
      ),
      this.database.query<NeighbourRow>(
        `SELECT * FROM ((${near} AND sequence < $3 ORDER BY sequence DESC LIMIT ${neighboursBefore})
                        UNION ALL (${near} AND sequence >= $3 ORDER BY sequence LIMIT ${neighboursAfter + 1})) around
          ORDER BY sequence`,
        of,
      ),
    ]);
    return (
      row && {
        event: eventOf(row),
        neighbours: neighbours.map((one) => ({ ...one, time: one.time.toISOString() })),
      }
    );
  }

  /** Position of the newest event; 0 when there is none. */
  async findNewest(): Promise<number> {
    const [row] = await this.database.query<{ newest: number }>(
      'SELECT coalesce(max(position), 0) AS newest FROM archive.event',
    );
    return row?.newest ?? 0;
  }

  /** At most `limit` events after a position, in the order of their arrival. */
  async readAfter(position: number, limit: number): Promise<AnalysisEvent[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM archive.event e WHERE position > $1 ORDER BY position LIMIT $2`,
      [position, limit],
    );
    return rows.map(eventOf);
  }

  /**
   * What came after a position up to another: the newest `limit`, in the order of their arrival, and how many more there were before them.
   * @throws TooSlow
   */
  async readMissed(
    filter: EventFilter,
    { after, upTo }: { readonly after: number; readonly upTo: number },
    limit: number,
  ): Promise<{ readonly skipped: number; readonly events: AnalysisEvent[] }> {
    const values = new Values();
    const range = [`position > ${values.add(after, 'int')}`, `position <= ${values.add(upTo, 'int')}`];
    const where = whereOf([...range, ...conditionsOf(filter, values)]);
    const rows = await this.ask<Row>(
      `SELECT ${columns} FROM archive.event e ${where} ORDER BY position DESC LIMIT ${values.add(limit, 'int')}`,
      values,
    );
    const events = rows.map(eventOf).toReversed();
    return { events, skipped: events.length < limit ? 0 : (await this.countIn(filter, after, upTo)) - events.length };
  }

  private async countIn(filter: EventFilter, after: number, upTo: number): Promise<number> {
    const values = new Values();
    const range = [`position > ${values.add(after, 'int')}`, `position <= ${values.add(upTo, 'int')}`];
    const where = whereOf([...range, ...conditionsOf(filter, values)]);
    const [row] = await this.ask<{ count: string }>(`SELECT count(*) FROM archive.event ${where}`, values);
    return Number(row?.count ?? 0);
  }

  private async ask<Found>(statement: string, { all }: Values): Promise<Found[]> {
    try {
      return await this.database.transaction(async (sql) => {
        await limitIn(sql);
        return sql.query<Found>(once + statement, all);
      });
    } catch (error) {
      throw isCanceled(error) ? new TooSlow(longestSeconds, { cause: error }) : error;
    }
  }
}

/** Bitmaps of millions of rows must stay exact, and compiling costs more than a page may take. */
async function limitIn(sql: Sql): Promise<void> {
  await sql.query(
    `SELECT set_config('statement_timeout', $1, true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`,
    [`${longestSeconds}s`],
  );
}

function isCanceled(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === canceled;
}

const whereOf = (conditions: readonly string[]) => (conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`);

function placeIn(cursor: string): [string, number] | undefined {
  const [time, position] = decodeCursor(cursor, ['instant', 'position']) ?? [];
  return time === undefined || position === undefined ? undefined : [time, Number(position)];
}

function eventOf({ time, ...row }: Row): AnalysisEvent {
  return { ...row, time: time.toISOString() };
}
