import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public series of others, their points, and what is left of versions that were replaced. */
export class Outside1764000000006 implements MigrationInterface {
  readonly name = 'Outside1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.outside_series (
        series_id text PRIMARY KEY,
        title jsonb NOT NULL,
        unit jsonb NOT NULL,
        source text NOT NULL,
        source_url text,
        licence text NOT NULL,
        published_on date NOT NULL,
        adds boolean NOT NULL,
        grain text NOT NULL,
        hash text NOT NULL,
        points integer NOT NULL,
        imported_at timestamptz NOT NULL DEFAULT now(),
        imported_by text NOT NULL,
        demonstration boolean NOT NULL DEFAULT false
      );
      CREATE TABLE relais.outside_point (
        series_id text NOT NULL REFERENCES relais.outside_series ON DELETE CASCADE,
        municipality text,
        period text NOT NULL,
        value double precision NOT NULL,
        UNIQUE NULLS NOT DISTINCT (series_id, municipality, period)
      );
      CREATE TABLE relais.outside_version (
        series_id text NOT NULL,
        hash text NOT NULL,
        points integer NOT NULL,
        imported_at timestamptz NOT NULL,
        imported_by text NOT NULL,
        replaced_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (series_id, imported_at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE relais.outside_version, relais.outside_point, relais.outside_series');
  }
}
