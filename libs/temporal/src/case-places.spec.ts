import { describe, expect, it } from '@jest/globals';
import type { SlotReserveContext } from '@temporalio/worker';
import { CasePlaces } from './case-places.js';

const context = { slotType: 'workflow', taskQueue: 'cases', workerIdentity: 'w', workerBuildId: 'b' } as const;
const toRead: SlotReserveContext = { ...context, isSticky: false };
const remembered: SlotReserveContext = { ...context, isSticky: true };
const patient = new AbortController().signal;

/** Whether a promise is settled by now. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  return (await Promise.race([promise, new Promise((resolve) => setImmediate(() => resolve(open)))])) !== open;
}

function given<Value>(value: Value | null): Value {
  if (value === null) {
    throw new Error('there was no place');
  }
  return value;
}

describe('places of cases', () => {
  it('bound how many are read at a time, and let those in memory pass', async () => {
    const places = new CasePlaces({ read: 2, remembered: 3 });
    const reads = [places.tryReserveSlot(toRead), places.tryReserveSlot(toRead)];
    expect(reads.every(Boolean)).toBe(true);
    expect(places.tryReserveSlot(toRead)).toBeNull();
    const waiting = places.reserveSlot(toRead, patient);
    expect(await settled(waiting)).toBe(false);
    for (let count = 0; count < 3; count++) {
      expect(await settled(places.reserveSlot(remembered, patient))).toBe(true);
    }
    expect(places.tryReserveSlot(remembered)).toBeNull();
    places.releaseSlot({ permit: given(reads[0] ?? null) });
    expect(await settled(waiting)).toBe(true);
    // The place went on to the one that waited: there is none too many.
    expect(places.tryReserveSlot(toRead)).toBeNull();
    places.releaseSlot({ permit: await waiting });
    places.releaseSlot({ permit: given(reads[1] ?? null) });
    expect([1, 2, 3].map(() => places.tryReserveSlot(toRead) !== null)).toEqual([true, true, false]);
  });

  it('go to those that wait in their order, each to its kind', async () => {
    const places = new CasePlaces({ read: 1, remembered: 1 });
    const [read, known] = [given(places.tryReserveSlot(toRead)), given(places.tryReserveSlot(remembered))];
    const [first, second] = [places.reserveSlot(toRead, patient), places.reserveSlot(toRead, patient)];
    const third = places.reserveSlot(remembered, patient);
    places.releaseSlot({ permit: known });
    expect([await settled(first), await settled(second), await settled(third)]).toEqual([false, false, true]);
    places.releaseSlot({ permit: read });
    expect([await settled(first), await settled(second)]).toEqual([true, false]);
    places.releaseSlot({ permit: await first });
    expect(await settled(second)).toBe(true);
  });

  it('are not given to one that has stopped waiting', async () => {
    const places = new CasePlaces({ read: 1, remembered: 1 });
    const taken = given(places.tryReserveSlot(toRead));
    const leaving = new AbortController();
    const gone = places.reserveSlot(toRead, leaving.signal);
    const next = places.reserveSlot(toRead, patient);
    leaving.abort(new Error('the worker stops'));
    await expect(gone).rejects.toThrow('the worker stops');
    places.releaseSlot({ permit: taken });
    expect(await settled(next)).toBe(true);
    places.releaseSlot({ permit: await next });
    expect(places.tryReserveSlot(toRead)).not.toBeNull();
  });
});
