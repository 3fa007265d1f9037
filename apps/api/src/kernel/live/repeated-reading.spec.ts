import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RepeatedReading } from './repeated-reading.js';

/** Ways to end the readings that were begun. */
let begun: { end: () => void; fail: (error: Error) => void }[];
let faults: unknown[];
let reading: RepeatedReading;

beforeEach(() => {
  jest.useFakeTimers();
  [begun, faults] = [[], []];
  const read = () => new Promise<void>((end, fail) => begun.push({ end, fail }));
  reading = new RepeatedReading(read, (error) => faults.push(error));
});

afterEach(() => {
  reading.stop();
  jest.useRealTimers();
});

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => jest.advanceTimersByTimeAsync(0);

describe('a repeated reading', () => {
  it('never overlaps, and reads once more for all that was wanted meanwhile', async () => {
    const over = reading.want();
    const also = [reading.want(), reading.want()];
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    await settle();
    expect(begun).toHaveLength(2);
    begun[1]?.end();
    await Promise.all([over, ...also]);
    expect(begun).toHaveLength(2);
  });

  it('heeds what is wanted in any moment around the end of a reading', async () => {
    for (let turns = 0; turns < 8; turns += 1) {
      const before = begun.length;
      void reading.want();
      begun[before]?.end();
      for (let turn = 0; turn < turns; turn += 1) {
        await Promise.resolve();
      }
      void reading.want();
      await settle();
      expect(begun).toHaveLength(before + 2);
      begun[before + 1]?.end();
      await settle();
    }
  });

  it('that failed is told and done again after a second', async () => {
    const over = reading.want();
    begun[0]?.fail(new Error('away'));
    await over;
    expect([faults, begun.length]).toEqual([[new Error('away')], 1]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(begun).toHaveLength(2);
  });

  it('does not begin once it was stopped', async () => {
    const over = reading.want();
    begun[0]?.fail(new Error('away'));
    await over;
    reading.stop();
    await jest.advanceTimersByTimeAsync(5_000);
    await reading.want();
    expect(begun).toHaveLength(1);
  });
});
