import type { Recording } from './recording.js';
import { activeReferrals, type KnownCase, type Referral } from './state.js';

/** Ends a referral nobody took, and puts the case into the dispatch queue when nobody else is on it. */
export function endUntaken(recording: Recording, state: KnownCase, referral: Referral, end: () => KnownCase): void {
  const after = end();
  const reason =
    after.referrals.find((one) => one.referralId === referral.referralId)?.state === 'expired' ? 'expired' : 'declined';
  if (activeReferrals(after).length === 0 && state.phase === 'open') {
    recording.emit('relais.case.queued-for-dispatch.v1', { reason, referralId: referral.referralId });
  }
}
