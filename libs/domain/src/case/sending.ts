import type { Party, Target } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import { addWorkingMinutes } from '../calendar/working-time.js';
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

/** Why these services cannot be asked, undefined when they can. `leaving` is the referral that is handed on. */
export function sendingRefusal(state: KnownCase, sending: Sending, leaving?: Referral): Refusal | undefined {
  const { targets } = sending;
  const { consent } = state;
  if (consent === null) {
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
    if (!consent.professions.includes(service.profession)) {
      return { code: 'no-consent', field: 'serviceIds', params: { profession: service.profession } };
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
  const { policy } = state;
  if (policy === null) {
    throw new Error('imported history cannot be referred');
  }
  const { urgency } = state.facts;
  const minutes = policy.answer[urgency];
  const within = (share: number) => addWorkingMinutes(at, minutes * share, policy.calendar);
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
      remindAt: within(0.5),
      answerBy: within(1),
      expiresAt: within(2),
    });
  }
}
