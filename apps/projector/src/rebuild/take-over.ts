import { setTimeout as delay } from 'node:timers/promises';
import type { TopicWatch } from '#messaging';
import { stopProjection, takeOver, type Database } from '#persistence/kernel';
import type { Gate } from './gate.js';
import type { NextProjection } from './next-projection.js';
import { endsOf, missing, positionsIn } from './progress.js';

const pause = 10;
const firstStandstill = 1_000;
/** Below the time after which Kafka would give a silent projector's partitions to another. */
const longestStandstill = 5_000;
/** How long the serving projection goes on before the next one is compared with it again. */
const breath = 500;

type Change = {
  readonly database: Database;
  readonly next: NextProjection;
  readonly gate: Gate;
  readonly watch: TopicWatch;
  readonly topics: readonly string[];
  /** Throws when the rebuild cannot go on. */
  readonly check: () => void;
};

/**
 * Puts the next projection in the place of the serving one as soon as it has caught up. When it no longer gains on its own the
 * serving one stands still, for one second at first and five at most; what the next one misses can only become less then. If
 * that was too short it goes on and stands still again, longer: so the next one gains in every round, however fast records come.
 */
export async function changeOver(change: Change): Promise<void> {
  for (let standstill = firstStandstill; ; standstill = Math.min(2 * standstill, longestStandstill)) {
    await untilNear(change);
    // What can be written before costs no standstill.
    await change.next.settle();
    if (await tryToChange(change, standstill)) {
      return;
    }
  }
}

/** Waits as long as the next projection gains on its own. */
async function untilNear({ database, next, topics, watch, check }: Change): Promise<void> {
  for (let before = Infinity; ; await delay(breath)) {
    check();
    const serving = await positionsIn(database, 'projection', topics);
    const now = missing(serving, await next.positions(), await endsOf(watch, topics));
    if (now === 0 || now > before * 0.9) {
      return;
    }
    before = now;
  }
}

async function tryToChange(change: Change, standstill: number): Promise<boolean> {
  const { database, next, gate } = change;
  return database.transaction(async (sql) => {
    await stopProjection(sql);
    const end = Date.now() + standstill;
    const { topics, watch } = change;
    const serving = await positionsIn(sql, 'projection', topics);
    const ends = await endsOf(watch, topics);
    while (missing(serving, await next.positions(), ends) > 0) {
      change.check();
      if (Date.now() > end) {
        return false;
      }
      await delay(pause);
    }
    await gate.close();
    await next.settle();
    await takeOver(sql);
    return true;
  });
}
