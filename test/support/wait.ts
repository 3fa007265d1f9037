import { setTimeout as delay } from 'node:timers/promises';

const standardPatience = 60_000;
const pause = 20;

/**
 * Waits, `patience` milliseconds at most, until the condition gives something other than false, null or undefined, and answers it.
 * @throws Error that says what was waited for, with the last error of the condition as its cause
 */
export async function until<Result>(
  condition: () => Promise<Result> | Result,
  what: string,
  patience: number = standardPatience,
): Promise<Exclude<Result, false | null | undefined>> {
  const end = Date.now() + patience;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const result = await condition();
      if (result !== false && result !== null && result !== undefined) {
        return result as Exclude<Result, false | null | undefined>;
      }
      last = undefined;
    } catch (error) {
      last = error;
    }
    await delay(pause);
  }
  throw new Error(`waited ${patience / 1000} s in vain: ${what}`, { cause: last });
}
