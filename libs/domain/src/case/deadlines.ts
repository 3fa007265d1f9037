import type { ReferralState } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import { addWorkingMinutes } from '../calendar/working-time.js';
import { referralStateRules } from './referral-states.js';
import { waitOf } from './silence.js';
import type { CaseState, KnownCase, Referral } from './state.js';

type Duty = NonNullable<(typeof referralStateRules)[ReferralState]['duty']>;

/** A clock of one referral: what happens at `at`. */
export type ReferralClock = {
  readonly kind: 'reminder' | Duty['clock'] | 'expiry';
  readonly at: Instant;
  readonly referralId: string;
};

/** A clock of the case as a whole. */
export type CaseClock =
  | { readonly kind: 'follow-up' | 'follow-up-missed'; readonly at: Instant; readonly month: number }
  | { readonly kind: 'lead-reminder' | 'silence'; readonly at: Instant }
  | { readonly kind: 'lead-answer'; readonly at: Instant; readonly offeredTo: string }
  | { readonly kind: 'retention'; readonly at: Instant };

/** One clock that runs. */
export type Clock = ReferralClock | CaseClock;

/** All clocks that run, in no order. */
export function clocksOf(state: CaseState): Clock[] {
  if (state.phase === 'unopened' || state.phase === 'ended' || state.imported) {
    return [];
  }
  return [...state.referrals.flatMap((one) => clocksOfReferral(state, one)), ...clocksOfCase(state)];
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

/** When the coordinators are told again of a referral that they were told of; null where they are told once, or it ends by itself. */
function againAt({ policy }: KnownCase, { told, state }: Referral): Instant | null {
  return policy?.again === undefined || told === undefined || referralStateRules[state].phase === 'asked'
    ? null
    : addWorkingMinutes(told.at, policy.again, policy.calendar);
}

function clocksOfReferral(state: KnownCase, referral: Referral): ReferralClock[] {
  const { referralId, reminded, remindAt, expiresAt } = referral;
  const { phase, duty } = referralStateRules[referral.state];
  const at = duty?.by(referral) ?? null;
  const ringsAt = duty?.missed === null || duty?.missed !== referral.escalated ? at : againAt(state, referral);
  const own: ReferralClock[] = duty === null || ringsAt === null ? [] : [{ kind: duty.clock, at: ringsAt, referralId }];
  if (phase !== 'asked') {
    return own;
  }
  return [
    ...(reminded ? [] : [{ kind: 'reminder', at: remindAt, referralId } as const]),
    ...own,
    { kind: 'expiry', at: expiresAt, referralId },
  ];
}

function clocksOfCase(state: KnownCase): CaseClock[] {
  const followUps = state.followUps.flatMap((one): CaseClock[] => {
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
  const wait = waitOf(state);
  const silence: CaseClock[] = [
    ...(wait?.remindAt == null ? [] : [{ kind: 'lead-reminder', at: wait.remindAt } as const]),
    ...(wait?.tellAt == null ? [] : [{ kind: 'silence', at: wait.tellAt } as const]),
  ];
  const { leadOffer } = state;
  const offered: CaseClock[] =
    leadOffer === undefined ? [] : [{ kind: 'lead-answer', at: leadOffer.answerBy, offeredTo: leadOffer.referralId }];
  const end = state.closed?.retentionEndsAt;
  const ends: CaseClock[] = end === null || end === undefined ? [] : [{ kind: 'retention', at: end }];
  return [...silence, ...followUps, ...offered, ...ends];
}
