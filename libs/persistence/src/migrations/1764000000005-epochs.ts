import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published figures: written once by a closing, read by everybody; unused dimensions are ''. */
export class Epochs1764000000005 implements MigrationInterface {
  readonly name = 'Epochs1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relais.epoch (
        number bigint PRIMARY KEY,
        epoch_id text NOT NULL UNIQUE,
        kind text NOT NULL,
        week text NOT NULL,
        -- Of all epochs of one closing; it ends with its only epoch of kind "week", which has the closing's id.
        closing integer NOT NULL,
        closing_id text UNIQUE,
        published_at timestamptz NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        CHECK ((kind = 'week') = (closing_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX epoch_closing ON relais.epoch (closing) WHERE kind = 'week';

      CREATE TABLE relais.epoch_cell (
        cube text NOT NULL,
        number bigint NOT NULL REFERENCES relais.epoch,
        a text NOT NULL,
        b text NOT NULL,
        c text NOT NULL,
        d text NOT NULL,
        count integer NOT NULL CHECK (count <> 0),
        PRIMARY KEY (cube, number, a, b, c, d)
      );
      CREATE INDEX epoch_cell_number ON relais.epoch_cell (number);

      -- Exact counts that the epochs have taken in, never served. "week" is '' but for imported history.
      CREATE TABLE relais.epoch_taken (
        cube text NOT NULL,
        week text NOT NULL,
        a text NOT NULL,
        b text NOT NULL,
        c text NOT NULL,
        d text NOT NULL,
        count integer NOT NULL,
        PRIMARY KEY (cube, week, a, b, c, d)
      );

      -- How far the projection was at the last closing: one that knows less must not be closed from.
      CREATE TABLE relais.epoch_position (
        topic text NOT NULL,
        partition integer NOT NULL,
        next bigint NOT NULL,
        PRIMARY KEY (topic, partition)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE relais.epoch_position, relais.epoch_taken, relais.epoch_cell, relais.epoch');
  }
}
