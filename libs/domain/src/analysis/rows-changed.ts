import type { CaseState, KnownCase, Referral } from '../case/state.js';
import { caseRowOf, pastReferralRowOf, referralRowOf, type CaseRow, type ReferralRow } from './rows.js';

/** A row of a referral with its rank in its case. */
export type PlacedReferralRow = ReferralRow & { readonly place: number };

/** What analysts see of cases and of their referrals. */
export type AnalysisRows = {
  readonly caseRows: readonly CaseRow[];
  readonly referralRows: readonly PlacedReferralRow[];
};

const none: AnalysisRows = { caseRows: [], referralRows: [] };

/**
 * True once consent was withdrawn or retention ended: the case has no rows any more, also when it is opened again. It is what `erases`
 * says of the events that led here.
 */
export function isErased(state: CaseState): boolean {
  return state.phase !== 'unopened' && state.notesErased;
}

/** All rows of a case, from its state alone; imported history has referrals of its own kind. */
export function analysisRowsOf(state: KnownCase): AnalysisRows {
  if (isErased(state)) {
    return none;
  }
  const { pastReferrals = [], referrals } = state;
  return {
    caseRows: [caseRowOf(state)],
    referralRows: [
      ...pastReferrals.map((one, place) => ({ place, ...pastReferralRowOf(state, one) })),
      ...referrals.map((one, place) => ({ place, ...referralRowOf(state, one) })),
    ],
  };
}

/** The rows that differ when a case changes; those of a case that is erased just now are all to be removed. */
export function rowsChanged(before: CaseState, after: KnownCase): AnalysisRows {
  if (isErased(after) || before.phase === 'unopened') {
    return analysisRowsOf(after);
  }
  return {
    caseRows: caseRowsIfChanged(before, after),
    // Referrals are never removed or reordered, and imported history does not change.
    referralRows: after.referrals.flatMap((one, place) => {
      const row = rowIfChanged(before, after, one, before.referrals[place]);
      return row === undefined ? [] : [{ place, ...row }];
    }),
  };
}

/** Most events are about a referral, and their case stays what it was. */
function caseRowsIfChanged(before: KnownCase, after: KnownCase): CaseRow[] {
  const alike =
    before.facts === after.facts &&
    before.closed === after.closed &&
    before.past === after.past &&
    before.referrals.length === after.referrals.length;
  if (alike) {
    return [];
  }
  const row = caseRowOf(after);
  return areSame(row, caseRowOf(before)) ? [] : [row];
}

/** Most events change one referral: the others are not even looked at, unless who leads has changed, which may tell who sent them. */
function rowIfChanged(
  before: KnownCase,
  after: KnownCase,
  one: Referral,
  other: Referral | undefined,
): ReferralRow | undefined {
  if (one === other && before.lead === after.lead) {
    return undefined;
  }
  const row = referralRowOf(after, one);
  return other !== undefined && areSame(row, referralRowOf(before, other)) ? undefined : row;
}

/** Both are made by the same function, so their columns come in the same order. */
function areSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
