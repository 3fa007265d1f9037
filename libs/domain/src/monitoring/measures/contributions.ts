import { answeredAt } from '../../case/answer.js';
import type { CaseState, KnownCase, Referral } from '../../case/state.js';
import { caseContributionsOf } from './case-contributions.js';
import type { Contribution } from './contribution.js';
import { pastReferralsContributionsOf } from './past-referral-contributions.js';
import { referralContributionsOf } from './referral-contributions.js';

/** All that a case contributes to the cubes, from its state alone: the same state always counts the same. */
export function contributionsOf(state: KnownCase): Contribution[] {
  return [
    ...caseContributionsOf(state),
    ...pastReferralsContributionsOf(state),
    ...state.referrals.flatMap((referral) => referralContributionsOf(state, referral)),
  ];
}

/** What is counted no more and what is counted anew when a case changes; what is in both need not be left out. */
export type ContributionsChange = { readonly gone: Contribution[]; readonly come: Contribution[] };

/** The difference that `contributionsOf` makes, without counting what the two states have in common: most events change no figure. */
export function contributionsChanged(before: CaseState, after: KnownCase): ContributionsChange {
  if (before.phase === 'unopened') {
    return { gone: [], come: contributionsOf(after) };
  }
  if (before.facts !== after.facts) {
    return { gone: contributionsOf(before), come: contributionsOf(after) };
  }
  const sameCase = before.past === after.past && before.closed === after.closed;
  const differing = (state: KnownCase, other: KnownCase) => [
    ...(sameCase ? [] : caseContributionsOf(state)),
    // Referrals are never removed or reordered.
    ...state.referrals
      .filter((one, place) => !countAlike(one, other.referrals[place]))
      .flatMap((one) => referralContributionsOf(state, one)),
  ];
  return { gone: differing(before, after), come: differing(after, before) };
}

/**
 * Notes, reminders and new deadlines count nowhere; the time of a pause counts when it is over and something else has happened. Between
 * two like states an answer may have been undone and another given.
 */
function countAlike(one: Referral, other: Referral | undefined): boolean {
  return (
    one.state === other?.state &&
    one.contacted === other.contacted &&
    one.declined === other.declined &&
    answeredAt(one) === answeredAt(other)
  );
}
