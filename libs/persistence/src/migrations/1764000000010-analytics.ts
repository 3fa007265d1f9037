import type { MigrationInterface, QueryRunner } from 'typeorm';
import { analyticsViews } from '../analysis/analytics/views.js';

/** Views for outside tools; who may read them is settled by `openAnalytics` whenever the database is migrated. */
export class Analytics1764000000010 implements MigrationInterface {
  readonly name = 'Analytics1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(analyticsViews());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA analytics CASCADE');
  }
}
