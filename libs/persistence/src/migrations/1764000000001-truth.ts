import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema `relais`: what is the truth in PostgreSQL. */
export class Truth1764000000001 implements MigrationInterface {
  readonly name = 'Truth1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS relais;

      CREATE TABLE relais.organisation (
        organisation_id text PRIMARY KEY,
        name text NOT NULL,
        website text,
        demonstration boolean NOT NULL DEFAULT false
      );

      CREATE TABLE relais.service (
        service_id text PRIMARY KEY,
        organisation_id text NOT NULL REFERENCES relais.organisation,
        name jsonb NOT NULL,
        profession text NOT NULL,
        stages text[] NOT NULL,
        difficulties text[] NOT NULL,
        territory text[] NOT NULL,
        languages text[] NOT NULL,
        capacity text NOT NULL DEFAULT 'unknown',
        capacity_confirmed_at timestamptz,
        method jsonb NOT NULL,
        cost jsonb NOT NULL,
        demonstration boolean NOT NULL DEFAULT false
      );
      CREATE INDEX service_organisation ON relais.service (organisation_id);

      CREATE TABLE relais.person (
        person_id text PRIMARY KEY,
        name text NOT NULL,
        roles text[] NOT NULL,
        organisation_id text NOT NULL REFERENCES relais.organisation,
        language text NOT NULL
      );
      CREATE TABLE relais.person_service (
        person_id text NOT NULL REFERENCES relais.person,
        service_id text NOT NULL REFERENCES relais.service,
        PRIMARY KEY (person_id, service_id)
      );
      CREATE TABLE relais.session (
        session_hash bytea PRIMARY KEY,
        person_id text NOT NULL REFERENCES relais.person,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_expiry ON relais.session (expires_at);

      CREATE TABLE relais.note_key (
        case_id uuid PRIMARY KEY,
        wrapped_key bytea,
        destroyed_at timestamptz
      );
      CREATE TABLE relais.note (
        note_id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES relais.note_key,
        organisation_id text NOT NULL,
        ciphertext bytea NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX note_case ON relais.note (case_id, written_at);

      CREATE TABLE relais.outbox (
        position bigserial PRIMARY KEY,
        topic text NOT NULL,
        key text NOT NULL,
        event jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz
      );
      CREATE INDEX outbox_waiting ON relais.outbox (position) WHERE published_at IS NULL;
      CREATE INDEX outbox_subject ON relais.outbox (topic, key);

      CREATE TABLE relais.import_batch (
        batch_id uuid PRIMARY KEY,
        file_hash bytea NOT NULL UNIQUE,
        rows integer NOT NULL,
        imported_at timestamptz NOT NULL DEFAULT now(),
        imported_by text NOT NULL
      );
      CREATE TABLE relais.import_row (
        case_id uuid PRIMARY KEY,
        batch_id uuid NOT NULL REFERENCES relais.import_batch,
        row integer NOT NULL
      );
      CREATE INDEX import_row_batch ON relais.import_row (batch_id);

      CREATE TABLE relais.dead_letter (
        dead_letter_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        topic text NOT NULL,
        partition integer NOT NULL,
        "offset" bigint NOT NULL,
        key text,
        headers jsonb NOT NULL,
        value bytea,
        reason text NOT NULL,
        detail text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        redriven_at timestamptz,
        UNIQUE (topic, partition, "offset")
      );
      CREATE INDEX dead_letter_open ON relais.dead_letter (recorded_at) WHERE redriven_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE relais.dead_letter, relais.import_row, relais.import_batch, relais.outbox, relais.note, relais.note_key,
        relais.session, relais.person_service, relais.person, relais.service, relais.organisation
    `);
  }
}
