import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Subjects whose truth is PostgreSQL, with what they answered to which key; services of the directory become such. */
export class Subject1764000000013 implements MigrationInterface {
  readonly name = 'Subject1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    // Written out and not taken from the code: a migration stays as it was. The numbers go on where the outbox is.
    await runner.query(`
      CREATE TABLE relais.subject (
        stream text NOT NULL,
        id text NOT NULL,
        sequence integer NOT NULL,
        state jsonb NOT NULL,
        PRIMARY KEY (stream, id)
      );
      CREATE TABLE relais.subject_key (
        stream text NOT NULL,
        id text NOT NULL,
        caller text NOT NULL,
        key text NOT NULL,
        command jsonb NOT NULL,
        answer jsonb NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (stream, id, caller, key)
      );
      CREATE INDEX subject_key_age ON relais.subject_key (answered_at);

      INSERT INTO relais.subject (stream, id, sequence, state)
      SELECT 'directory', s.service_id, known.sequence,
             jsonb_build_object('sequence', known.sequence, 'organisationId', s.organisation_id, 'capacity', s.capacity,
               'capacityConfirmedAt', to_char(s.capacity_confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        FROM relais.service s
        CROSS JOIN LATERAL (SELECT coalesce(max((event->>'sequence')::int), 0) AS sequence FROM relais.outbox
                             WHERE topic = 'directory.v1' AND key = s.service_id) AS known;

      DROP INDEX relais.outbox_subject;
      CREATE INDEX outbox_published ON relais.outbox (published_at) WHERE published_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX relais.outbox_published;
      CREATE INDEX outbox_subject ON relais.outbox (topic, key);
      DROP TABLE relais.subject_key, relais.subject;
    `);
  }
}
