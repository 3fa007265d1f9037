import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Persons apart from what they are members of, and sessions that act under one membership. Everybody stays what they are, and whoever
 * is signed in stays signed in; a membership is as old as the oldest thing that is known of its person.
 */
export class People1764000000014 implements MigrationInterface {
  readonly name = 'People1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.membership (
        membership_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id text NOT NULL REFERENCES relais.person,
        organisation_id text REFERENCES relais.organisation,
        roles text[] NOT NULL,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz CHECK (valid_until > valid_from),
        UNIQUE (membership_id, person_id)
      );
      CREATE INDEX membership_person ON relais.membership (person_id);
      CREATE TABLE relais.membership_service (
        membership_id uuid NOT NULL REFERENCES relais.membership,
        service_id text NOT NULL REFERENCES relais.service,
        PRIMARY KEY (membership_id, service_id)
      );

      INSERT INTO relais.membership (person_id, organisation_id, roles, valid_from)
      SELECT p.person_id, p.organisation_id, p.roles,
             least(now(), (SELECT min(t.created_at) FROM relais.session t WHERE t.person_id = p.person_id))
        FROM relais.person p;
      INSERT INTO relais.membership_service (membership_id, service_id)
      SELECT membership_id, service_id FROM relais.person_service JOIN relais.membership USING (person_id);

      ALTER TABLE relais.session ADD COLUMN membership_id uuid;
      UPDATE relais.session t SET membership_id = m.membership_id FROM relais.membership m WHERE m.person_id = t.person_id;
      ALTER TABLE relais.session ALTER COLUMN membership_id SET NOT NULL,
        ADD FOREIGN KEY (membership_id, person_id) REFERENCES relais.membership (membership_id, person_id);

      DROP TABLE relais.person_service;
      ALTER TABLE relais.person DROP COLUMN roles, DROP COLUMN organisation_id;
      ALTER TABLE relais.note ALTER COLUMN organisation_id DROP NOT NULL;
    `);
  }

  /** Of a person with several memberships the first remains; one without an organisation has no place in the tables of before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE relais.note ALTER COLUMN organisation_id SET NOT NULL;
      ALTER TABLE relais.person ADD COLUMN roles text[], ADD COLUMN organisation_id text REFERENCES relais.organisation;
      CREATE TABLE relais.person_service (
        person_id text NOT NULL REFERENCES relais.person,
        service_id text NOT NULL REFERENCES relais.service,
        PRIMARY KEY (person_id, service_id)
      );
      CREATE TEMPORARY TABLE first_membership ON COMMIT DROP AS
        SELECT DISTINCT ON (person_id) * FROM relais.membership ORDER BY person_id, valid_from, membership_id;
      UPDATE relais.person p SET roles = m.roles, organisation_id = m.organisation_id
        FROM first_membership m WHERE m.person_id = p.person_id;
      INSERT INTO relais.person_service (person_id, service_id)
        SELECT person_id, service_id FROM first_membership JOIN relais.membership_service USING (membership_id);
      ALTER TABLE relais.person ALTER COLUMN roles SET NOT NULL, ALTER COLUMN organisation_id SET NOT NULL;
      ALTER TABLE relais.session DROP COLUMN membership_id;
      DROP TABLE relais.membership_service, relais.membership;
    `);
  }
}
