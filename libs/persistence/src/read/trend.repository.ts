import type { DifficultyTrendQuery } from '#contracts';
import type { Database } from './database.js';

/** Cases of one quarter that mention a difficulty; '' counts the cases themselves. */
export type TrendRow = { readonly quarter: string; readonly difficulty: string; readonly cases: number };

/** Counts of cases by quarter and difficulty, exact. */
export class TrendRepository {
  constructor(private readonly database: Database) {}

  /** All non-empty cells of the filter, by quarter. */
  async findCells(query: DifficultyTrendQuery): Promise<TrendRow[]> {
    return this.database.query<TrendRow>(
      `SELECT quarter, difficulty, sum(cases)::int AS cases FROM projection.difficulty_quarter
        WHERE ($1::text IS NULL OR quarter >= $1) AND ($2::text IS NULL OR quarter <= $2)
          AND ($3::text IS NULL OR sector = $3) AND ($4::text IS NULL OR municipality = $4)
        GROUP BY quarter, difficulty HAVING sum(cases) > 0 ORDER BY quarter, difficulty`,
      [query.from ?? null, query.to ?? null, query.sector ?? null, query.municipality ?? null],
    );
  }
}
