import { cubeNames, dimensions, dimensionsOf, type CubeName } from '#contracts/monitoring/codes';
import type { Database } from '#persistence/kernel';
import { until } from './wait.js';

/** Counts of one cell and week, as the projector would write them. */
export type Measured = {
  readonly cube: CubeName;
  readonly week: string;
  readonly codes: readonly string[];
  readonly count: number;
  readonly imported?: boolean;
};

/** How many openings the exact figures hold. */
export async function openingsMeasured(database: Pick<Database, 'query'>): Promise<number> {
  const [row] = await database.query<{ cases: number }>(
    `SELECT coalesce(sum(count), 0)::int AS cases FROM projection.measure_week WHERE cube = 'opened'`,
  );
  return row?.cases ?? 0;
}

/** Waits until the exact figures hold so many openings. */
export async function untilMeasured(database: Pick<Database, 'query'>, cases: number): Promise<void> {
  await until(async () => (await openingsMeasured(database)) === cases, `${cases} openings are measured`);
}

/** Adds to the exact counts of the projection. */
export async function measure(database: Pick<Database, 'query'>, changes: readonly Measured[]): Promise<void> {
  await database.query(
    `INSERT INTO projection.measure_week AS before (cube, week, a, b, c, d, imported, count)
     SELECT cube, week, codes[1], coalesce(codes[2], ''), coalesce(codes[3], ''), coalesce(codes[4], ''),
            coalesce(imported, false), sum(count)
       FROM json_to_recordset($1::json) AS one (cube text, week text, codes text[], imported boolean, count integer)
      GROUP BY 1, 2, 3, 4, 5, 6, 7
     ON CONFLICT (cube, week, a, b, c, d, imported) DO UPDATE SET count = before.count + excluded.count`,
    [JSON.stringify(changes)],
  );
}

/** Cells of a cube that are counted so many times in all, chosen by `random` (0 to 1). */
export function scattered(
  cube: CubeName,
  week: string,
  times: number,
  random: () => number,
  imported = false,
): Measured[] {
  const lists = dimensionsOf(cube).map((dimension) => Object.keys(dimensions[dimension]));
  return Array.from({ length: times }, () => ({
    cube,
    week,
    imported,
    count: 1,
    codes: lists.map((codes) => codes[Math.floor(random() * codes.length)] ?? ''),
  }));
}

/** The same for every cube. */
export function scatteredInAll(week: string, times: number, random: () => number, imported = false): Measured[] {
  return cubeNames.flatMap((cube) => scattered(cube, week, times, random, imported));
}
