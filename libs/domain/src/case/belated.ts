import type { Instant } from '#contracts/kernel';
import { addDays, addWorkingMinutes, workingMinutesBetween } from '../calendar/working-time.js';
import type { KnownCase, Referral } from './state.js';

/** A clock that rings so many working minutes after its time rings late; what comes after it keeps its distance then. */
const tolerance = 5;

type Clocks = { readonly answerBy?: Instant; readonly expiresAt?: Instant };

/** Whether a clock rings late, under rules by which what comes after it keeps its distance. */
function calendarOfLate({ policy }: KnownCase, due: Instant, at: Instant) {
  return policy?.again !== undefined && workingMinutesBetween(due, at, policy.calendar) > tolerance
    ? policy.calendar
    : undefined;
}

/** When the answer is due and when it is given up, after a reminder that comes late; nothing when it comes in time. */
export function laterAnswer(state: KnownCase, { remindAt, answerBy, expiresAt }: Referral, at: Instant): Clocks {
  const calendar = calendarOfLate(state, remindAt, at);
  if (calendar === undefined) {
    return {};
  }
  const answer = addWorkingMinutes(at, workingMinutesBetween(remindAt, answerBy, calendar), calendar);
  const left = workingMinutesBetween(answerBy, expiresAt, calendar);
  return { answerBy: answer, expiresAt: addWorkingMinutes(answer, left, calendar) };
}

/** When a request is given up of which the coordinators are told late; nothing when they are told in time. */
export function laterEnd(state: KnownCase, { answerBy, expiresAt }: Referral, at: Instant): Clocks {
  const calendar = calendarOfLate(state, answerBy, at);
  return calendar === undefined
    ? {}
    : { expiresAt: addWorkingMinutes(at, workingMinutesBetween(answerBy, expiresAt, calendar), calendar) };
}

/** Until when a follow-up can be answered that is asked late; nothing when it is asked in time. */
export function laterFollowUp(state: KnownCase, clock: { readonly at: Instant }, at: Instant): { missedAt?: Instant } {
  return state.policy === null || calendarOfLate(state, clock.at, at) === undefined
    ? {}
    : { missedAt: addDays(at, state.policy.followUpWindowDays) };
}
