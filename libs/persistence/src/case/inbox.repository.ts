import type { Inbox, InboxBucket, InboxLine, InboxQuery } from '#contracts/case';
import { decodeCursor, encodeCursor } from '../kernel/cursor.js';
import type { Database } from '../kernel/database.js';

export type InboxPage = { readonly lines: InboxLine[]; readonly nextCursor: string | null };

type InboxFilter = Pick<InboxQuery, 'language' | 'difficulty'>;
type LineRow = { line: InboxLine; rank: string; case_id: string; owner: string; key: string };

const mine = `owner_service_id = ANY ($1::text[])
  AND ($2::text IS NULL OR languages @> ARRAY[$2])
  AND ($3::text IS NULL OR difficulties @> ARRAY[$3])`;

// What is due next comes first, what has no deadline last; what is done, newest first.
const dueFirst = `coalesce(due_at, 'infinity')`;

/** Lines of inboxes; the owner '' stands for the coordinators. */
export class InboxRepository {
  constructor(private readonly database: Database) {}

  /** How many lines each bucket of these owners has. */
  async countBuckets(owners: readonly string[], filter: InboxFilter): Promise<Inbox['counts']> {
    const rows = await this.database.query<{ bucket: InboxBucket; lines: number }>(
      `SELECT bucket, count(*)::int AS lines FROM projection.inbox_line WHERE ${mine} GROUP BY bucket`,
      [owners, filter.language ?? null, filter.difficulty ?? null],
    );
    return Object.fromEntries(rows.map((row) => [row.bucket, row.lines]));
  }

  /** A page of one bucket of these owners; undefined when the cursor is not one of ours. */
  async findPage(
    owners: readonly string[],
    bucket: InboxBucket,
    query: InboxFilter & Pick<InboxQuery, 'cursor' | 'limit'>,
  ): Promise<InboxPage | undefined> {
    const place =
      query.cursor === undefined
        ? [null, null, null, null]
        : decodeCursor(query.cursor, ['instant', 'uuid', 'name', 'name']);
    if (place === undefined) {
      return undefined;
    }
    const done = bucket === 'done';
    const rank = done ? 'since' : dueFirst;
    const rows = await this.database.query<LineRow>(
      `SELECT line, (${rank})::text AS rank, case_id, owner_service_id AS owner, key FROM projection.inbox_line
        WHERE ${mine} AND bucket = $4
          AND ($5::timestamptz IS NULL OR
               (${rank}, case_id, owner_service_id, key) ${done ? '<' : '>'} ($5::timestamptz, $6::uuid, $7::text, $8::text))
        ORDER BY ${['(' + rank + ')', 'case_id', 'owner_service_id', 'key'].map((part) => (done ? `${part} DESC` : part)).join(', ')}
        LIMIT $9`,
      [owners, query.language ?? null, query.difficulty ?? null, bucket, ...place, query.limit + 1],
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    return {
      lines: page.map((row) => row.line),
      nextCursor: more ? encodeCursor([last.rank, last.case_id, last.owner, last.key]) : null,
    };
  }
}
