import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowViews } from '../analysis/analytics/views.js';
import { projectionTables } from '../kernel/projection-tables.js';

/**
 * The rows of cases and referrals that analysts see join the projections, which are made anew and filled from Kafka’s beginning; the views
 * become plain selects of them.
 */
export class AnalysisRows1764000000012 implements MigrationInterface {
  readonly name = 'AnalysisRows1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projection CASCADE');
    await runner.query(projectionTables('projection'));
    // In a new installation the views were made with all the others just now.
    await runner.query(`
      CREATE INDEX IF NOT EXISTS subject_erased ON archive.subject (erased_at) WHERE erased_at IS NOT NULL;
      DROP FUNCTION IF EXISTS analytics.case_rows(), analytics.referral_rows() CASCADE;
      ${rowViews()}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW analytics.cases, analytics.referrals');
    await runner.query('DROP FUNCTION analytics.case_rows(), analytics.referral_rows()');
    await runner.query('DROP TABLE projection.case_row, projection.referral_row');
  }
}
