import { createHash } from 'node:crypto';
import type {
  BusinessCounts,
  Series,
  SeriesFlag,
  SeriesGrain,
  SeriesRecipe,
  SeriesRequest,
  SeriesView,
} from '#contracts/outside';
import { locks } from '../kernel/locks.js';
import type { Database, Sql } from '../kernel/database.js';

/** One observation as it is stored: a confidential one has no value, which is not zero. */
export type StoredPoint = {
  readonly period: string;
  readonly municipality: string | null;
  readonly value: number | null;
  readonly flags?: readonly SeriesFlag[];
};

/** A series as it is imported; no period and place twice. */
export type NewSeries = {
  readonly about: SeriesRequest;
  readonly grain: SeriesGrain;
  readonly points: WrittenPoints;
  readonly importedBy: string;
  readonly demonstration: boolean;
  /** How its file was read. */
  readonly recipe: SeriesRecipe;
};

type SeriesRow = {
  series_id: string;
  title: Series['title'];
  unit: Series['unit'];
  source: string;
  source_url: string | null;
  licence: string;
  published_on: string;
  adds: boolean;
  counts: Series['counts'];
  grain: SeriesGrain;
  hash: string;
  points: number;
  imported_at: Date;
  imported_by: string;
  imported_by_name: string | null;
  demonstration: boolean;
  recipe: SeriesRecipe;
  places: string[];
  whole_region: boolean;
  first: string;
  last: string;
};

type VersionRow = Pick<SeriesRow, 'hash' | 'points' | 'imported_at' | 'imported_by'> & { replaced_at: Date };

const selectSeries = `
  SELECT s.*, s.published_on::text AS published_on, (SELECT name FROM relais.person WHERE person_id = s.imported_by) AS imported_by_name,
         p.places, p.whole_region, p.first, p.last
    FROM relais.outside_series s
    JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT municipality) FILTER (WHERE municipality IS NOT NULL), '{}') AS places,
             coalesce(bool_or(municipality IS NULL), false) AS whole_region,
             min(period COLLATE "C") AS first, max(period COLLATE "C") AS last
        FROM relais.outside_point WHERE series_id = s.series_id) p ON true`;

function seriesOf(row: SeriesRow): Series {
  return {
    seriesId: row.series_id,
    title: row.title,
    unit: row.unit,
    source: row.source,
    sourceUrl: row.source_url,
    licence: row.licence,
    publishedOn: row.published_on,
    adds: row.adds,
    counts: row.counts,
    grain: row.grain,
    places: row.places,
    wholeRegion: row.whole_region,
    first: row.first,
    last: row.last,
    points: row.points,
    hash: row.hash,
    importedAt: row.imported_at.toISOString(),
    importedBy: row.imported_by,
    importedByName: row.imported_by_name,
    demonstration: row.demonstration,
    recipe: row.recipe,
  };
}

/** Points as they are stored: one text, which costs nothing to pass on. */
export type WrittenPoints = { readonly count: number; readonly hash: string; readonly json: string };

/** Writes points to be stored, none twice. */
export function writePoints(points: readonly StoredPoint[]): WrittenPoints {
  const lines = points.map(({ period, municipality, value, flags = [] }) =>
    [period, municipality ?? '', value ?? '', ...(flags.length > 0 ? [flags.join()] : [])].join('|'),
  );
  const hash = createHash('sha256').update(lines.sort().join('\n')).digest('hex');
  return { count: points.length, hash, json: JSON.stringify(points) };
}

/** Public series of others, each replaced as a whole. */
export class OutsideRepository {
  constructor(private readonly database: Database) {}

  /** All series, by title. */
  async findAll(): Promise<Series[]> {
    const rows = await this.database.query<SeriesRow>(`${selectSeries} ORDER BY s.title->>'fr', s.series_id`);
    return rows.map(seriesOf);
  }

  /** The series, undefined when there is none. */
  async findSeries(seriesId: string): Promise<Series | undefined> {
    const [row] = await this.database.query<SeriesRow>(`${selectSeries} WHERE s.series_id = $1`, [seriesId]);
    return row && seriesOf(row);
  }

  /** The values of one place, null for the whole region, oldest first. */
  async findValues(seriesId: string, municipality: string | null): Promise<SeriesView['values']> {
    return this.database.query(
      `SELECT period, value FROM relais.outside_point
        WHERE series_id = $1 AND municipality IS NOT DISTINCT FROM $2 AND value IS NOT NULL ORDER BY period COLLATE "C"`,
      [seriesId, municipality],
    );
  }

  /** The businesses of each municipality in the newest period of the series that counts them and was published last. */
  async findBusinesses(): Promise<BusinessCounts> {
    const [row] = await this.database.query<SeriesRow>(
      `${selectSeries} WHERE s.counts = 'businesses' AND cardinality(p.places) > 0
        ORDER BY s.published_on DESC, s.imported_at DESC, s.series_id LIMIT 1`,
    );
    if (row === undefined) {
      return { series: null, period: null, values: [] };
    }
    const values = await this.database.query<{ period: string; municipality: string; value: number }>(
      `SELECT period, municipality, value FROM relais.outside_point
        WHERE series_id = $1 AND municipality IS NOT NULL AND value > 0
          AND period = (SELECT max(period COLLATE "C") FROM relais.outside_point
                         WHERE series_id = $1 AND municipality IS NOT NULL AND value > 0)
        ORDER BY municipality`,
      [row.series_id],
    );
    return {
      series: seriesOf(row),
      period: values[0]?.period ?? null,
      values: values.map(({ municipality, value }) => ({ municipality, value })),
    };
  }

  /** The sums over all municipalities of the series, oldest first; where one lacks or is confidential there is no sum. */
  async findSums(seriesId: string): Promise<Pick<SeriesView, 'values' | 'withoutSum'>> {
    const rows = await this.database.query<{ period: string; value: number; whole: boolean }>(
      `SELECT period, coalesce(sum(value), 0) AS value,
              count(value) = (SELECT count(DISTINCT municipality) FROM relais.outside_point WHERE series_id = $1) AS whole
         FROM relais.outside_point WHERE series_id = $1 AND municipality IS NOT NULL
        GROUP BY period ORDER BY period COLLATE "C"`,
      [seriesId],
    );
    return {
      values: rows.filter((row) => row.whole).map(({ period, value }) => ({ period, value })),
      withoutSum: rows.filter((row) => !row.whole).map(({ period }) => period),
    };
  }

  /** What is said of the values of one place, null for the whole region, or of any municipality when they are summed; oldest first. */
  async findFlags(
    seriesId: string,
    place: { readonly municipality: string | null } | 'summed',
  ): Promise<SeriesView['flags']> {
    return this.database.query(
      `SELECT period, array_agg(DISTINCT flag ORDER BY flag) AS flags
         FROM relais.outside_point, unnest(flags) AS flag
        WHERE series_id = $1 AND ($2 AND municipality IS NOT NULL OR NOT $2 AND municipality IS NOT DISTINCT FROM $3)
        GROUP BY period ORDER BY period COLLATE "C"`,
      [seriesId, place === 'summed', place === 'summed' ? null : place.municipality],
    );
  }

  /** What is left of versions that were replaced or removed, newest first. */
  async findEarlier(seriesId: string): Promise<SeriesView['earlier']> {
    const rows = await this.database.query<VersionRow>(
      `SELECT hash, points, imported_at, imported_by, replaced_at FROM relais.outside_version
        WHERE series_id = $1 ORDER BY imported_at DESC`,
      [seriesId],
    );
    return rows.map((row) => ({
      hash: row.hash,
      points: row.points,
      importedAt: row.imported_at.toISOString(),
      importedBy: row.imported_by,
      replacedAt: row.replaced_at.toISOString(),
    }));
  }

  /** Stores a series in place of the one of the same id, in one transaction. */
  async store({ about, grain, points, importedBy, demonstration, recipe }: NewSeries): Promise<void> {
    await this.database.transaction(async (sql) => {
      await this.retire(sql, about.seriesId);
      await sql.query(
        `INSERT INTO relais.outside_series (series_id, title, unit, source, source_url, licence, published_on, adds, grain, hash,
           points, imported_at, imported_by, demonstration, recipe, counts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now(), $12, $13, $14, $15)`,
        [
          about.seriesId,
          JSON.stringify(about.title),
          JSON.stringify(about.unit),
          about.source,
          about.sourceUrl,
          about.licence,
          about.publishedOn,
          about.adds,
          grain,
          points.hash,
          points.count,
          importedBy,
          demonstration,
          JSON.stringify(recipe),
          about.counts,
        ],
      );
      await sql.query(
        `INSERT INTO relais.outside_point (series_id, municipality, period, value, flags)
         SELECT $1, municipality, period, value, coalesce(flags, '{}')
           FROM json_to_recordset($2::json) AS part (municipality text, period text, value double precision, flags text[])`,
        [about.seriesId, points.json],
      );
    });
  }

  /** Removes a series; false when there is none. */
  async remove(seriesId: string): Promise<boolean> {
    return this.database.transaction((sql) => this.retire(sql, seriesId));
  }

  /** Takes a series away and keeps the hash of what it was. */
  private async retire(sql: Sql, seriesId: string): Promise<boolean> {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.imports]);
    const retired = await sql.query(
      `WITH gone AS (DELETE FROM relais.outside_series WHERE series_id = $1 RETURNING series_id, hash, points, imported_at, imported_by)
       INSERT INTO relais.outside_version (series_id, hash, points, imported_at, imported_by) SELECT * FROM gone RETURNING series_id`,
      [seriesId],
    );
    return retired.length > 0;
  }
}
