import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectionTables } from '../kernel/projection-tables.js';

/**
 * What each idempotency key was used for, for ever, and of each note when it was last asked for and whether an event tells of it. The
 * projections are made anew: lines of services whose part has ended hold the facts of then.
 */
export class Keys1764000000015 implements MigrationInterface {
  readonly name = 'Keys1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.command_key (
        command_id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        fingerprint bytea NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      ALTER TABLE relais.subject_key DROP CONSTRAINT subject_key_pkey, ADD PRIMARY KEY (caller, key), ALTER COLUMN answer DROP NOT NULL;
      DROP INDEX relais.subject_key_age;
      CREATE INDEX subject_key_age ON relais.subject_key (answered_at) WHERE answer IS NOT NULL;

      ALTER TABLE relais.note
        ADD COLUMN touched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ADD COLUMN kept boolean NOT NULL DEFAULT false;
      UPDATE relais.note SET touched_at = written_at;
      CREATE INDEX note_unsettled ON relais.note (case_id) WHERE NOT kept;

      DROP SCHEMA projection CASCADE;
    `);
    await runner.query(projectionTables('projection'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX relais.note_unsettled;
      ALTER TABLE relais.note DROP COLUMN touched_at, DROP COLUMN kept;
      DROP TABLE relais.command_key;
      DELETE FROM relais.subject_key WHERE answer IS NULL;
      ALTER TABLE relais.subject_key DROP CONSTRAINT subject_key_pkey, ADD PRIMARY KEY (stream, id, caller, key),
        ALTER COLUMN answer SET NOT NULL;
      DROP INDEX relais.subject_key_age;
      CREATE INDEX subject_key_age ON relais.subject_key (answered_at);
    `);
  }
}
