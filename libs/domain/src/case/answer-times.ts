import type { Policy, Urgency } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import { addWorkingMinutes } from '../calendar/working-time.js';

/** Until when what is asked at an instant waits: when it is reminded of, due and given up, by the working time that its urgency leaves. */
export function answerTimes({ calendar, answer }: Pick<Policy, 'calendar' | 'answer'>, urgency: Urgency, at: Instant) {
  const after = (share: number) => addWorkingMinutes(at, answer[urgency] * share, calendar);
  return { remindAt: after(0.5), answerBy: after(1), expiresAt: after(2) };
}
