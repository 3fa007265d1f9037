import type { Deadline, ReferralView } from '#contracts/case';
import type { Referral } from '../state.js';

/** The deadline people see: the next duty of whoever has the referral, also when it has passed. */
export function deadlineOf(referral: Referral): Deadline | null {
  switch (referral.state) {
    case 'sent':
      return { kind: 'answer', at: referral.answerBy };
    case 'accepted':
      return referral.firstContactBy === null ? null : { kind: 'first-contact', at: referral.firstContactBy };
    case 'in-progress':
      return referral.checkInBy === null ? null : { kind: 'check-in', at: referral.checkInBy };
    case 'on-hold':
      return referral.hold === null ? null : { kind: 'hold-end', at: referral.hold.until };
    case 'recall-requested':
      return referral.recall === null ? null : { kind: 'recall-answer', at: referral.recall.answerBy };
    case 'declined':
    case 'recalled':
    case 'released':
    case 'expired':
    case 'closed':
      return null;
    default:
      return referral.state satisfies never;
  }
}

/** A referral as the case page shows it. */
export function referralViewOf(referral: Referral): ReferralView {
  return {
    referralId: referral.referralId,
    to: referral.to,
    from: referral.from,
    state: referral.state,
    urgency: referral.urgency,
    offerId: referral.offerId,
    parentReferralId: referral.parentReferralId,
    hop: referral.hop,
    proposesLead: referral.proposesLead,
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
