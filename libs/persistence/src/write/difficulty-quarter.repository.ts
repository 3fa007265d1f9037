import type { Sql } from '../read/database.js';
import type { ProjectionName } from './projection-name.js';

/** By how much a cell of `difficulty_quarter` changes. */
export type DifficultyChange = {
  readonly quarter: string;
  readonly sector: string;
  readonly municipality: string;
  readonly difficulty: string;
  readonly cases: number;
};

/** Adds changes to the counts; each cell may be given once. Cells that come to nothing are removed. */
export async function addToDifficulties(
  sql: Sql,
  schema: ProjectionName,
  changes: readonly DifficultyChange[],
): Promise<void> {
  const cells = JSON.stringify(changes);
  // In the order of the key, so that two transactions never wait for each other.
  const added = sql.query(
    `INSERT INTO ${schema}.difficulty_quarter AS counted (quarter, sector, municipality, difficulty, cases)
     SELECT quarter, sector, municipality, difficulty, cases
       FROM json_to_recordset($1::json) AS one (quarter text, sector text, municipality text, difficulty text, cases integer)
      ORDER BY quarter, sector, municipality, difficulty
     ON CONFLICT (quarter, sector, municipality, difficulty) DO UPDATE SET cases = counted.cases + excluded.cases`,
    [cells],
  );
  const removed = changes.some((one) => one.cases < 0)
    ? sql.query(
        `DELETE FROM ${schema}.difficulty_quarter counted
        USING json_to_recordset($1::json) AS one (quarter text, sector text, municipality text, difficulty text)
        WHERE counted.cases = 0 AND counted.quarter = one.quarter AND counted.sector = one.sector
          AND counted.municipality = one.municipality AND counted.difficulty = one.difficulty`,
        [cells],
      )
    : undefined;
  await Promise.all([added, removed]);
}
