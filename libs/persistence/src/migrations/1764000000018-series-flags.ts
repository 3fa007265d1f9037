import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What publishers say of observations, which may be kept secret, and how the file of a series was read. */
export class SeriesFlags1764000000018 implements MigrationInterface {
  readonly name = 'SeriesFlags1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE relais.outside_point ADD COLUMN flags text[] NOT NULL DEFAULT '{}', ALTER COLUMN value DROP NOT NULL;
      ALTER TABLE relais.outside_series ADD COLUMN recipe jsonb NOT NULL DEFAULT '{"where": [], "answers": []}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM relais.outside_point WHERE value IS NULL;
      ALTER TABLE relais.outside_point DROP COLUMN flags, ALTER COLUMN value SET NOT NULL;
      ALTER TABLE relais.outside_series DROP COLUMN recipe;
    `);
  }
}
