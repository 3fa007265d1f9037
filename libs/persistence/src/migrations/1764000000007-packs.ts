import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plenary packs: the same request over the same epoch is stored once. */
export class Packs1764000000007 implements MigrationInterface {
  readonly name = 'Packs1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.pack (
        pack_id uuid PRIMARY KEY,
        since date NOT NULL,
        until date NOT NULL,
        language text NOT NULL,
        epoch bigint NOT NULL,
        hash bytea NOT NULL,
        document bytea NOT NULL,
        made_at timestamptz NOT NULL,
        made_by text NOT NULL,
        UNIQUE (since, until, language, hash)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE relais.pack');
  }
}
