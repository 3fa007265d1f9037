import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectionTables } from '../kernel/projection-tables.js';

/** Schema `projection`: what can be rebuilt from Kafka. */
export class Projection1764000000002 implements MigrationInterface {
  readonly name = 'Projection1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(projectionTables('projection'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projection CASCADE');
  }
}
