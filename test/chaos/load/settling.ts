import { setTimeout as delay } from 'node:timers/promises';
import { pickOne, type Random } from '../../../scripts/demo/random.js';
import type { Caller } from './caller.js';
import { sendOnce, type Sending } from './giving.js';
import { outcomeOf, type Asked } from './ledger.js';

const atOnce = 8;
const mostTries = 12;
const pause = 500;

/** Of how many commands whose answer is known it is asked once more at the end. */
export type Sample = { readonly accepted: number; readonly refused: number };

const standardSample: Sample = { accepted: 120, refused: 60 };

/**
 * Asks again, under the same key, for everything of which it is not known what became of it, and for a sample of the rest.
 * What the case may have forgotten is left alone.
 */
export async function settleAll(
  random: Random,
  sending: Sending,
  callerOf: (id: string) => Caller,
  sample: Sample = standardSample,
): Promise<void> {
  const remembered = sending.book.all().filter((asked) => asked.tries.length > 0 && sending.book.isRemembered(asked));
  const by = (outcome: ReturnType<typeof outcomeOf>) => remembered.filter((asked) => outcomeOf(asked) === outcome);
  const queue = [
    ...by('unknown'),
    ...sampleOf(random, by('accepted'), sample.accepted),
    ...sampleOf(random, by('refused'), sample.refused),
  ];
  const work = async () => {
    for (let asked = queue.pop(); asked !== undefined && !sending.signal.aborted; asked = queue.pop()) {
      await insist(sending, callerOf(asked.personId), asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function insist(sending: Sending, caller: Caller, asked: Asked): Promise<void> {
  for (let count = 1; count <= mostTries && !sending.signal.aborted; count++) {
    const { told } = await sendOnce(sending, caller, asked, true);
    if (told.outcome !== 'unknown') {
      return;
    }
    await delay(pause);
  }
}

function sampleOf(random: Random, all: readonly Asked[], size: number): Asked[] {
  return all.length <= size ? [...all] : Array.from({ length: size }, () => pickOne(random, all));
}
