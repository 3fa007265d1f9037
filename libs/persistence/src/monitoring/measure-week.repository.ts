import { marginsOf } from './margins.js';
import type { Sql } from '../kernel/database.js';
import type { ProjectionName } from '../kernel/projection-name.js';

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

/** Adds changes to the counts and to the sums that are kept beside them; each cell may be given once. What comes to nothing is removed. */
export async function addToMeasures(
  sql: Sql,
  schema: ProjectionName,
  changes: readonly MeasureChange[],
): Promise<void> {
  const all = [...changes, ...marginChanges(changes)];
  const cells = JSON.stringify(all);
  // In the order of the key, so that two transactions never wait for each other.
  const added = sql.query(
    `INSERT INTO ${schema}.measure_week AS counted (${columns}, count)
     SELECT ${columns}, count FROM json_to_recordset($1::json) AS one (${types}, count integer) ORDER BY ${columns}
     ON CONFLICT (${columns}) DO UPDATE SET count = counted.count + excluded.count`,
    [cells],
  );
  const removed = all.some((one) => one.count < 0)
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

function marginChanges(changes: readonly MeasureChange[]): MeasureChange[] {
  const sums = new Map<string, MeasureChange>();
  for (const { cube, week, a, b, c, d, imported, count } of changes) {
    const codes = [a, b, c, d];
    for (const { name, places } of marginsOf(cube)) {
      const [first = '', second = ''] = places.map((place) => codes[place]);
      const id = [name, week, first, second, imported].join('|');
      const sum = count + (sums.get(id)?.count ?? 0);
      sums.set(id, { cube: name, week, a: first, b: second, c: '', d: '', imported, count: sum });
    }
  }
  return [...sums.values()].filter((one) => one.count !== 0);
}
