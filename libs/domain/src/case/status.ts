import type { CaseStatus, Turn } from '#contracts/case';
import { referralStateRules } from './referral-states.js';
import { waitOf } from './silence.js';
import { activeReferrals, isHelping, type KnownCase, type Referral } from './state.js';

/** Status of a case, derived from what its referrals are. */
export function statusOf(state: KnownCase): CaseStatus {
  if (state.phase !== 'open') {
    return 'closed';
  }
  if (state.dispatch !== null) {
    return 'in-dispatch';
  }
  if (state.referrals.some(isHelping)) {
    return 'in-help';
  }
  return activeReferrals(state).length > 0 ? 'seeking-help' : 'awaiting-lead';
}

/** Everybody whose turn it is; never empty while the case is open. */
export function turnsOf(state: KnownCase): Turn[] {
  if (state.phase === 'ended') {
    return [];
  }
  const lead = state.lead?.serviceId ?? null;
  if (state.phase === 'closed') {
    return state.followUps
      .filter((one) => one.state === 'due')
      .map((one) => ({ serviceId: lead, duty: 'follow-up', by: one.missedAt }));
  }
  const wait = waitOf(state);
  return wait === undefined
    ? state.referrals.flatMap(turnsOfReferral)
    : [{ serviceId: wait.duty === 'dispatch' ? null : lead, duty: wait.duty, by: wait.by }];
}

function turnsOfReferral(referral: Referral): Turn[] {
  const { duty } = referralStateRules[referral.state];
  const { to, referralId } = referral;
  return duty === null ? [] : [{ serviceId: to.serviceId, referralId, duty: duty.does, by: duty.by(referral) }];
}
