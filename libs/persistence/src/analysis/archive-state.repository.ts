import type { Freshness } from '#contracts/analysis';
import { eventTypes } from '#contracts/catalogue';
import { codesOf, professions, streamNames } from '#contracts/kernel/codes';
import { historyType } from '#domain/case';
import type { Database } from '../kernel/database.js';

const newsTypes = [...eventTypes.keys()].filter((type) => type !== historyType);

type Newest = { readonly type: string; readonly time: Date; readonly arrivedAt: Date };
type Filed = { readonly events: string; readonly unfiled: string; readonly filedUntil: Date };
type PartitionPosition = { readonly topic: string; readonly partition: number; readonly next: string };

/** How far the archive is. */
export type ArchiveState = Pick<Freshness, 'newest' | 'filedUntil' | 'unfiled' | 'events'> & {
  /** Where it stands in each partition of Kafka. */
  readonly places: readonly PartitionPosition[];
};

/** How far the archive and its files are. */
export class ArchiveStateRepository {
  constructor(private readonly database: Database) {}

  async getState(): Promise<ArchiveState> {
    const [newest, filed, places] = await Promise.all([this.findNewest(), this.getFiled(), this.findPlaces()]);
    return { newest, ...filed, places };
  }

  /** Of each type the newest, and of these the one that arrived last: after an import millions of others may lie above it. */
  private async findNewest(): Promise<Freshness['newest']> {
    const [row] = await this.database.query<Newest>(
      `SELECT e.type, e.time, e.arrived_at AS "arrivedAt"
         FROM unnest($1::text[]) AS t (type)
         CROSS JOIN unnest($2::text[]) AS p (profession)
         CROSS JOIN LATERAL (SELECT * FROM archive.event
                              WHERE type = t.type AND coalesce(profession, '') = p.profession
                              ORDER BY time DESC, position DESC LIMIT 1) e
        ORDER BY e.position DESC LIMIT 1`,
      [newsTypes, ['', ...codesOf(professions)]],
    );
    return row === undefined
      ? null
      : { type: row.type, time: row.time.toISOString(), arrivedAt: row.arrivedAt.toISOString() };
  }

  /** Events are those of the files and those that are in none yet. */
  private async getFiled(): Promise<Pick<Freshness, 'filedUntil' | 'unfiled' | 'events'>> {
    const [row] = await this.database.query<Filed>(
      `WITH waiting AS (SELECT *, next - filed AS unfiled FROM archive.place WHERE next > filed)
       SELECT coalesce((SELECT sum(unfiled) FROM waiting), 0)::text AS unfiled,
              (coalesce((SELECT sum(rows) FROM archive.file
                           WHERE retired_at IS NULL AND stream = ANY ($1::text[])), 0)
                + coalesce((SELECT sum(unfiled) FROM waiting), 0))::text AS events,
              coalesce((SELECT min(e.arrived_at)
                          FROM waiting w
                          CROSS JOIN LATERAL (SELECT arrived_at FROM archive.event
                                               WHERE topic = w.topic AND partition = w.partition AND "offset" >= w.filed
                                               ORDER BY "offset" LIMIT 1) e), now()) AS "filedUntil"`,
      [streamNames],
    );
    return {
      events: Number(row?.events ?? 0),
      unfiled: Number(row?.unfiled ?? 0),
      filedUntil: row?.filedUntil.toISOString() ?? null,
    };
  }

  private findPlaces(): Promise<PartitionPosition[]> {
    return this.database.query<PartitionPosition>('SELECT topic, partition, next::text AS next FROM archive.place');
  }
}
