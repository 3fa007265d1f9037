import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where running processes report that they are alive. Not logged: after a crash of PostgreSQL they report again. */
export class Process1764000000003 implements MigrationInterface {
  readonly name = 'Process1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE relais.process (
        process_id uuid PRIMARY KEY,
        kind text NOT NULL,
        host text NOT NULL,
        port integer NOT NULL,
        version text NOT NULL,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        clock_ahead double precision NOT NULL,
        memory_bytes bigint NOT NULL,
        ready boolean NOT NULL,
        checks jsonb NOT NULL,
        faults jsonb NOT NULL,
        figures jsonb NOT NULL
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE relais.process');
  }
}
