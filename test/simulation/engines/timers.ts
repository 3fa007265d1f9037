// Stands in for `node:timers/promises`: pauses of Relais pass in virtual time.
import type { World } from '../world.js';

let world: World | undefined;

/** Says whose time passes. */
export function pauseIn(one: World | undefined): void {
  world = one;
}

export function setTimeout(milliseconds: number): Promise<void> {
  return new Promise((resolve) => world?.after(milliseconds, resolve));
}
