import type { MigrationInterface, QueryRunner } from 'typeorm';
import { locks } from '../kernel/locks.js';

/**
 * How people prove who they are, what a session knows of its use, and the trail of who saw or did what. A change of rights makes the
 * sessions of the person due for another secret, whoever changes them and however; those under a membership that does not hold are over
 * for good.
 */
export class Accounts1764000000022 implements MigrationInterface {
  readonly name = 'Accounts1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE relais.session
        ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN way text NOT NULL DEFAULT 'persona',
        ADD COLUMN device text NOT NULL DEFAULT '',
        ADD COLUMN is_due boolean NOT NULL DEFAULT false,
        ADD COLUMN is_replaced boolean NOT NULL DEFAULT false;
      ALTER TABLE relais.session ALTER COLUMN way DROP DEFAULT;
      CREATE INDEX session_person ON relais.session (person_id);

      CREATE TABLE relais.membership_use (
        membership_id uuid PRIMARY KEY,
        used_at timestamptz NOT NULL,
        asked_at timestamptz
      );
      -- Nobody knows of before; what is asked about is counted from here on.
      INSERT INTO relais.membership_use (membership_id, used_at) SELECT membership_id, now() FROM relais.membership;
      CREATE FUNCTION relais.note_use() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO relais.membership_use AS known (membership_id, used_at) VALUES (NEW.membership_id, NEW.seen_at)
        ON CONFLICT (membership_id) DO UPDATE SET used_at = excluded.used_at, asked_at = NULL
          WHERE known.used_at < excluded.used_at;
        RETURN NULL;
      END $$;
      CREATE TRIGGER note_use AFTER INSERT OR UPDATE OF seen_at ON relais.session
        FOR EACH ROW EXECUTE FUNCTION relais.note_use();

      CREATE FUNCTION relais.holds_now(valid_from timestamptz, valid_until timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT valid_from <= now() AND (valid_until IS NULL OR now() < valid_until)
      $$;
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
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION relais.tell_membership_service() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE relais.session t SET is_due = true FROM relais.membership m
          WHERE m.membership_id IN (NEW.membership_id, OLD.membership_id) AND t.person_id = m.person_id AND NOT t.is_replaced;
        PERFORM pg_notify('relais_rights', person_id) FROM relais.membership
          WHERE membership_id IN (NEW.membership_id, OLD.membership_id);
        RETURN NULL;
      END $$;

      ALTER TABLE relais.person ADD COLUMN mail text UNIQUE CHECK (mail = lower(mail));
      CREATE TABLE relais.account (
        account_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id text NOT NULL REFERENCES relais.person,
        issuer text NOT NULL,
        subject text NOT NULL,
        linked_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        UNIQUE (issuer, subject)
      );
      CREATE INDEX account_person ON relais.account (person_id);

      CREATE TABLE relais.sign_in_code (
        attempt_id uuid PRIMARY KEY,
        person_id text NOT NULL REFERENCES relais.person,
        code_hash bytea NOT NULL,
        secret_hash bytea NOT NULL UNIQUE,
        wrong integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_code_person ON relais.sign_in_code (person_id);
      CREATE TABLE relais.sign_in_wrong (
        person_id text NOT NULL REFERENCES relais.person,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sign_in_wrong_person ON relais.sign_in_wrong (person_id, at);

      CREATE TABLE relais.sign_in_flow (
        flow_hash bytea PRIMARY KEY,
        provider_id text NOT NULL,
        purpose text NOT NULL,
        return_to text NOT NULL,
        person_id text REFERENCES relais.person,
        invitation_hash bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE TABLE relais.provider_test (
        person_id text PRIMARY KEY REFERENCES relais.person,
        provider_id text NOT NULL,
        claims jsonb NOT NULL,
        missing text[] NOT NULL,
        tested_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE relais.invitation (
        invitation_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        secret_hash bytea NOT NULL UNIQUE,
        mail text CHECK (mail = lower(mail)),
        language text NOT NULL,
        organisation_id text REFERENCES relais.organisation,
        roles text[] NOT NULL,
        service_ids text[] NOT NULL DEFAULT '{}',
        invited_by text REFERENCES relais.person,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        accepted_at timestamptz,
        accepted_by text REFERENCES relais.person
      );
      CREATE INDEX invitation_organisation ON relais.invitation (organisation_id);
      CREATE UNIQUE INDEX invitation_open ON relais.invitation (mail, coalesce(organisation_id, ''))
        WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

      CREATE TABLE relais.letter (
        letter_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        to_mail text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE relais.throttle (
        key text NOT NULL,
        window_start timestamptz NOT NULL,
        count integer NOT NULL,
        PRIMARY KEY (key, window_start)
      );

      CREATE TABLE relais.audit_trail (
        entry bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        person_id text,
        for_person_id text,
        action text NOT NULL,
        subject text NOT NULL,
        detail text,
        previous bytea NOT NULL,
        hash bytea NOT NULL
      );
      CREATE INDEX audit_trail_person ON relais.audit_trail (person_id, entry);
      CREATE INDEX audit_trail_for_person ON relais.audit_trail (for_person_id, entry) WHERE for_person_id IS NOT NULL;
      CREATE INDEX audit_trail_subject ON relais.audit_trail (subject, entry);
      CREATE TABLE relais.audit_anchor (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        entry bigint NOT NULL,
        hash bytea NOT NULL
      );
      INSERT INTO relais.audit_anchor (entry, hash) VALUES (0, sha256('relais audit trail 1'));

      CREATE FUNCTION relais.audit_hash(
        previous bytea, entry bigint, at timestamptz, person_id text, for_person_id text, action text, subject text, detail text
      ) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
        SELECT sha256(previous || convert_to(jsonb_build_array(
          entry, (extract(epoch FROM at) * 1000000)::bigint, person_id, for_person_id, action, subject, detail)::text, 'UTF8'))
      $$;
      CREATE FUNCTION relais.append_audit(a_person_id text, a_for_person_id text, an_action text, a_subject text, a_detail text)
        RETURNS bigint LANGUAGE plpgsql AS $$
      DECLARE
        last relais.audit_anchor;
        now_at timestamptz;
      BEGIN
        PERFORM pg_advisory_xact_lock(${locks.auditTrail});
        SELECT true, t.entry, t.hash INTO last FROM relais.audit_trail t ORDER BY t.entry DESC LIMIT 1;
        IF last.entry IS NULL THEN
          SELECT * INTO last FROM relais.audit_anchor;
        END IF;
        now_at := clock_timestamp();
        INSERT INTO relais.audit_trail (entry, at, person_id, for_person_id, action, subject, detail, previous, hash)
          VALUES (last.entry + 1, now_at, a_person_id, a_for_person_id, an_action, a_subject, a_detail, last.hash,
                  relais.audit_hash(
                    last.hash, last.entry + 1, now_at, a_person_id, a_for_person_id, an_action, a_subject, a_detail));
        RETURN last.entry + 1;
      END $$;
      CREATE FUNCTION relais.forget_audit(before timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
      DECLARE
        last relais.audit_anchor;
      BEGIN
        PERFORM pg_advisory_xact_lock(${locks.auditTrail});
        SELECT true, t.entry, t.hash INTO last FROM relais.audit_trail t WHERE t.at < before ORDER BY t.entry DESC LIMIT 1;
        IF last.entry IS NULL THEN
          RETURN 0;
        END IF;
        PERFORM set_config('relais.forgets_audit', 'yes', true);
        UPDATE relais.audit_anchor SET entry = last.entry, hash = last.hash;
        DELETE FROM relais.audit_trail t WHERE t.entry <= last.entry;
        PERFORM set_config('relais.forgets_audit', '', true);
        RETURN last.entry;
      END $$;
      CREATE FUNCTION relais.keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND current_setting('relais.forgets_audit', true) = 'yes' THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'the audit trail is only added to';
      END $$;
      CREATE TRIGGER keep_audit BEFORE UPDATE OR DELETE ON relais.audit_trail
        FOR EACH ROW EXECUTE FUNCTION relais.keep_audit();
      CREATE TRIGGER keep_whole_audit BEFORE TRUNCATE ON relais.audit_trail
        FOR EACH STATEMENT EXECUTE FUNCTION relais.keep_audit();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE relais.audit_trail, relais.audit_anchor, relais.throttle, relais.letter, relais.invitation,
        relais.provider_test, relais.sign_in_flow, relais.sign_in_wrong, relais.sign_in_code, relais.account;
      DROP FUNCTION relais.keep_audit, relais.forget_audit, relais.append_audit, relais.audit_hash;
      ALTER TABLE relais.person DROP COLUMN mail;
      DROP TRIGGER note_use ON relais.session;
      DROP FUNCTION relais.note_use;
      DROP TABLE relais.membership_use;
      CREATE OR REPLACE FUNCTION relais.tell_membership() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('relais_rights', coalesce(NEW.person_id, OLD.person_id));
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION relais.tell_membership_service() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('relais_rights', person_id) FROM relais.membership
          WHERE membership_id IN (NEW.membership_id, OLD.membership_id);
        RETURN NULL;
      END $$;
      DROP FUNCTION relais.holds_now;
      DROP INDEX relais.session_person;
      ALTER TABLE relais.session DROP COLUMN session_id, DROP COLUMN seen_at, DROP COLUMN way, DROP COLUMN device,
        DROP COLUMN is_due, DROP COLUMN is_replaced;
    `);
  }
}
