import { streams } from '#contracts/catalogue';
import { streamNames, type StreamName } from '#contracts/kernel/codes';
import type { Scope } from './scope.js';
import type { Database } from './database.js';

/** One change as live clients are told of it. */
export type FeedRow = {
  readonly position: number;
  readonly stream: StreamName;
  readonly subject: string;
  readonly code: string;
  readonly sequence: number;
  readonly type: string;
  readonly parties: readonly string[];
};

/** Both ends of the feed. A rebuild makes a new one with positions of its own, which `generation` tells apart. */
export type FeedEnds = { readonly generation: string; readonly oldest: number; readonly newest: number };

/** What a reading finds: the feed as it is now, and the changes after a position, in order. */
export type FeedPage = Pick<FeedEnds, 'generation' | 'newest'> & { readonly rows: FeedRow[] };

type Row = Omit<FeedRow, 'position'> & { position: string };

const columns = `position::text, stream, subject, coalesce(code, '') AS code, sequence, type, coalesce(parties, '{}') AS parties`;

/** Rows that somebody may be told of: $3 says that all of them, $4 are the services acted for, $5 the streams told to them whole. */
const concerning = '(f.stream = ANY ($5::text[]) OR $3::boolean OR f.parties && $4::text[])';

function toldWhole({ member }: Scope): StreamName[] {
  const audiences: readonly string[] = member ? ['everybody', 'members'] : ['everybody'];
  return streamNames.filter((stream) => audiences.includes(streams[stream].audience));
}

/** The latest changes in the order in which they became visible. */
export class FeedRepository {
  constructor(private readonly database: Database) {}

  /** Both ends of the feed as it is now. */
  async getEnds(): Promise<FeedEnds> {
    const [row] = await this.database.query<{ generation: string; oldest: string; newest: string }>(
      `SELECT 'projection.feed'::regclass::oid::text AS generation,
              coalesce(min(position), 0)::text AS oldest, coalesce(max(position), 0)::text AS newest
         FROM projection.feed`,
    );
    return { generation: row?.generation ?? '', oldest: Number(row?.oldest ?? 0), newest: Number(row?.newest ?? 0) };
  }

  /** At most `limit` changes after a position up to another that somebody may be told of, in order. */
  async findBetween(after: number, upTo: number, scope: Scope, limit: number): Promise<FeedRow[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM projection.feed f
        WHERE f.position > $1 AND f.position <= $2 AND ${concerning} ORDER BY f.position LIMIT $6`,
      [after, upTo, scope.everything, scope.serviceIds, toldWhole(scope), limit],
    );
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }

  /** Position of the last change up to a position that somebody may be told of; 0 when there is none. */
  async findLast(upTo: number, scope: Scope): Promise<number> {
    const [row] = await this.database.query<{ position: string }>(
      `SELECT position::text FROM projection.feed f
        WHERE f.position > $1 AND f.position <= $2 AND ${concerning} ORDER BY f.position DESC LIMIT 1`,
      [0, upTo, scope.everything, scope.serviceIds, toldWhole(scope)],
    );
    return Number(row?.position ?? 0);
  }

  /** One look at the feed: where it is, and at most `limit` changes after a position. */
  async readAfter(position: number, limit: number): Promise<FeedPage> {
    const found = await this.database.query<{ generation: string; newest: string } & (Row | { position: null })>(
      `SELECT ends.*, page.*
         FROM (SELECT 'projection.feed'::regclass::oid::text AS generation,
                      coalesce(max(position), 0)::text AS newest FROM projection.feed) ends
         LEFT JOIN (SELECT ${columns} FROM projection.feed f WHERE f.position > $1 ORDER BY f.position LIMIT $2) page ON true`,
      [position, limit],
    );
    const [first] = found;
    const rows = found.flatMap((row) => (row.position === null ? [] : [{ ...row, position: Number(row.position) }]));
    return { generation: first?.generation ?? '', newest: Number(first?.newest ?? 0), rows };
  }
}
