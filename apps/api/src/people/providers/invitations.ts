import type { Account } from '#persistence/people';
import { Problem } from '../../kernel/problems/problem.js';

/** Invitations, as far as whoever accepts one with an account needs them. */
export abstract class Invitations {
  /**
   * Accepts the invitation whose secret has this SHA-256, with an account that is linked to whoever accepts it; answers who that is.
   * @throws Problem when the invitation is over, or the account is another person's
   */
  abstract acceptWith(secretHash: Buffer, account: Account): Promise<string>;
}

/** Stands where nobody can be invited. */
export class NoInvitations extends Invitations {
  acceptWith(): Promise<string> {
    return Promise.reject(new Problem('flow-over'));
  }
}
