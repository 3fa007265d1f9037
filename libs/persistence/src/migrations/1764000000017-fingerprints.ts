import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By what the keys of the installation are known again, and by which record each log of Kafka that was read. A record that cannot be
 * applied is told from another one that came to lie at its place in another log.
 */
export class Fingerprints1764000000017 implements MigrationInterface {
  readonly name = 'Fingerprints1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.installation_key (
        name text NOT NULL,
        id text NOT NULL,
        salt bytea NOT NULL,
        fingerprint bytea NOT NULL,
        noted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (name, id)
      );

      ALTER TABLE projection.consumer_offset ADD COLUMN IF NOT EXISTS mark text, ADD COLUMN IF NOT EXISTS marked bigint;
      ALTER TABLE archive.place ADD COLUMN mark text, ADD COLUMN marked bigint;

      ALTER TABLE relais.dead_letter DROP CONSTRAINT dead_letter_topic_partition_offset_key;
      CREATE UNIQUE INDEX dead_letter_place
        ON relais.dead_letter (topic, partition, "offset", sha256(coalesce(value, ''::bytea)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE relais.installation_key;
      ALTER TABLE projection.consumer_offset DROP COLUMN mark, DROP COLUMN marked;
      ALTER TABLE archive.place DROP COLUMN mark, DROP COLUMN marked;
      DELETE FROM relais.dead_letter newer USING relais.dead_letter older
        WHERE newer.topic = older.topic AND newer.partition = older.partition AND newer."offset" = older."offset"
          AND (newer.recorded_at, newer.dead_letter_id) > (older.recorded_at, older.dead_letter_id);
      DROP INDEX relais.dead_letter_place;
      ALTER TABLE relais.dead_letter ADD UNIQUE (topic, partition, "offset");
    `);
  }
}
