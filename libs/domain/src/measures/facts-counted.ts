import type { CaseState, KnownCase, Referral } from '../case/state.js';
import { caseFactsOf } from './case-facts.js';
import type { CountedFact } from './counted-fact.js';
import { pastReferralsFactsOf } from './past-referral-facts.js';
import { referralFactsOf } from './referral-facts.js';

/** All that a case contributes to the cubes, from its state alone: the same state always counts the same. */
export function factsCounted(state: KnownCase): CountedFact[] {
  return [
    ...caseFactsOf(state),
    ...pastReferralsFactsOf(state),
    ...state.referrals.flatMap((referral) => referralFactsOf(state, referral)),
  ];
}

/** What is counted no more and what is counted anew when a case changes; what is in both need not be left out. */
export type FactsChange = { readonly gone: CountedFact[]; readonly come: CountedFact[] };

/** The difference that `factsCounted` makes, without counting what the two states have in common: most events change no figure. */
export function factsChanged(before: CaseState, after: KnownCase): FactsChange {
  if (before.phase === 'unopened') {
    return { gone: [], come: factsCounted(after) };
  }
  if (before.facts !== after.facts) {
    return { gone: factsCounted(before), come: factsCounted(after) };
  }
  const sameCase = before.past === after.past && before.closed === after.closed;
  const [old, now] = [new Set(before.referrals), new Set(after.referrals)];
  const differing = (state: KnownCase, others: ReadonlySet<Referral>) => [
    ...(sameCase ? [] : caseFactsOf(state)),
    ...state.referrals.filter((one) => !others.has(one)).flatMap((one) => referralFactsOf(state, one)),
  ];
  return { gone: differing(before, now), come: differing(after, old) };
}
