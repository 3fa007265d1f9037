import { describe, expect, it } from '@jest/globals';
import type { Database } from '#persistence/kernel';
import type { ToldDeadline } from '#temporal';
import { sweepClocks } from './clock-sweep.js';

const hour = 3_600_000;
const thirtyDays = 30 * 24 * hour;

/** A service whose capacity lapses in so many milliseconds; null: that is not known. */
function service(id: string, lapsesIn: number | null) {
  const capacityConfirmedAt = new Date(Date.now() - thirtyDays + (lapsesIn ?? 0)).toISOString();
  const capacity = lapsesIn === null ? 'unknown' : 'full';
  return { id, state: { sequence: 3, organisationId: 'west', capacity, capacityConfirmedAt } };
}

const database = {
  query: async () => [
    service('far', 3 * hour),
    service('late', -hour),
    service('soon', hour),
    service('unknown', null),
  ],
} as unknown as Database;

describe('the sweep of clocks', () => {
  it('tells those that have to ring soon, or should have, and leaves the others alone', async () => {
    const told: ToldDeadline[] = [];
    const tell = async (one: ToldDeadline) => void told.push(one);
    await sweepClocks(database, { tell }, new AbortController().signal);
    expect(told.map(({ stream, id, sequence }) => [stream, id, sequence])).toEqual([
      ['directory', 'late', 3],
      ['directory', 'soon', 3],
    ]);
  });

  it('stops in the middle when the worker does', async () => {
    const told: string[] = [];
    const stopping = new AbortController();
    const tell = async ({ id }: ToldDeadline) => {
      told.push(id);
      stopping.abort();
    };
    await sweepClocks(database, { tell }, stopping.signal);
    expect(told).toEqual(['late']);
  });
});
