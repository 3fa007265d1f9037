import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectionTables } from '../kernel/projection-tables.js';

/** Measures by week join the projections, which are rebuilt; the projector fills them from Kafka's beginning. */
export class Measures1764000000004 implements MigrationInterface {
  readonly name = 'Measures1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projection CASCADE');
    await runner.query(projectionTables('projection'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE projection.measure_week');
  }
}
