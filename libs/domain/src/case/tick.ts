import type { CaseEvent, EscalationCause } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import { laterAnswer, laterEnd, laterFollowUp } from './belated.js';
import { firstClock, type CaseClock, type Clock, type ReferralClock } from './deadlines.js';
import { endUntaken } from './dispatching.js';
import { recallNow, resumed } from './pausing.js';
import { record, type Recording } from './recording.js';
import { referralStateRules } from './referral-states.js';
import { causeOfSilence, waitOf } from './silence.js';
import type { KnownCase, Referral } from './state.js';

/**
 * Everything that clocks cause up to and including `at`, in the order in which they fire.
 * @throws Error when a clock goes on ringing after it fired
 */
export function tick(state: KnownCase, at: Instant): readonly CaseEvent[] {
  const recording = record(state.caseId, state, at, { kind: 'clock' });
  let current = state;
  for (let clock = firstClock(current); clock !== undefined && clock.at <= at; clock = firstClock(current)) {
    current = fire(recording, current, clock, at);
    if (isSame(clock, firstClock(current))) {
      throw new Error(`the clock ${clock.kind} of case ${state.caseId} fired without effect`);
    }
  }
  return recording.events;
}

function isSame(one: Clock, other: Clock | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fire(recording: Recording, state: KnownCase, clock: Clock, at: Instant): KnownCase {
  let after = state;
  const watching: Recording = { ...recording, emit: (type, data) => (after = recording.emit(type, data)) };
  if ('referralId' in clock) {
    const referral = state.referrals.find((one) => one.referralId === clock.referralId);
    if (referral !== undefined) {
      fireForReferral(watching, state, referral, clock.kind, at);
    }
  } else {
    fireForCase(watching, state, clock, at);
  }
  return after;
}

function fireForReferral(
  recording: Recording,
  state: KnownCase,
  referral: Referral,
  kind: ReferralClock['kind'],
  at: Instant,
): void {
  const { referralId } = referral;
  switch (kind) {
    case 'reminder':
      recording.emit('relais.referral.reminded.v1', { referralId, ...laterAnswer(state, referral, at) });
      return;
    case 'answer':
    case 'first-contact':
    case 'check-in':
      recording.emit('relais.referral.escalated.v1', {
        referralId,
        cause: missedBy(referral),
        ...toldAgain(state, referral),
        ...(kind === 'answer' && laterEnd(state, referral, at)),
      });
      return;
    case 'expiry':
      return endUntaken(recording, state, referral, () => recording.emit('relais.referral.expired.v1', { referralId }));
    case 'hold-end':
      return resumed(recording, state, referral, at);
    case 'recall-answer':
      return recallNow(recording, referral, 'unanswered');
    default:
      return kind satisfies never;
  }
}

/** How often the coordinators are told now, under rules by which they are told again. */
function toldAgain({ policy }: KnownCase, { told }: Referral) {
  return policy?.again === undefined ? {} : { times: (told?.times ?? 0) + 1 };
}

function missedBy({ state, referralId }: Referral): EscalationCause {
  const cause = referralStateRules[state].duty?.missed ?? null;
  if (cause === null) {
    throw new Error(`nobody is told that the referral ${referralId}, which is ${state}, is late`);
  }
  return cause;
}

function fireForCase(recording: Recording, state: KnownCase, clock: CaseClock, at: Instant): void {
  switch (clock.kind) {
    case 'lead-reminder':
      recording.emit('relais.case.lead-reminded.v1', {});
      return;
    case 'silence': {
      const wait = waitOf(state);
      if (wait !== undefined) {
        recording.emit('relais.case.escalated.v1', { cause: causeOfSilence[wait.duty], times: wait.told + 1 });
      }
      return;
    }
    case 'follow-up':
      recording.emit('relais.case.follow-up-due.v1', { month: clock.month, ...laterFollowUp(state, clock, at) });
      return;
    case 'follow-up-missed':
      recording.emit('relais.case.follow-up-missed.v1', { month: clock.month });
      return;
    case 'lead-answer':
      recording.emit('relais.case.lead-offer-lapsed.v1', { referralId: clock.offeredTo });
      return;
    case 'retention':
      recording.emit('relais.case.retention-ended.v1', {});
      return;
    default:
      return clock satisfies never;
  }
}
