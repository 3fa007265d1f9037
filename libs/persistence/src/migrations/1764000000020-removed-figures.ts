import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a shared figure was taken back: what it said is gone, and who wrote its remark may still withdraw the packs that show it. */
export class RemovedFigures1764000000020 implements MigrationInterface {
  readonly name = 'RemovedFigures1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relais.shared_figure ADD COLUMN removed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM relais.shared_figure WHERE removed_at IS NOT NULL;
      ALTER TABLE relais.shared_figure DROP COLUMN removed_at;
    `);
  }
}
