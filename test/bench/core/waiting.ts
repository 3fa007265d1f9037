import { setTimeout as delay } from 'node:timers/promises';

const pause = 10;

/** Waits until the condition holds, looking often, for what is measured; `patience` in milliseconds. */
export async function waitFor(
  condition: () => Promise<boolean> | boolean,
  what: string,
  patience = 300_000,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(`waited ${patience / 1000} s in vain: ${what}`);
    }
    await delay(pause);
  }
}
