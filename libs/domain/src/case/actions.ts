import type { Action } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { caseRefusal, maySeeCase, referralActions, referralRefusal } from './rights.js';
import type { KnownCase } from './state.js';

const caseActions = [
  'refer',
  'resolve-dispatch',
  'add-note',
  'amend-facts',
  'renew-consent',
  'close-case',
  'reopen-case',
  'withdraw-consent',
] as const;

/** What the viewer may ask of a case now: exactly the commands that `decide` does not refuse for who they are or what the state is. */
export function availableActions(state: KnownCase, viewer: Viewer): Action[] {
  if (!maySeeCase(state, viewer)) {
    return [];
  }
  const types = Object.keys(referralActions) as (keyof typeof referralActions)[];
  return [
    ...state.referrals.flatMap(({ referralId }) =>
      types
        .filter((type) => referralRefusal(state, viewer, type, referralId) === undefined)
        .map((type) => ({ type, referralId })),
    ),
    ...caseActions.filter((type) => possible(state, viewer, type)).map((type) => ({ type })),
    ...state.followUps
      .map(({ month }) => ({ type: 'record-follow-up' as const, month }))
      .filter((action) => caseRefusal(state, viewer, action) === undefined),
  ];
}

function possible(state: KnownCase, viewer: Viewer, type: (typeof caseActions)[number]): boolean {
  if ((type === 'refer' || type === 'renew-consent') && state.consent === null) {
    return false;
  }
  return caseRefusal(state, viewer, { type }) === undefined;
}
