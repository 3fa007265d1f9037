import type { Deadline, ReferralView } from '#contracts/case';
import { referralStateRules } from '../referral-states.js';
import { proposesLead } from '../sending.js';
import type { KnownCase, Referral } from '../state.js';

/** The deadline people see: the next duty of whoever has the referral, also when it has passed. */
export function deadlineOf(referral: Referral): Deadline | null {
  const { duty } = referralStateRules[referral.state];
  const at = duty?.by(referral) ?? null;
  return duty === null || at === null ? null : { kind: duty.clock, at };
}

/** A referral as the case page shows it. */
export function referralViewOf(state: KnownCase, referral: Referral): ReferralView {
  return {
    referralId: referral.referralId,
    to: referral.to,
    from: referral.from,
    state: referral.state,
    urgency: referral.urgency,
    offerId: referral.offerId,
    parentReferralId: referral.parentReferralId,
    hop: referral.hop,
    proposesLead: proposesLead(state, referral),
    sentAt: referral.sentAt,
    endedAt: referral.endedAt,
    outcome: referral.outcome,
    declined: referral.declined,
    messageNoteId: referral.messageNoteId,
    deadline: deadlineOf(referral),
    expiresAt: referral.state === 'sent' ? referral.expiresAt : null,
    escalated: referral.escalated !== null,
    spans: [...referral.spans],
  };
}
