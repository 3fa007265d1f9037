import type { Instant } from '#contracts/kernel';
import type { CaseState, KnownCase, Referral } from './state.js';

/** One clock that runs: what happens at `at`. */
export type Clock = {
  readonly kind:
    | 'reminder'
    | 'answer'
    | 'expiry'
    | 'first-contact'
    | 'check-in'
    | 'hold-end'
    | 'recall-answer'
    | 'follow-up'
    | 'follow-up-missed'
    | 'retention';
  readonly at: Instant;
  readonly referralId?: string;
  readonly month?: number;
};

/** All clocks that run, in no order. */
export function clocksOf(state: CaseState): Clock[] {
  if (state.phase === 'unopened' || state.phase === 'ended' || state.imported) {
    return [];
  }
  return [...state.referrals.flatMap(clocksOfReferral), ...clocksOfCase(state)];
}

/** The next instant at which a clock fires, null when none runs. */
export function nextDeadline(state: CaseState): Instant | null {
  return firstClock(state)?.at ?? null;
}

/** The clock that fires next; of several at the same instant the one listed first. */
export function firstClock(state: CaseState): Clock | undefined {
  return clocksOf(state).reduce<Clock | undefined>(
    (first, clock) => (first === undefined || clock.at < first.at ? clock : first),
    undefined,
  );
}

function clocksOfReferral(referral: Referral): Clock[] {
  const { referralId, escalated } = referral;
  switch (referral.state) {
    case 'sent':
      return [
        ...(referral.reminded ? [] : [{ kind: 'reminder', at: referral.remindAt, referralId } as const]),
        ...(escalated === 'no-answer' ? [] : [{ kind: 'answer', at: referral.answerBy, referralId } as const]),
        { kind: 'expiry', at: referral.expiresAt, referralId },
      ];
    case 'accepted':
      return escalated === 'no-first-contact' || referral.firstContactBy === null
        ? []
        : [{ kind: 'first-contact', at: referral.firstContactBy, referralId }];
    case 'in-progress':
      return escalated === 'no-check-in' || referral.checkInBy === null
        ? []
        : [{ kind: 'check-in', at: referral.checkInBy, referralId }];
    case 'on-hold':
      return referral.hold === null ? [] : [{ kind: 'hold-end', at: referral.hold.until, referralId }];
    case 'recall-requested':
      return referral.recall === null ? [] : [{ kind: 'recall-answer', at: referral.recall.answerBy, referralId }];
    case 'declined':
    case 'recalled':
    case 'released':
    case 'expired':
    case 'closed':
      return [];
    default:
      return referral.state satisfies never;
  }
}

function clocksOfCase(state: KnownCase): Clock[] {
  const followUps = state.followUps.flatMap((one): Clock[] => {
    switch (one.state) {
      case 'planned':
        return [{ kind: 'follow-up', at: one.dueAt, month: one.month }];
      case 'due':
        return [{ kind: 'follow-up-missed', at: one.missedAt, month: one.month }];
      case 'recorded':
      case 'missed':
        return [];
      default:
        return one.state satisfies never;
    }
  });
  const end = state.closed?.retentionEndsAt;
  return end === null || end === undefined ? followUps : [...followUps, { kind: 'retention', at: end }];
}
