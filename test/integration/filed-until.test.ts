import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ArchiveFileRepository } from '#persistence/analysis';
import { createDataSource, Database } from '#persistence/kernel';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = new Database(createDataSource(test.url, { connections: 1 }));
});

afterAll(async () => {
  await database?.stop();
  await test?.drop();
});

const [ten, eleven, noon] = ['2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000Z', '2026-03-01T12:00:00.000Z'];

type Place = { readonly next: number; readonly filed: number; readonly filedAt: string | null };

it.each<[string, readonly Place[], string | null]>([
  ['nothing has come in', [], null],
  [
    'one part was never filed',
    [
      { next: 5, filed: 3, filedAt: ten },
      { next: 5, filed: 0, filedAt: null },
    ],
    null,
  ],
  [
    'parts are behind',
    [
      { next: 5, filed: 3, filedAt: eleven },
      { next: 5, filed: 3, filedAt: ten },
      { next: 5, filed: 5, filedAt: noon },
    ],
    ten,
  ],
  [
    'all is filed',
    [
      { next: 5, filed: 5, filedAt: ten },
      { next: 0, filed: 0, filedAt: null },
    ],
    noon,
  ],
])('the tables hold what came in until then when %s', async (_what, places, until) => {
  await database.query('DELETE FROM archive.place');
  for (const [partition, { next, filed, filedAt }] of places.entries()) {
    await database.query(
      `INSERT INTO archive.place (topic, partition, next, filed, filed_at, updated_at) VALUES ('t', $1, $2, $3, $4, $5)`,
      [partition, next, filed, filedAt, noon],
    );
  }
  expect(await new ArchiveFileRepository(database).findFiledUntil()).toBe(until);
});
