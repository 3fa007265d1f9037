import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import { answeredAt } from './answer.js';
import { undoMinutes } from './limits.js';
import type { Recording } from './recording.js';
import { activeReferrals, type KnownCase, type Referral } from './state.js';

const minute = 60_000;
const tooLate: Refusal = { code: 'undo-too-late', params: { minutes: undoMinutes } };

/** Why the answer of a referral can be undone no more because of what followed; undefined when nothing did. */
export function followed(state: KnownCase, referral: Referral): Refusal | undefined {
  const { referralId, spans, endedAt, to } = referral;
  if (state.phase !== 'open') {
    return tooLate;
  }
  if (endedAt === null) {
    // Asked back in between, or leading the case: others have taken note of it.
    const leads = state.lead?.serviceId === to.serviceId;
    return spans.length > 2 || leads ? tooLate : undefined;
  }
  const others = state.referrals.some((one) => one.sentAt >= endedAt);
  const waits = activeReferrals(state).length > 0 || state.dispatch?.referralId === referralId;
  return others || !waits ? tooLate : undefined;
}

/** Until when an answer can be undone by the clock alone; null when none was given. */
export function undoUntil({
  spans,
  expiresAt,
}: Pick<Referral, 'spans'> & { readonly expiresAt: Instant | null }): Instant | null {
  const at = answeredAt({ spans });
  if (at === null) {
    return null;
  }
  const end = new Date(Date.parse(at) + undoMinutes * minute).toISOString();
  return expiresAt === null || end < expiresAt ? end : expiresAt;
}

/** Why it is too late by the clock. */
export function undoneTooLate(referral: Referral, at: Instant): Refusal | undefined {
  const until = undoUntil(referral);
  return until === null || at >= until ? tooLate : undefined;
}

/** Emits that an answer is undone, and that the services which it released are asked again. */
export function undoAnswer(recording: Recording, state: KnownCase, referral: Referral): void {
  const { referralId, offerId } = referral;
  const at = answeredAt(referral);
  const released = state.referrals.filter(
    (one) => one.state === 'released' && offerId !== null && one.offerId === offerId && one.endedAt === at,
  );
  const back = referral.state === 'accepted' ? [referral, ...released] : [referral];
  for (const one of back) {
    recording.emit('relais.referral.answer-undone.v1', { referralId: one.referralId, answered: referralId });
  }
}
