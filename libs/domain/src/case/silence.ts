import type { EscalationCause } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import { addWorkingMinutes } from '../calendar/working-time.js';
import { activeReferrals, type KnownCase } from './state.js';

/** Whom the case as a whole waits for: its lead, who decides how it goes on, or the coordinators, who are to find somebody. */
export type Wait = {
  readonly duty: 'decide' | 'dispatch';
  readonly since: Instant;
  /** When half of the time is over and the lead is reminded; null when it was, or nobody leads. */
  readonly remindAt: Instant | null;
  /** Until when it should have happened; null under rules that give no time. */
  readonly by: Instant | null;
  /** When the coordinators are told next. */
  readonly tellAt: Instant | null;
  /** How often they were told already. */
  readonly told: number;
};

/** What the coordinators are told of each. */
export const causeOfSilence: Readonly<Record<Wait['duty'], EscalationCause>> = {
  decide: 'no-decision',
  dispatch: 'not-dispatched',
};

/** Whom the case as a whole waits for; undefined while a service is asked or helps, and once it is closed. */
export function waitOf(state: KnownCase): Wait | undefined {
  if (state.phase !== 'open' || (state.dispatch === null && activeReferrals(state).length > 0)) {
    return undefined;
  }
  const { dispatch, policy, facts, actedAt, quietSince, lead } = state;
  const duty = dispatch === null ? 'decide' : 'dispatch';
  // Who wrote or corrected something is at it.
  const since = dispatch?.since ?? (actedAt !== undefined && actedAt > quietSince ? actedAt : quietSince);
  const silence = state.silence?.since === since ? state.silence : undefined;
  const told = silence?.told ?? 0;
  const period = policy?.[duty]?.[facts.urgency];
  if (policy === null || period === undefined) {
    return { duty, since, remindAt: null, by: null, tellAt: null, told };
  }
  const after = (from: Instant, minutes: number) => addWorkingMinutes(from, minutes, policy.calendar);
  const due = after(since, period);
  // Reminded too late, they have the other half all the same.
  const half = silence?.remindedAt === undefined ? due : after(silence.remindedAt, period / 2);
  const by = half > due ? half : due;
  const { again } = policy;
  return {
    duty,
    since,
    remindAt: duty === 'decide' && lead !== null && silence === undefined ? after(since, period / 2) : null,
    by,
    tellAt: silence?.toldAt === undefined ? by : again === undefined ? null : after(silence.toldAt, again),
    told,
  };
}
