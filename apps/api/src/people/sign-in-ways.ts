import type { SignInMode } from '#runtime';
import { Problem } from '../kernel/problems/problem.js';

/** How people may sign in at this installation. */
export class SignInWays {
  constructor(private readonly ways: readonly SignInMode[]) {}

  has(way: SignInMode): boolean {
    return this.ways.includes(way);
  }

  /** @throws Problem `not-found` when nobody signs in in this way here */
  require(way: SignInMode): void {
    if (!this.has(way)) {
      throw new Problem('not-found');
    }
  }
}
