import type { Action, CaseRequestInput, CaseView } from '#contracts/case';
import { pickWeighted, type Random } from '../../../scripts/demo/random.js';
import { bodyFor } from './bodies.js';

/** How often each action is taken where several are possible. */
const weights: Readonly<Record<Action['type'], number>> = {
  refer: 3,
  accept: 14,
  decline: 2,
  'record-first-contact': 24,
  'record-progress': 12,
  hold: 14,
  resume: 0.7,
  'hand-on': 1,
  'close-referral': 1.5,
  recall: 0.3,
  'answer-recall': 5,
  'undo-answer': 0.5,
  'offer-lead': 0.1,
  'answer-lead': 2,
  'amend-facts': 1.5,
  'renew-consent': 0.4,
  'withdraw-consent': 0.05,
  'add-note': 2,
  'resolve-dispatch': 3,
  'close-case': 0.6,
  'reopen-case': 2,
  'record-follow-up': 1,
};

/** What keeps a long case from going on. */
const endings: readonly Action['type'][] = ['close-case', 'withdraw-consent', 'renew-consent'];
const mostReferralsOfLong = 12;

/** Picks one of the actions that a view names; undefined when it names none. */
export function legalBody(random: Random, view: CaseView, long: boolean): CaseRequestInput | undefined {
  const full = long && view.referrals.length >= mostReferralsOfLong;
  const possible = view.actions.filter(
    ({ type }) => !(long && endings.includes(type)) && !(full && (type === 'refer' || type === 'hand-on')),
  );
  if (possible.length === 0) {
    return undefined;
  }
  const choice = pickWeighted(
    random,
    Object.fromEntries(possible.map((action, place) => [String(place), weights[action.type]])),
  );
  const action = possible[Number(choice)];
  return action && bodyFor(random, action, view);
}
