import type { CaseEvent, CaseListQuery } from '#contracts/case';
import type { KnownCase } from '#domain/case';
import { spelledCode } from '#domain/spelling';
import { decodeCursor, encodeCursor } from '../kernel/cursor.js';
import type { Database } from '../kernel/database.js';
import type { Scope } from '../kernel/scope.js';

export type CasePage = { readonly states: KnownCase[]; readonly nextCursor: string | null; readonly total: number };

type EventRow = {
  event_id: string;
  subject: string;
  sequence: number;
  type: string;
  time: Date;
  by: CaseEvent['by'];
  data: CaseEvent['data'];
};

const inScope =
  '($1 OR EXISTS (SELECT FROM projection.case_party p WHERE p.case_id = c.case_id AND p.service_id = ANY ($2::text[])))';
const visible = `${inScope}
  AND ($3::text IS NULL OR c.status = $3)
  AND ($4::text IS NULL OR c.difficulties @> ARRAY[$4])
  AND ($5::text IS NULL OR starts_with(replace(c.code, '-', ''), $5))`;

function eventOf(row: EventRow): CaseEvent {
  return {
    id: row.event_id,
    caseId: row.subject,
    sequence: row.sequence,
    time: row.time.toISOString(),
    by: row.by,
    type: row.type,
    data: row.data,
  } as CaseEvent;
}

/** Cases as the projector last saw them. */
export class CaseReadRepository {
  constructor(private readonly database: Database) {}

  /** The case, undefined when the projector has not seen it. Says nothing about who may see it. */
  async findState(caseId: string): Promise<KnownCase | undefined> {
    const [row] = await this.database.query<{ state: KnownCase }>(
      'SELECT state FROM projection.case_read WHERE case_id = $1',
      [caseId],
    );
    return row?.state;
  }

  /** True when the projector has seen the case, and it is in scope. */
  async isVisible(caseId: string, scope: Scope): Promise<boolean> {
    const rows = await this.database.query(`SELECT 1 FROM projection.case_read c WHERE c.case_id = $3 AND ${inScope}`, [
      scope.everything,
      scope.serviceIds,
      caseId,
    ]);
    return rows.length > 0;
  }

  /** The newest events of a case before a sequence, oldest first. */
  async findEvents(caseId: string, before: number, most: number): Promise<CaseEvent[]> {
    const rows = await this.database.query<EventRow>(
      `SELECT event_id, subject, sequence, type, time, by, data FROM projection.event_log
        WHERE stream = 'cases' AND subject = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3`,
      [caseId, before, most],
    );
    return rows.map(eventOf).toReversed();
  }

  /** A page of the cases in scope, newest first; undefined when the cursor is not one of ours. */
  async findPage(scope: Scope, query: CaseListQuery): Promise<CasePage | undefined> {
    const place = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, ['instant', 'uuid']);
    if (place === undefined) {
      return undefined;
    }
    const filters = [
      scope.everything,
      scope.serviceIds,
      query.status ?? null,
      query.difficulty ?? null,
      query.code === undefined ? null : spelledCode(query.code),
    ];
    const rows = await this.database.query<{ state: KnownCase; case_id: string; opened: string }>(
      `SELECT c.state, c.case_id, c.opened_at::text AS opened FROM projection.case_read c
        WHERE ${visible} AND ($6::timestamptz IS NULL OR (c.opened_at, c.case_id) < ($6::timestamptz, $7::uuid))
        ORDER BY c.opened_at DESC, c.case_id DESC LIMIT $8`,
      [...filters, ...place, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM projection.case_read c WHERE ${visible}`,
      filters,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      states: page.map((row) => row.state),
      nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.opened, last.case_id]) : null,
      total: count?.total ?? 0,
    };
  }
}
