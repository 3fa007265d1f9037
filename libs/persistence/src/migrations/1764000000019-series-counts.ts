import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a public series counts, where Relais divides by it. */
export class SeriesCounts1764000000019 implements MigrationInterface {
  readonly name = 'SeriesCounts1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE relais.outside_series ADD COLUMN counts text CHECK (counts IN ('businesses'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relais.outside_series DROP COLUMN counts');
  }
}
