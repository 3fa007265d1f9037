import type { EpochView } from '#contracts/monitoring';
import { cubeNames } from '#contracts/monitoring/codes';
import { createDataSource, Database } from '#persistence/kernel';
import { EpochRepository } from '#persistence/monitoring';
import type { EpochContent } from '#disclosure';
import type { ClosingRequest } from '#workflows';
import { closeEpoch } from '../../apps/worker/src/epochs/closing.js';
import { createTestDatabase } from './database.js';

/** The key of the rounding in tests. */
export const disclosureKey = Buffer.alloc(32, 'relais');

/** The closing of a week, changed as given. */
export function closingOf(week: string, change: Partial<ClosingRequest> = {}): ClosingRequest {
  return { closingId: week, week, early: false, at: '2026-11-29T23:05:00.000Z', by: { kind: 'clock' }, ...change };
}

/** A database of a test's own in which epochs are closed. */
export type EpochWorld = Awaited<ReturnType<typeof epochWorld>>;

/** Makes an empty one. */
export async function epochWorld() {
  const own = await createTestDatabase();
  const database = new Database(createDataSource(own.url, { connections: 3 }));
  const epochs = new EpochRepository(database);

  /** All epochs, oldest first, as their hashes see them. */
  async function chain(): Promise<(EpochView & EpochContent)[]> {
    const views = (await epochs.findEpochs(undefined, 1_000)).toReversed();
    return Promise.all(
      views.map(async (view) => {
        const cells = (await epochs.findEpoch(view.epochId))?.cells ?? [];
        return { ...view, cubes: cubeNames.map((cube) => ({ cube, cells: cells.filter((one) => one.cube === cube) })) };
      }),
    );
  }

  /** Everything that closings have written, as text: equal texts are equal bytes. */
  async function stored(): Promise<string[]> {
    const all = await Promise.all(
      [
        'SELECT e::text AS row FROM relais.epoch e ORDER BY e.number',
        'SELECT c::text AS row FROM relais.epoch_cell c ORDER BY 1',
        'SELECT t::text AS row FROM relais.epoch_taken t ORDER BY 1',
        'SELECT p::text AS row FROM relais.epoch_position p ORDER BY 1',
        'SELECT o.event::text AS row FROM relais.outbox o ORDER BY o.position',
      ].map((statement) => database.query<{ row: string }>(statement)),
    );
    return all.flat().map(({ row }) => row);
  }

  /** Hash and cells of one epoch, as text. */
  async function bytesOf(epochId: string): Promise<string[]> {
    const rows = await database.query<{ row: string }>(
      `SELECT (e.hash, c)::text AS row FROM relais.epoch e LEFT JOIN relais.epoch_cell c USING (number)
        WHERE e.epoch_id = $1 ORDER BY 1`,
      [epochId],
    );
    return rows.map(({ row }) => row);
  }

  /** Tells how far the projection is. */
  async function positioned(next: number): Promise<void> {
    await database.query(
      `INSERT INTO projection.consumer_offset (topic, partition, next) VALUES ('relais.cases.v1', 0, $1)
       ON CONFLICT (topic, partition) DO UPDATE SET next = excluded.next`,
      [next],
    );
  }

  return {
    database,
    epochs,
    chain,
    stored,
    bytesOf,
    positioned,
    close: (week: string, change: Partial<ClosingRequest> = {}, key: Uint8Array = disclosureKey): Promise<EpochView> =>
      closeEpoch(database, key, closingOf(week, change)),
    stop: async () => {
      await database.stop();
      await own.drop();
    },
  };
}
