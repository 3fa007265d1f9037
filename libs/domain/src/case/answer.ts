import type { Answer } from '#contracts/case/codes';
import type { Instant } from '#contracts/kernel';
import type { Referral } from './state.js';

/** What a service answered, also when it was asked back later; null while it has not, and when nobody wants to know any more. */
export function answeredWith({ declined, state, firstContactBy }: Referral): Answer | null {
  if (declined !== null) {
    return declined.reason;
  }
  // The clock to the first contact is set by accepting and by nothing else.
  return state === 'expired' ? 'expired' : firstContactBy === null ? null : 'accepted';
}

/** When it was no longer merely sent; the first stretch is never forgotten. */
export function answeredAt({ spans }: Pick<Referral, 'spans'>): Instant | null {
  return spans[0]?.until ?? null;
}
