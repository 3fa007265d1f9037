import type { CaseFacts } from '#contracts/case';
import type { KnownCase, Referral, SendingFacts } from './state.js';

/** Facts of a case when a referral was sent; of imported history there is only one telling. */
export function factsAtSending({ facts }: Pick<KnownCase, 'facts'>, referral?: Referral): SendingFacts {
  return referral?.sentWith ?? sendingFactsOf(facts);
}

/** The referrals of a case whose facts are about to change: each keeps those it was sent with, once they differ. */
export function withSendingFacts({ facts, referrals }: KnownCase, next: CaseFacts): readonly Referral[] {
  const sentWith = sendingFactsOf(facts);
  return areSame(sentWith, sendingFactsOf(next))
    ? referrals
    : referrals.map((one) => (one.sentWith === undefined ? { ...one, sentWith } : one));
}

function sendingFactsOf({ municipality, sector, stage, difficulties }: CaseFacts): SendingFacts {
  return { municipality, sector, stage, difficulty: difficulties[0]?.difficulty ?? null };
}

function areSame(one: SendingFacts, other: SendingFacts): boolean {
  return (
    one.municipality === other.municipality &&
    one.sector === other.sector &&
    one.stage === other.stage &&
    one.difficulty === other.difficulty
  );
}
