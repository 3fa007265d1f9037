import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The feed names streams as everything else does. It keeps its rows, so that live clients go on where they were. */
export class FeedStreams1764000000014 implements MigrationInterface {
  readonly name = 'FeedStreams1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    // A database that is made now has the column by this name already.
    if (await hasColumn(runner, 'kind')) {
      await runner.query('ALTER TABLE projection.feed RENAME COLUMN kind TO stream');
      await runner.query("UPDATE projection.feed SET stream = 'cases' WHERE stream = 'case'");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE projection.feed SET stream = 'case' WHERE stream = 'cases'");
    await runner.query('ALTER TABLE projection.feed RENAME COLUMN stream TO kind');
  }
}

async function hasColumn(runner: QueryRunner, name: string): Promise<boolean> {
  const found: unknown[] = await runner.query(
    `SELECT FROM information_schema.columns WHERE table_schema = 'projection' AND table_name = 'feed' AND column_name = $1`,
    [name],
  );
  return found.length > 0;
}
