import type { Instant } from '#contracts/kernel';
import { referralStateRules } from './referral-states.js';
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
  const { referralId, reminded, remindAt, expiresAt } = referral;
  const { phase, duty } = referralStateRules[referral.state];
  const at = duty?.by(referral) ?? null;
  const isRunning = duty !== null && at !== null && (duty.missed === null || duty.missed !== referral.escalated);
  const own: Clock[] = isRunning ? [{ kind: duty.clock, at, referralId }] : [];
  if (phase !== 'asked') {
    return own;
  }
  return [
    ...(reminded ? [] : [{ kind: 'reminder', at: remindAt, referralId } as const]),
    ...own,
    { kind: 'expiry', at: expiresAt, referralId },
  ];
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
