import type { Instant } from '#contracts/kernel';

/** Until when somebody who asked to be erased is to be answered: one month, the last day of a shorter one (GDPR, article 12(3)). */
export function erasureAnswerBy(askedAt: Instant): Instant {
  const asked = new Date(askedAt);
  const by = new Date(asked);
  by.setUTCMonth(asked.getUTCMonth() + 1);
  if (by.getUTCDate() !== asked.getUTCDate()) {
    by.setUTCDate(0);
  }
  return by.toISOString();
}
