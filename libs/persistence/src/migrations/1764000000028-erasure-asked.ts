import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when somebody asks to be erased whom something still keeps here. */
export class ErasureAsked1764000000028 implements MigrationInterface {
  readonly name = 'ErasureAsked1764000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relais.person ADD COLUMN erasure_asked_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relais.person DROP COLUMN erasure_asked_at');
  }
}
