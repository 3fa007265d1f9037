import { setTimeout as delay } from 'node:timers/promises';

const standardPatience = 60_000;
const shortestPause = 20;
const longestPause = 100;
/** A look and its pause that take longer than this say more of the machine than of what is waited for. */
const countedAtMost = 50;

/**
 * Waits until the condition gives something other than false, null or undefined, and answers it; `patience`
 * milliseconds at most, of which each look counts for 50 at most: on a machine that is busy one waits longer.
 * @throws Error that says what was waited for, with the last error of the condition as its cause
 */
export async function until<Result>(
  condition: () => Promise<Result> | Result,
  what: string,
  patience: number = standardPatience,
): Promise<Exclude<Result, false | null | undefined>> {
  let last: unknown;
  for (let waited = 0, from = Date.now(); waited < patience;) {
    try {
      const result = await condition();
      if (result !== false && result !== null && result !== undefined) {
        return result as Exclude<Result, false | null | undefined>;
      }
      last = undefined;
    } catch (error) {
      last = error;
    }
    // Who has waited long looks less often, and misses no more than a twentieth of the time.
    await delay(Math.min(Math.max(waited / 20, shortestPause), longestPause));
    const now = Date.now();
    waited += Math.min(now - from, countedAtMost);
    from = now;
  }
  throw new Error(`waited ${patience / 1000} s in vain: ${what}`, { cause: last });
}

/**
 * Waits for work of a known amount however long the machine takes for it; only that nothing moves any more is a failure.
 * @param progress a number that grows as the work goes on
 */
export async function whileItMoves<Result>(
  work: Promise<Result>,
  progress: () => number,
  what: string,
): Promise<Result> {
  const end = new AbortController();
  const hasEnded = () => end.signal.aborted;
  const watch = async (): Promise<Result> => {
    while (!hasEnded()) {
      const before = progress();
      await until(() => hasEnded() || progress() !== before, what);
      await delay(shortestPause);
    }
    return work;
  };
  return Promise.race([work.finally(() => end.abort()), watch()]);
}
