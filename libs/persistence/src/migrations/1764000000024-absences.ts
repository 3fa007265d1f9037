import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of what a membership gives is told to its person, and to whoever stands in for them when `tellsSubstitutes`. */
function tellingMemberships(tellsSubstitutes: boolean): string {
  const substitutes = (membership: string) =>
    tellsSubstitutes ? `PERFORM relais.tell_substitutes(${membership});` : '';
  return `
      CREATE OR REPLACE FUNCTION relais.tell_membership() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        told bigint;
      BEGIN
        -- Also when its end is taken back: what was open under it when it ended stays over.
        IF TG_OP = 'UPDATE' AND NOT (relais.holds_now(OLD.valid_from, OLD.valid_until)
                                     AND relais.holds_now(NEW.valid_from, NEW.valid_until)) THEN
          WITH ended AS (DELETE FROM relais.session WHERE membership_id = NEW.membership_id RETURNING session_hash)
          SELECT count(pg_notify('relais_sessions', encode(session_hash, 'hex'))) INTO told FROM ended;
        ELSIF TG_OP = 'DELETE' THEN
          DELETE FROM relais.membership_use WHERE membership_id = OLD.membership_id;
        END IF;
        UPDATE relais.session SET is_due = true
          WHERE person_id = coalesce(NEW.person_id, OLD.person_id) AND NOT is_replaced;
        PERFORM pg_notify('relais_rights', coalesce(NEW.person_id, OLD.person_id));
        ${substitutes('coalesce(NEW.membership_id, OLD.membership_id)')}
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION relais.tell_membership_service() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE relais.session t SET is_due = true FROM relais.membership m
          WHERE m.membership_id IN (NEW.membership_id, OLD.membership_id) AND t.person_id = m.person_id AND NOT t.is_replaced;
        PERFORM pg_notify('relais_rights', person_id) FROM relais.membership
          WHERE membership_id IN (NEW.membership_id, OLD.membership_id);
        ${substitutes('coalesce(NEW.membership_id, OLD.membership_id)')}
        RETURN NULL;
      END $$;`;
}

/**
 * Who is absent, and who does their work meanwhile. Whoever stands in for somebody is told of every change to the absence, and to what the
 * absent person may do, since it is theirs for that time; `renewed_at` says whether an absence has begun or ended by itself since a session
 * got its secret.
 */
export class Absences1764000000024 implements MigrationInterface {
  readonly name = 'Absences1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.absence (
        absence_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        membership_id uuid NOT NULL,
        substitute_membership_id uuid NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz NOT NULL,
        CHECK (valid_until > valid_from),
        CHECK (substitute_membership_id <> membership_id)
      );
      CREATE INDEX absence_membership ON relais.absence (membership_id, valid_until);
      CREATE INDEX absence_substitute ON relais.absence (substitute_membership_id, valid_until);
      ALTER TABLE relais.session ADD COLUMN renewed_at timestamptz NOT NULL DEFAULT now();

      CREATE FUNCTION relais.tell_substitute(a_membership_id uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE relais.session SET is_due = true WHERE membership_id = a_membership_id AND NOT is_replaced;
        PERFORM pg_notify('relais_rights', person_id) FROM relais.membership WHERE membership_id = a_membership_id;
      END $$;
      CREATE FUNCTION relais.tell_substitutes(a_membership_id uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM relais.tell_substitute(substitute_membership_id) FROM relais.absence
          WHERE membership_id = a_membership_id AND valid_until > now();
      END $$;
      CREATE FUNCTION relais.tell_absence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM relais.tell_substitute(id) FROM unnest(ARRAY[NEW.substitute_membership_id, OLD.substitute_membership_id]) AS id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tell_absence AFTER INSERT OR UPDATE OR DELETE ON relais.absence
        FOR EACH ROW EXECUTE FUNCTION relais.tell_absence();
      ${tellingMemberships(true)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${tellingMemberships(false)}
      DROP TABLE relais.absence;
      DROP FUNCTION relais.tell_absence, relais.tell_substitutes, relais.tell_substitute;
      ALTER TABLE relais.session DROP COLUMN renewed_at;
    `);
  }
}
