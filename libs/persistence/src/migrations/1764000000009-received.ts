import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectionTables } from '../projection-tables.js';

/** What each service received is counted too; the projections are made anew and filled from Kafka's beginning. */
export class Received1764000000009 implements MigrationInterface {
  readonly name = 'Received1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projection CASCADE');
    await runner.query(projectionTables('projection'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM projection.measure_week WHERE cube = 'service-received'`);
  }
}
