import type { SignInMode } from '#runtime';

/** How people may sign in at this installation. */
export class SignInWays {
  constructor(private readonly ways: readonly SignInMode[]) {}

  has(way: SignInMode): boolean {
    return this.ways.includes(way);
  }
}
