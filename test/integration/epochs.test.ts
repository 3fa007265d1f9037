import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '#disclosure';
import type { Database, Sql } from '#persistence/kernel';
import { ProjectionBehind } from '#persistence/monitoring';
import { closeEpoch } from '../../apps/worker/src/epochs/closing.js';
import { randomFrom } from '../../scripts/demo/random.js';
import { closingOf, disclosureKey, epochWorld, type EpochWorld } from '../support/epoch-world.js';
import { measure, scattered, scatteredInAll, type Measured } from '../support/measured.js';

const opened = { cube: 'opened', codes: ['public-debt', 'trade', 'west', 'small'] } as const;

let world: EpochWorld;
let database: Database;
beforeEach(async () => {
  world = await epochWorld();
  ({ database } = world);
});
afterEach(() => world.stop());

async function published(week: string): Promise<number> {
  const upTo = (await world.epochs.findPublished())?.newest.number ?? 0;
  const sums = await world.epochs.findSums('opened', { by: [], where: new Map(), from: week, to: week, upTo });
  return sums.reduce((sum, one) => sum + one.count, 0);
}

/** Runs transactions whose connection is killed instead of their statement number `fatal`. */
function killedAt(fatal: number): Pick<Database, 'transaction'> {
  let count = 0;
  return {
    transaction: (work) =>
      database.transaction((sql) =>
        work({
          query: async <Row>(statement: string, parameters?: readonly unknown[]) => {
            count += 1;
            return count === fatal
              ? sql.query<Row>('SELECT pg_terminate_backend(pg_backend_pid())')
              : sql.query<Row>(statement, parameters);
          },
        } satisfies Sql),
      ),
  };
}

describe('closing an epoch', () => {
  it('happens once, however often it is asked for', async () => {
    await measure(database, scatteredInAll('2026-W48', 60, randomFrom(1)));
    const first = await world.close('2026-W48');
    const after = await world.stored();
    await measure(database, [{ ...opened, week: '2026-W48', count: 7 }]);
    expect(await world.close('2026-W48')).toEqual(first);
    expect(await world.stored()).toEqual(after);
    expect(first).toMatchObject({ epochId: '2026-W48', number: 1, kind: 'week', previousHash: '0'.repeat(64) });
  });

  it('is all or nothing, wherever its connection is lost', async () => {
    await measure(database, [
      ...scatteredInAll('2026-W48', 20, randomFrom(2)),
      ...scatteredInAll('2024-W17', 20, randomFrom(3), true),
    ]);
    await world.positioned(5);
    const before = await world.stored();
    let fatal = 1;
    for (let lost = true; lost; fatal += 1) {
      lost = await closeEpoch(killedAt(fatal), disclosureKey, closingOf('2026-W48')).then(
        () => false,
        () => true,
      );
      if (lost) {
        expect(await world.stored()).toEqual(before);
      }
    }
    // More statements than this were struck, or the test would prove little.
    expect(fatal).toBeGreaterThan(10);
    expect((await world.chain()).map(({ epochId }) => epochId)).toEqual(['2024-W17.h1', '2026-W48']);
  });

  it('is done by one at a time', async () => {
    await measure(database, scatteredInAll('2026-W48', 30, randomFrom(4)));
    const asked = [1, 2, 3].map((one) => world.close('2026-W48', { closingId: `hand ${one}`, early: true }));
    const ids = (await Promise.all(asked)).map(({ epochId }) => epochId);
    expect(ids.sort()).toEqual(['2026-W48.1', '2026-W48.2', '2026-W48.3']);
    expect(verifyChain(await world.chain())).toBeUndefined();
    expect((await world.close('2026-W48')).epochId).toBe('2026-W48');
  });

  it('tells of itself without a gap', async () => {
    await measure(database, scatteredInAll('2024-W17', 5, randomFrom(5), true));
    await world.close('2026-W47');
    const second = await world.close('2026-W48', { at: '2026-12-06T23:05:00.000Z' });
    const events = await database.query<{ topic: string; key: string; event: { data: unknown } }>(
      'SELECT topic, key, event FROM relais.outbox o ORDER BY o.position',
    );
    expect(events.map(({ event }) => event)).toMatchObject([
      { id: 'monitoring:1', sequence: 1, data: { epochId: '2026-W47', number: 2 } },
      { id: 'monitoring:2', sequence: 2, data: { epochId: '2026-W48', number: 3, hash: second.hash } },
    ]);
  });
});

describe('what an epoch publishes', () => {
  it('never changes: a late fact and a correction are signed changes of the running one', async () => {
    await measure(database, [{ ...opened, week: '2026-W47', count: 20 }]);
    await world.close('2026-W47');
    const before = await world.bytesOf('2026-W47');
    const corrected = { ...opened, codes: ['business', 'trade', 'west', 'small'] };
    await measure(database, [
      { ...opened, week: '2026-W47', count: -10 },
      { ...corrected, week: '2026-W47', count: 10 },
    ]);
    await world.close('2026-W48');
    expect(await world.bytesOf('2026-W47')).toEqual(before);
    const last = await world.epochs.findEpoch('2026-W48');
    expect(last?.cells).toEqual([
      { ...corrected, count: 10 },
      { ...opened, count: -10 },
    ]);
    expect([await published('2026-W47'), await published('2026-W48')]).toEqual([20, 0]);
  });

  it('is rounded to multiples of five, next to the count', async () => {
    const exact = scatteredInAll('2026-W48', 400, randomFrom(6));
    await measure(database, exact);
    await world.close('2026-W48');
    const counts = new Map<string, number>();
    for (const { cube, codes } of exact) {
      const cell = [cube, ...codes].join('|');
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    const cells = (await world.epochs.findEpoch('2026-W48'))?.cells ?? [];
    expect(cells.length).toBeGreaterThan(100);
    const off = cells.filter(
      ({ cube, codes, count }) =>
        count % 5 !== 0 || Math.abs(count - (counts.get([cube, ...codes].join('|')) ?? 0)) >= 5,
    );
    expect(off).toEqual([]);
  });

  it('takes imported history in by the weeks it happened in, once', async () => {
    const weeks = ['2024-W17', '2024-W18', '2025-W01'];
    const random = randomFrom(7);
    await measure(
      database,
      weeks.flatMap((week) => scatteredInAll(week, 40, random, true)),
    );
    await world.close('2026-W47');
    await world.close('2026-W48');
    await measure(database, scattered('opened', '2024-W18', 30, random, true));
    await world.close('2026-W49');
    const epochs = await world.chain();
    expect(epochs.map(({ epochId, kind, week }) => [epochId, kind, week])).toEqual([
      ['2024-W17.h1', 'history', '2024-W17'],
      ['2024-W18.h1', 'history', '2024-W18'],
      ['2025-W01.h1', 'history', '2025-W01'],
      ['2026-W47', 'week', '2026-W47'],
      ['2026-W48', 'week', '2026-W48'],
      ['2024-W18.h3', 'history', '2024-W18'],
      ['2026-W49', 'week', '2026-W49'],
    ]);
    expect(verifyChain(epochs)).toBeUndefined();
  });

  it('is chained, so that no count can be changed afterwards', async () => {
    await measure(database, scatteredInAll('2026-W47', 60, randomFrom(8)));
    await world.close('2026-W47');
    await measure(database, scatteredInAll('2026-W48', 60, randomFrom(9)));
    await world.close('2026-W48');
    expect(verifyChain(await world.chain())).toBeUndefined();
    await database.query(`UPDATE relais.epoch_cell SET count = count + 5 WHERE number = 1 AND cube = 'opened'`);
    expect(verifyChain(await world.chain())).toBe(1);
  });

  it('depends on the key only from the change of the key on', async () => {
    const other = await epochWorld();
    const keys = [disclosureKey, randomBytes(32)] as const;
    for (const [place, one] of [world, other].entries()) {
      await measure(one.database, scatteredInAll('2026-W47', 80, randomFrom(10)));
      await one.close('2026-W47');
      const before = await one.bytesOf('2026-W47');
      await measure(one.database, scatteredInAll('2026-W48', 80, randomFrom(11)));
      await one.close('2026-W48', {}, keys[place]);
      expect(await one.bytesOf('2026-W47')).toEqual(before);
    }
    expect(await world.bytesOf('2026-W47')).toEqual(await other.bytesOf('2026-W47'));
    expect(await world.bytesOf('2026-W48')).not.toEqual(await other.bytesOf('2026-W48'));
    await other.stop();
  });
});

describe('the projection that an epoch is closed from', () => {
  it('changes nothing when it is built anew', async () => {
    const exact = scatteredInAll('2026-W47', 80, randomFrom(12));
    await measure(database, exact);
    await world.positioned(80);
    await world.close('2026-W47');
    await database.query('TRUNCATE projection.measure_week');
    await measure(database, exact);
    await world.close('2026-W48');
    expect((await world.epochs.findEpoch('2026-W48'))?.cells).toEqual([]);
  });

  it('must not know less than before', async () => {
    await measure(database, scatteredInAll('2026-W47', 80, randomFrom(13)));
    await world.positioned(80);
    await world.close('2026-W47');
    const before = await world.stored();
    await database.query('TRUNCATE projection.measure_week');
    await world.positioned(79);
    await expect(world.close('2026-W48')).rejects.toThrow(ProjectionBehind);
    await database.query('TRUNCATE projection.consumer_offset');
    await expect(world.close('2026-W48')).rejects.toThrow(ProjectionBehind);
    expect(await world.stored()).toEqual(before);
  });

  it('must not hold codes that the contract does not know', async () => {
    const unknown: Measured = {
      ...opened,
      codes: ['public-debt', 'trade', 'moon', 'small'],
      week: '2026-W48',
      count: 9,
    };
    await measure(database, [unknown]);
    await expect(world.close('2026-W48')).rejects.toThrow(RangeError);
    expect(await world.stored()).toEqual([]);
  });
});
