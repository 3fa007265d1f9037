import { channels } from '../kernel/locks.js';
import type { Database } from '../kernel/database.js';

/** A Parquet file that counts; `path` is relative to the archive's folder. */
export type LiveFile = { readonly stream: string; readonly path: string };

/** Where the archive stands in one partition of Kafka. */
export type ArchivePlace = { readonly topic: string; readonly partition: number; readonly next: string };

/** What Parquet files hold, for those who ask them. */
export class ArchiveFileRepository {
  constructor(private readonly database: Database) {}

  /** The files that count, oldest month first. */
  async findLive(): Promise<LiveFile[]> {
    return this.database.query<LiveFile>(
      'SELECT stream, path FROM archive.file WHERE retired_at IS NULL ORDER BY stream, month, made_at',
    );
  }

  /** The moment up to which files hold all that came into the archive; null while there is a part of which nothing was filed. */
  async findFiledUntil(): Promise<string | null> {
    const [row] = await this.database.query<{ until: Date | null }>(
      `SELECT CASE WHEN bool_or(filed < next AND filed_at IS NULL) THEN NULL
                   WHEN bool_or(filed < next) THEN min(filed_at) FILTER (WHERE filed < next)
                   ELSE greatest(max(filed_at), max(updated_at)) END AS until
         FROM archive.place`,
    );
    return row?.until?.toISOString() ?? null;
  }

  /** Asks for everything to be filed that came in so far; gives the places that files must reach. */
  async askForFiling(): Promise<ArchivePlace[]> {
    const behind = await this.database.query<ArchivePlace>(
      'SELECT topic, partition, next::text AS next FROM archive.place WHERE filed < next',
    );
    if (behind.length > 0) {
      await this.database.query(`SELECT pg_notify('${channels.filing}', '')`);
    }
    return behind;
  }

  /** True when files have reached all these places. */
  async isFiled(places: readonly ArchivePlace[]): Promise<boolean> {
    const [row] = await this.database.query<{ behind: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM json_to_recordset($1::json) AS one (topic text, partition integer, next bigint)
                        JOIN archive.place place USING (topic, partition) WHERE place.filed < one.next) AS behind`,
      [JSON.stringify(places)],
    );
    return row?.behind === false;
  }
}
