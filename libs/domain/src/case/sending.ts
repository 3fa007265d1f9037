import type { Party, ServiceRef, Target } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import { answerTimes } from './answer-times.js';
import type { Recording } from './recording.js';
import { isActive, isKnown, type KnownCase, type Referral } from './state.js';

/** One case never has more referrals than this; a longer story is two cases. */
export const mostReferrals = 200;

type Sending = {
  readonly targets: readonly Target[];
  readonly mode: 'each' | 'offer';
  readonly proposesLead?: boolean;
  readonly messageNoteId?: string | undefined;
};

/** Why nobody of a profession is asked or helps, undefined when the entrepreneur agrees to it. */
export function consentRefusal({ consent }: KnownCase, { profession }: ServiceRef): Refusal | undefined {
  return consent?.professions.includes(profession) === true
    ? undefined
    : { code: 'no-consent', params: { profession } };
}

/** Why these services cannot be asked, undefined when they can. `leaving` is the referral that is handed on. */
export function sendingRefusal(state: KnownCase, sending: Sending, leaving?: Referral): Refusal | undefined {
  const { targets } = sending;
  if (state.consent === null) {
    return { code: 'consent-withdrawn' };
  }
  if (new Set(targets.map((one) => one.service.serviceId)).size < targets.length) {
    return { code: 'same-target-twice', field: 'serviceIds' };
  }
  if (sending.proposesLead === true && targets.length > 1) {
    return { code: 'lead-needs-one', field: 'proposesLead' };
  }
  if (state.referrals.length + targets.length > mostReferrals) {
    return { code: 'too-large', params: { count: state.referrals.length } };
  }
  // A key that is used again after the case has forgotten it.
  if (targets.some(({ referralId }) => isKnown(state, referralId))) {
    return { code: 'key-reused' };
  }
  for (const { service } of targets) {
    const unagreed = consentRefusal(state, service);
    if (unagreed !== undefined) {
      return { ...unagreed, field: 'serviceIds' };
    }
    const busy = state.referrals.some(
      (one) => one !== leaving && isActive(one) && one.to.serviceId === service.serviceId,
    );
    if (busy || leaving?.to.serviceId === service.serviceId) {
      return { code: 'already-asked', field: 'serviceIds', params: { serviceId: service.serviceId } };
    }
  }
  return undefined;
}

/** Whether a service that says yes leads the case; not once another, which helped already, has agreed to since. */
export function proposesLead({ leadAgreedAt }: KnownCase, referral: Referral): boolean {
  return referral.proposesLead && !(leadAgreedAt !== undefined && leadAgreedAt >= referral.sentAt);
}

/**
 * The clocks of what is asked of a case at an instant.
 * @throws Error for imported history, which asks nobody
 */
export function answerClocks({ policy, facts }: KnownCase, at: Instant): ReturnType<typeof answerTimes> {
  if (policy === null) {
    throw new Error('imported history cannot be referred');
  }
  return answerTimes(policy, facts.urgency, at);
}

/** Emits one referral per service; the answer clocks start. */
export function send(
  recording: Recording,
  state: KnownCase,
  at: Instant,
  from: Party,
  sending: Sending,
  parent?: Referral,
): void {
  const { targets, mode, proposesLead = false, messageNoteId } = sending;
  const { urgency } = state.facts;
  const [first] = targets;
  for (const { referralId, service } of targets) {
    recording.emit('relais.referral.sent.v1', {
      referralId,
      to: service,
      from,
      urgency,
      offerId: mode === 'offer' && targets.length > 1 ? (first?.referralId ?? null) : null,
      parentReferralId: parent?.referralId ?? null,
      hop: parent === undefined ? 0 : parent.hop + 1,
      proposesLead,
      ...(messageNoteId === undefined ? {} : { messageNoteId }),
      ...answerClocks(state, at),
    });
  }
}
