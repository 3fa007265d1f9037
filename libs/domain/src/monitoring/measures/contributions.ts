import type { CaseState, KnownCase, Referral } from '../../case/state.js';
import { caseFactsOf } from './case-contributions.js';
import type { CountedFact } from './contribution.js';
import { pastReferralsFactsOf } from './past-referral-contributions.js';
import { referralFactsOf } from './referral-contributions.js';

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
  const differing = (state: KnownCase, other: KnownCase) => [
    ...(sameCase ? [] : caseFactsOf(state)),
    // Referrals are never removed or reordered.
    ...state.referrals
      .filter((one, place) => !countAlike(one, other.referrals[place]))
      .flatMap((one) => referralFactsOf(state, one)),
  ];
  return { gone: differing(before, after), come: differing(after, before) };
}

/** Notes, reminders and new deadlines count nowhere; the time of a pause counts when it is over and something else has happened. */
function countAlike(one: Referral, other: Referral | undefined): boolean {
  return one.state === other?.state && one.contacted === other.contacted;
}
