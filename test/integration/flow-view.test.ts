import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, Database } from '#persistence/kernel';
import { OperationsRepository, recordDeadLetters } from '#persistence/operations';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/wait.js';

let ground: TestDatabase;
let source: DataSource;
let operations: OperationsRepository;

beforeAll(async () => {
  ground = await createTestDatabase();
  source = await createDataSource(ground.url, { connections: 3 }).initialize();
  operations = new OperationsRepository(new Database(source));
});

afterAll(async () => {
  await source?.destroy();
  await ground?.drop();
});

const letter = {
  record: { topic: 'cases.v1', partition: 0, offset: 1n, key: 'a', headers: {}, value: Buffer.from('{') },
  fault: { reason: 'unparsable', detail: 'no JSON' },
} as const;

describe('how far everything is', () => {
  it('is told of one instant, also when something arrives between two of its reads', async () => {
    const writer = source.createQueryRunner();
    await writer.startTransaction();
    await writer.query('LOCK TABLE projection.parked IN ACCESS EXCLUSIVE MODE');
    const reading = operations.getFlow();
    await until(async () => {
      const rows: unknown[] = await source.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'projection.parked'::regclass`,
      );
      return rows.length > 0;
    }, 'the reader waits for the table that is locked');
    await recordDeadLetters(writer, [letter]);
    await writer.commitTransaction();
    await writer.release();
    const { deadLetters, deadLettersOpen, parked } = await reading;
    expect([deadLetters.length, deadLettersOpen, parked.length]).toEqual([0, 0, 0]);
    const after = await operations.getFlow();
    expect([after.deadLetters.length, after.deadLettersOpen]).toEqual([1, 1]);
  });

  it('is read by what cannot write', async () => {
    const database = new Database(source);
    const writing = database.snapshot((sql) => sql.query('DELETE FROM relais.dead_letter'));
    await expect(writing).rejects.toThrow(/read-only transaction/);
  });
});
