import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import { answeredAt } from './answer.js';
import { undoMinutes } from './limits.js';
import type { Recording } from './recording.js';
import { consentRefusal } from './sending.js';
import { activeReferrals, type KnownCase, type Referral } from './state.js';

const minute = 60_000;
const tooLate: Refusal = { code: 'undo-too-late', params: { minutes: undoMinutes } };

/** Whether two referrals are the same or belong to one offer. */
function isOneAsking(one: Referral, other: Referral): boolean {
  return one.referralId === other.referralId || (one.offerId !== null && one.offerId === other.offerId);
}

/** Whether a case waits for the coordinators because of a referral, or of another of its offer. */
export function awaitsDispatch({ dispatch, referrals }: KnownCase, referral: Referral): boolean {
  const waiting = referrals.find(({ referralId }) => referralId === dispatch?.referralId);
  return waiting !== undefined && isOneAsking(waiting, referral);
}

/** Why the answer of a referral can be undone no more because of what followed; undefined when nothing did. */
export function followed(state: KnownCase, referral: Referral): Refusal | undefined {
  const { spans, endedAt, to } = referral;
  const at = answeredAt(referral);
  if (state.phase !== 'open' || at === null) {
    return tooLate;
  }
  const others = state.referrals.filter((one) => one !== referral);
  if (endedAt === null) {
    // Asked back in between, leading the case, or others called back because of it: somebody has taken note.
    const leads = state.lead?.serviceId === to.serviceId;
    const calledBack = others.some((one) => one.state === 'recalled' && one.endedAt !== null && one.endedAt >= at);
    return spans.length > 2 || leads || calledBack ? tooLate : undefined;
  }
  const isSent = others.some((one) => one.sentAt >= endedAt);
  const isTaken = others.some(
    (one) => isOneAsking(one, referral) && one.spans.some(({ state }) => state === 'accepted'),
  );
  const waits = activeReferrals(state).length > 0 || awaitsDispatch(state, referral);
  return isSent || isTaken || !waits ? tooLate : consentRefusal(state, to);
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

/**
 * Emits that an answer is undone, and that the services which it released are asked again: those to which the entrepreneur still agrees, and
 * which were not asked anew since.
 */
export function undoAnswer(recording: Recording, state: KnownCase, referral: Referral): void {
  const { referralId } = referral;
  const at = answeredAt(referral);
  const isAskedAnew = ({ to }: Referral) => activeReferrals(state).some((one) => one.to.serviceId === to.serviceId);
  const released = state.referrals.filter(
    (one) =>
      one.state === 'released' &&
      isOneAsking(one, referral) &&
      one.endedAt === at &&
      !isAskedAnew(one) &&
      consentRefusal(state, one.to) === undefined,
  );
  const back = referral.state === 'accepted' ? [referral, ...released] : [referral];
  for (const one of back) {
    recording.emit('relais.referral.answer-undone.v1', { referralId: one.referralId, answered: referralId });
  }
}
