import type { ReferralView } from '#contracts/case';

/** Referrals in reading order: as sent, what was handed on right below what it came from. */
export function inChains(referrals: readonly ReferralView[]): readonly ReferralView[] {
  const bySending = [...referrals].sort((a, b) => a.sentAt.localeCompare(b.sentAt));
  const from = (parent: string | null): ReferralView[] =>
    bySending.filter((one) => one.parentReferralId === parent).flatMap((one) => [one, ...from(one.referralId)]);
  return from(null);
}
