import type { CaseStatus, Turn } from '#contracts/case';
import { referralStateRules } from './referral-states.js';
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
  if (state.dispatch !== null) {
    return [{ serviceId: null, duty: 'dispatch', by: null }];
  }
  const active = state.referrals.flatMap(turnsOfReferral);
  return active.length > 0 ? active : [{ serviceId: lead, duty: 'decide', by: null }];
}

function turnsOfReferral(referral: Referral): Turn[] {
  const { duty } = referralStateRules[referral.state];
  const { to, referralId } = referral;
  return duty === null ? [] : [{ serviceId: to.serviceId, referralId, duty: duty.does, by: duty.by(referral) }];
}
