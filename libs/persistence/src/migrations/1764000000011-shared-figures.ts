import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that analysts share with everybody, and the ones a pack shows: kept with it, so that it can be written again. */
export class SharedFigures1764000000011 implements MigrationInterface {
  readonly name = 'SharedFigures1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.shared_figure (
        figure_id uuid PRIMARY KEY,
        question jsonb NOT NULL,
        remark text NOT NULL,
        pinned boolean NOT NULL,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE relais.pack ADD COLUMN figures jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relais.pack DROP COLUMN figures');
    await runner.query('DROP TABLE relais.shared_figure');
  }
}
