import type { CaseFacts } from '#contracts/case';
import { givesSight, type KnownCase, type Referral, type SendingFacts } from './state.js';

/** Facts of a case when a referral was sent; of imported history there is only one telling. */
export function factsAtSending({ facts }: Pick<KnownCase, 'facts'>, referral?: Referral): SendingFacts {
  return referral?.sentWith ?? sendingFactsOf(facts);
}

/** What the receiver of a referral knows of the case by it: the facts of now, or those of when it lost sight of the case. */
export function factsKnownBy({ facts }: Pick<KnownCase, 'facts'>, { endedWith }: Referral): CaseFacts {
  return endedWith ?? facts;
}

/**
 * The referrals of a case whose facts are about to change: each keeps those it was sent with, once they differ, and one whose
 * service sees the case no more those that it last saw.
 */
export function withPastFacts({ facts, referrals }: KnownCase, next: CaseFacts): readonly Referral[] {
  const sentWith = sendingFactsOf(facts);
  const sent = areSame(sentWith, sendingFactsOf(next))
    ? referrals
    : referrals.map((one) => (one.sentWith === undefined ? { ...one, sentWith } : one));
  return sent.map((one) => (one.endedWith === undefined && !givesSight(one) ? { ...one, endedWith: facts } : one));
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
