import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyInHalves, type Attempt, type BatchOf } from './halving.js';
import type { PlacedRecord } from './record.js';

type Item = { readonly record: PlacedRecord; readonly is: 'sound' | 'poisoned' | 'dead' };
type Batch = BatchOf<Item>;

/** A partition in which offsets are missing, as after a record that nobody may read. */
function batchOf(poisoned: readonly boolean[], gap = 1n): Batch {
  const [topic, partition, position] = ['t', 0, 100n];
  const records = poisoned.map((isPoisoned, place): Item => {
    const record = {
      topic,
      partition,
      offset: position + gap * BigInt(place + 1),
      key: null,
      headers: {},
      value: null,
    };
    return { record, is: isPoisoned ? 'poisoned' : 'sound' };
  });
  return { topic, partition, records, position, next: position + gap * BigInt(poisoned.length + 1) };
}

/** A store that applies a batch which begins where it stands, whole or not at all; it is moved away before attempt `taken`. */
class Store {
  readonly applied: Item[] = [];
  attempts = 0;

  constructor(
    private position: bigint,
    private readonly taken = Infinity,
  ) {}

  readonly attempt = async ({ position, next, records }: Batch): Promise<Attempt> => {
    this.attempts += 1;
    if (this.attempts >= this.taken) {
      this.position = 7n;
    }
    if (this.position !== position) {
      return { position: this.position };
    }
    if (records.some(({ is }) => is === 'poisoned')) {
      return { fault: 'refused' };
    }
    this.applied.push(...records);
    this.position = next;
    return { position: next };
  };
}

const dead = ({ record }: Item): Item[] => [{ record, is: 'dead' }];
const fewOfMany = fc.array(fc.integer({ min: 0, max: 4 }).map((one) => one === 0));
const gaps = fc.bigInt({ min: 1n, max: 3n });

describe('a batch that is applied in halves', () => {
  it('loses nothing but what is poisoned, whatever that is, and applies each once and in order', () =>
    fc.assert(
      fc.asyncProperty(fewOfMany, gaps, async (poisoned, gap) => {
        const batch = batchOf(poisoned, gap);
        const [keeping, passing] = [new Store(batch.position), new Store(batch.position)];
        const faults: string[] = [];
        const instead = (item: Item, fault: string) => {
          faults.push(`${item.record.offset} ${fault}`);
          return dead(item);
        };
        expect(await applyInHalves(batch, { attempt: keeping.attempt, instead })).toBe(batch.next);
        expect(await applyInHalves(batch, { attempt: passing.attempt, instead: () => [] })).toBe(batch.next);
        expect(keeping.applied).toEqual(batch.records.flatMap((one) => (one.is === 'poisoned' ? dead(one) : [one])));
        expect(passing.applied).toEqual(batch.records.filter(({ is }) => is === 'sound'));
        expect(faults).toEqual(
          batch.records.filter(({ is }) => is === 'poisoned').map(({ record }) => `${record.offset} refused`),
        );
      }),
    ));

  it('leaves what follows to whoever moved the store meanwhile', () =>
    fc.assert(
      fc.asyncProperty(fewOfMany, fc.integer({ min: 1, max: 20 }), async (poisoned, taken) => {
        const batch = batchOf(poisoned);
        const store = new Store(batch.position, taken);
        const reached = await applyInHalves(batch, { attempt: store.attempt, instead: dead });
        expect(reached).toBe(store.attempts < taken ? batch.next : 7n);
        expect(store.attempts).toBeLessThanOrEqual(taken);
        const first = batch.records.slice(0, store.applied.length);
        expect(store.applied).toEqual(first.flatMap((one) => (one.is === 'poisoned' ? dead(one) : [one])));
      }),
    ));

  it('finds one among many by few attempts', async () => {
    const batch = batchOf(Array.from({ length: 1_024 }, (_, place) => place === 700));
    const store = new Store(batch.position);
    await applyInHalves(batch, { attempt: store.attempt, instead: dead });
    expect(store.attempts).toBe(1 + 2 * 10 + 1);
  });

  it('does not go on for ever when what stands instead is refused too', async () => {
    const batch = batchOf([true]);
    const store = new Store(batch.position);
    await expect(applyInHalves(batch, { attempt: store.attempt, instead: (item) => [item] })).rejects.toThrow(
      't/0 at 100: refused, with nothing left to refuse',
    );
    expect([store.attempts, store.applied]).toEqual([2, []]);
  });
});
