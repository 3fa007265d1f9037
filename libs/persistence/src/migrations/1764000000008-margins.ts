import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectionTables } from '../kernel/projection-tables.js';

/** Sums are kept beside the cells of measures, and what a service received is counted; the projections are rebuilt from Kafka’s beginning. */
export class Margins1764000000008 implements MigrationInterface {
  readonly name = 'Margins1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projection CASCADE');
    await runner.query(projectionTables('projection'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM projection.measure_week WHERE cube LIKE '%/%' OR cube = 'service-received'`);
  }
}
