import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a mail last left, and when one last did not. */
export class MailOutcomes1764000000026 implements MigrationInterface {
  readonly name = 'MailOutcomes1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.mail_outcome (
        outcome text PRIMARY KEY CHECK (outcome IN ('sent', 'failed')),
        at timestamptz NOT NULL DEFAULT now(),
        code text
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE relais.mail_outcome');
  }
}
