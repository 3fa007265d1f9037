import type { MigrationInterface, QueryRunner } from 'typeorm';
import { archiveTables } from '../analysis/archive-tables.js';

/** The analysts' archive, and what analysts keep and do. */
export class Archive1764000000009 implements MigrationInterface {
  readonly name = 'Archive1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(archiveTables());
    await runner.query(`
      -- Views of the explorer and queries of the workbench.
      CREATE TABLE relais.saved (
        saved_id uuid PRIMARY KEY,
        kind text NOT NULL,
        name text NOT NULL,
        shared boolean NOT NULL,
        content jsonb NOT NULL,
        owner text NOT NULL REFERENCES relais.person,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX saved_kind ON relais.saved (kind, owner);

      CREATE TABLE relais.analysis_audit (
        audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        person_id text NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        query_id text,
        rows bigint,
        outcome text NOT NULL,
        milliseconds integer NOT NULL
      );
      CREATE INDEX analysis_audit_person ON relais.analysis_audit (person_id, audit_id DESC);

      -- Files that analysts may fetch for a while.
      CREATE TABLE relais.analysis_export (
        export_id uuid PRIMARY KEY,
        person_id text NOT NULL,
        name text NOT NULL,
        file text NOT NULL,
        rows bigint NOT NULL,
        bytes bigint NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE relais.setting (
        name text PRIMARY KEY,
        value jsonb NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA archive CASCADE');
    await runner.query('DROP TABLE relais.saved, relais.analysis_audit, relais.analysis_export, relais.setting');
  }
}
