import type { CaseStatus, Turn } from '#contracts/case';
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
  const active = activeReferrals(state).map(turnOf);
  return active.length > 0 ? active : [{ serviceId: lead, duty: 'decide', by: null }];
}

function turnOf(referral: Referral): Turn {
  const whose = { serviceId: referral.to.serviceId, referralId: referral.referralId };
  switch (referral.state) {
    case 'accepted':
      return { ...whose, duty: 'first-contact', by: referral.firstContactBy };
    case 'in-progress':
      return { ...whose, duty: 'progress', by: referral.checkInBy };
    case 'on-hold':
      return { ...whose, duty: 'resume', by: referral.hold?.until ?? null };
    case 'recall-requested':
      return { ...whose, duty: 'answer-recall', by: referral.recall?.answerBy ?? null };
    default:
      return { ...whose, duty: 'answer', by: referral.answerBy };
  }
}
