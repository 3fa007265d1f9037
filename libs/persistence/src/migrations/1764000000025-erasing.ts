import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of whom something new may be written, and who may come in: each has the person it is about. */
const ofPersons = [
  'account',
  'mail_change',
  'membership',
  'passkey',
  'provider_test',
  'session',
  'sign_in_code',
  'sign_in_flow',
  'sign_in_wrong',
];

/**
 * Persons whose data were erased, of whom the id stays as a pseudonym and nothing new is kept, whoever writes it and however; and
 * addresses that somebody is to have once they have shown that it is theirs.
 */
export class Erasing1764000000025 implements MigrationInterface {
  readonly name = 'Erasing1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE relais.person
        ALTER COLUMN name DROP NOT NULL,
        ADD COLUMN erased_at timestamptz,
        ADD CONSTRAINT person_erased CHECK (CASE WHEN erased_at IS NULL THEN name IS NOT NULL ELSE name IS NULL AND mail IS NULL END);

      CREATE TABLE relais.mail_change (
        attempt_id uuid PRIMARY KEY,
        person_id text NOT NULL REFERENCES relais.person,
        mail text NOT NULL CHECK (mail = lower(mail)),
        code_hash bytea NOT NULL,
        wrong integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX mail_change_person ON relais.mail_change (person_id);
      -- What somebody who joins said of themselves before they went to a provider.
      ALTER TABLE relais.sign_in_flow ADD COLUMN joiner_name text, ADD COLUMN joiner_language text;

      CREATE FUNCTION relais.keep_nothing_of_erased() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        erased timestamptz;
      BEGIN
        -- Whoever is being erased at this moment is waited for.
        SELECT erased_at INTO erased FROM relais.person WHERE person_id = NEW.person_id FOR KEY SHARE;
        RETURN CASE WHEN erased IS NULL THEN NEW END;
      END $$;
      ${ofPersons
        .map(
          (table) => `CREATE TRIGGER keep_nothing_of_erased BEFORE INSERT ON relais.${table}
            FOR EACH ROW EXECUTE FUNCTION relais.keep_nothing_of_erased();`,
        )
        .join('\n')}
      CREATE TRIGGER keep_end_of_erased BEFORE UPDATE OF valid_until ON relais.membership
        FOR EACH ROW EXECUTE FUNCTION relais.keep_nothing_of_erased();
    `);
  }

  /** Whoever was erased stays so, under a name that says it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_end_of_erased ON relais.membership;
      ${ofPersons.map((table) => `DROP TRIGGER keep_nothing_of_erased ON relais.${table};`).join('\n')}
      DROP FUNCTION relais.keep_nothing_of_erased;
      DROP TABLE relais.mail_change;
      ALTER TABLE relais.sign_in_flow DROP COLUMN joiner_name, DROP COLUMN joiner_language;
      ALTER TABLE relais.person DROP CONSTRAINT person_erased, DROP COLUMN erased_at;
      UPDATE relais.person SET name = '—' WHERE name IS NULL;
      ALTER TABLE relais.person ALTER COLUMN name SET NOT NULL;
    `);
  }
}
