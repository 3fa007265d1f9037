import type { ServiceBacklog } from '#contracts/monitoring';
import { backlogStates } from '#domain/case';
import { marginsOf } from './margins.js';
import type { Database } from '../kernel/database.js';

/** Columns of the dimensions of a cube, in their order. */
const columns = ['a', 'b', 'c', 'd'] as const;

/** Sums that are asked of one cube; dimensions are told by their place in it, from 0. */
export type MeasureQuestion = {
  readonly cube: string;
  readonly by: readonly number[];
  readonly where: readonly { readonly place: number; readonly codes: readonly string[] }[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Sums by week, in no order, with the weeks that all measures together cover and the last of imported history; null when there are none. */
export type Measured = {
  readonly rows: { readonly week: string; readonly codes: string[]; readonly count: number }[];
  readonly first: string | null;
  readonly last: string | null;
  readonly history: string | null;
  readonly asOf: string;
};

/** The first and last week of all cubes, from one to the next by the key: to look at every row would take longer the more there are. */
const covered = `
  WITH RECURSIVE cubes AS (
    (SELECT cube FROM projection.measure_week ORDER BY cube LIMIT 1)
    UNION ALL
    SELECT (SELECT cube FROM projection.measure_week m WHERE m.cube > cubes.cube ORDER BY cube LIMIT 1)
      FROM cubes WHERE cubes.cube IS NOT NULL)
  SELECT min(ends.first) AS first, max(ends.last) AS last
    FROM cubes, LATERAL (SELECT min(week) AS first, max(week) AS last FROM projection.measure_week m
                          WHERE m.cube = cubes.cube) ends`;

/** The last week of imported history: an imported case ends with its closing, of which few rows a week are kept. */
const history = `
  SELECT week FROM projection.measure_week WHERE cube = 'closed/area' AND imported ORDER BY cube DESC, week DESC LIMIT 1`;

/** Exact figures. Says nothing about who may read them. */
export class MeasureRepository {
  constructor(private readonly database: Database) {}

  async measure(question: MeasureQuestion): Promise<Measured> {
    const { cube, by, where, from, to } = fromMargin(question);
    const kept = where.map(({ place }, index) => `AND ${columnAt(place)} = ANY ($${index + 4}::text[])`).join(' ');
    const broken = by.map(columnAt);
    const [row] = await this.database.query<Omit<Measured, 'asOf'> & { at: Date }>(
      `SELECT covered.first, covered.last, (${history}) AS history, now() AS at,
              coalesce((SELECT json_agg(one) FROM (
                SELECT week, ARRAY[${broken.join(', ')}]::text[] AS codes, sum(count)::int AS count
                  FROM projection.measure_week
                 WHERE cube = $1 AND ($2::text IS NULL OR week >= $2) AND ($3::text IS NULL OR week <= $3) ${kept}
                 GROUP BY ${['week', ...broken].join(', ')}) one), '[]') AS rows
         FROM (${covered}) covered`,
      [cube, from ?? null, to ?? null, ...where.map(({ codes }) => codes)],
    );
    if (row === undefined) {
      throw new Error('PostgreSQL gave no answer about measures');
    }
    const { at, ...measured } = row;
    return { ...measured, asOf: at.toISOString() };
  }

  /** What lies with each of these services, or with all when none are given; services without anything are left out. */
  async backlog(serviceIds: readonly string[] | undefined): Promise<{ asOf: string; services: ServiceBacklog[] }> {
    const [row] = await this.database.query<{ at: Date; services: ServiceBacklog[] }>(
      `SELECT now() AS at, coalesce((SELECT json_agg(one ORDER BY one."serviceId") FROM (
                SELECT owner_service_id AS "serviceId",
                       min(line->'to'->>'organisationId') AS "organisationId",
                       min(line->'to'->>'profession') AS profession,
                       count(*)::int AS open,
                       count(*) FILTER (WHERE line->>'state' = ANY ($3))::int AS unanswered,
                       count(*) FILTER (WHERE line->>'state' = ANY ($4) AND due_at < now())::int AS overdue
                  FROM projection.inbox_line
                 WHERE line->>'state' = ANY ($2) AND owner_service_id = line->'to'->>'serviceId'
                   AND ($1::text[] IS NULL OR owner_service_id = ANY ($1))
                 GROUP BY owner_service_id) one), '[]') AS services`,
      [serviceIds ?? null, backlogStates.open, backlogStates.unanswered, backlogStates.overdue],
    );
    return { asOf: row?.at.toISOString() ?? '', services: row?.services ?? [] };
  }
}

/** The same question to the smallest sum that is kept and can answer it, else to the cells themselves. */
function fromMargin(question: MeasureQuestion): MeasureQuestion {
  const { cube, by, where } = question;
  const asked = [...by, ...where.map(({ place }) => place)];
  const margin = marginsOf(cube).find(({ places }) => asked.every((place) => places.includes(place)));
  if (margin === undefined) {
    return question;
  }
  const { name, places } = margin;
  return {
    ...question,
    cube: name,
    by: by.map((place) => places.indexOf(place)),
    where: where.map(({ place, codes }) => ({ place: places.indexOf(place), codes })),
  };
}

function columnAt(place: number): string {
  const column = columns[place];
  if (column === undefined) {
    throw new RangeError(`a cube has no dimension at place ${place}`);
  }
  return column;
}
