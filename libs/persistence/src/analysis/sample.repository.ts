import type { AnalysisEvent } from '#contracts/analysis';
import { eventColumnNames } from '#contracts/analysis/codes';
import type { Database } from '../kernel/database.js';

const columns = eventColumnNames
  .map((name) => (name === 'time' ? `to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time` : name))
  .join(', ');

/** Real events as examples. */
export class SampleRepository {
  constructor(private readonly database: Database) {}

  /** The newest event of each type that has one; every type is one look into an index. */
  async newestOf(types: readonly string[]): Promise<AnalysisEvent[]> {
    return this.database.query<AnalysisEvent>(
      `SELECT newest.* FROM unnest($1::text[]) AS wanted(type)
        CROSS JOIN LATERAL (SELECT ${columns} FROM archive.event
                             WHERE event.type = wanted.type ORDER BY event.time DESC, position DESC LIMIT 1) newest`,
      [types],
    );
  }
}
