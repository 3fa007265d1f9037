import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the newest letters of an invitation left, so that nobody is sent too many. */
export class InvitationLetters1764000000027 implements MigrationInterface {
  readonly name = 'InvitationLetters1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE relais.invitation ADD COLUMN sent_at timestamptz[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relais.invitation DROP COLUMN sent_at');
  }
}
