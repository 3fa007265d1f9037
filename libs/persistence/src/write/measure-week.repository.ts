import type { Sql } from '../read/database.js';
import type { ProjectionName } from './projection-name.js';

/** By how much a cell of `measure_week` changes; unused dimensions are ''. */
export type MeasureChange = {
  readonly cube: string;
  readonly week: string;
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly d: string;
  readonly imported: boolean;
  readonly count: number;
};

const columns = 'cube, week, a, b, c, d, imported';
const types = 'cube text, week text, a text, b text, c text, d text, imported boolean';

/** Adds changes to the counts; each cell may be given once. Cells that come to nothing are removed. */
export async function addToMeasures(
  sql: Sql,
  schema: ProjectionName,
  changes: readonly MeasureChange[],
): Promise<void> {
  const cells = JSON.stringify(changes);
  // In the order of the key, so that two transactions never wait for each other.
  const added = sql.query(
    `INSERT INTO ${schema}.measure_week AS counted (${columns}, count)
     SELECT ${columns}, count FROM json_to_recordset($1::json) AS one (${types}, count integer) ORDER BY ${columns}
     ON CONFLICT (${columns}) DO UPDATE SET count = counted.count + excluded.count`,
    [cells],
  );
  const removed = changes.some((one) => one.count < 0)
    ? sql.query(
        `DELETE FROM ${schema}.measure_week counted USING json_to_recordset($1::json) AS one (${types})
          WHERE counted.count = 0
            AND (counted.cube, counted.week, counted.a, counted.b, counted.c, counted.d, counted.imported)
              = (one.cube, one.week, one.a, one.b, one.c, one.d, one.imported)`,
        [cells],
      )
    : undefined;
  await Promise.all([added, removed]);
}
