import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second proof of who somebody is, and what a session knows of it. */
export class Passkeys1764000000023 implements MigrationInterface {
  readonly name = 'Passkeys1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.passkey (
        passkey_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        credential_id text NOT NULL UNIQUE,
        person_id text NOT NULL REFERENCES relais.person,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        device text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz
      );
      CREATE INDEX passkey_person ON relais.passkey (person_id);
      ALTER TABLE relais.session
        ADD COLUMN passkey_at timestamptz,
        ADD COLUMN challenge text,
        ADD COLUMN challenged_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE relais.session DROP COLUMN passkey_at, DROP COLUMN challenge, DROP COLUMN challenged_at;
      DROP TABLE relais.passkey;
    `);
  }
}
