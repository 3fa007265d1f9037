import type { Instant } from '#contracts/kernel';
import { addWorkingMinutes, workingMinutesBetween } from '../calendar/working-time.js';
import type { Recording } from './recording.js';
import type { KnownCase, Referral } from './state.js';

/** Emits that a referral on hold goes on; its check-in clock has the working time left that it had when it paused. */
export function resumed(recording: Recording, state: KnownCase, referral: Referral, at: Instant): void {
  const { referralId, hold, checkInBy } = referral;
  recording.emit('relais.referral.resumed.v1', {
    referralId,
    checkInBy: shifted(state, checkInBy ?? at, hold?.since ?? at, at),
  });
}

/** Emits that the service keeps a referral; the clocks that paused for the question go on. */
export function kept(recording: Recording, state: KnownCase, referral: Referral, at: Instant): void {
  const { referralId, firstContactBy, checkInBy } = referral;
  const recall = recallOf(referral);
  const { since } = recall;
  recording.emit('relais.referral.kept.v1', {
    referralId,
    ...(recall.kept === 'accepted' && firstContactBy !== null
      ? { firstContactBy: shifted(state, firstContactBy, since, at) }
      : {}),
    ...(recall.kept === 'in-progress' && checkInBy !== null ? { checkInBy: shifted(state, checkInBy, since, at) } : {}),
  });
}

/** Emits that a recall takes effect. */
export function recallNow(recording: Recording, referral: Referral, how: 'agreed' | 'unanswered'): void {
  recording.emit('relais.referral.recalled.v1', {
    referralId: referral.referralId,
    reason: recallOf(referral).reason,
    how,
  });
}

/**
 * The recall that its service has not answered yet.
 * @throws Error when nobody asked for one
 */
export function recallOf({ referralId, recall }: Referral): NonNullable<Referral['recall']> {
  if (recall === null) {
    throw new Error(`nobody asked to recall the referral ${referralId}`);
  }
  return recall;
}

/** A deadline moved on by the pause: the working time that was left at `pausedAt` is left again at `now`. */
function shifted(state: KnownCase, deadline: Instant, pausedAt: Instant, now: Instant): Instant {
  const { policy } = state;
  if (policy === null) {
    throw new Error('imported history has no clocks');
  }
  return addWorkingMinutes(now, workingMinutesBetween(pausedAt, deadline, policy.calendar), policy.calendar);
}
