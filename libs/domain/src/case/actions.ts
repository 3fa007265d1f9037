import type { Action, CaseCommand } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Viewer } from '#contracts/people';
import { caseRefusal, referralActions, referralRefusal, refusalAt, type CaseActionType } from './rights.js';
import type { KnownCase } from './state.js';

type PlainAction = Exclude<CaseActionType, 'record-follow-up'>;

/** What may be offered of a case as a whole, in this order; a follow-up is offered by its month. */
const caseActions = Object.keys({
  refer: true,
  'resolve-dispatch': true,
  'add-note': true,
  'amend-facts': true,
  'renew-consent': true,
  'close-case': true,
  'reopen-case': true,
  'withdraw-consent': true,
} satisfies Record<PlainAction, true>) as PlainAction[];

/** What the viewer may ask of a case now: exactly the commands that `decide` does not refuse for who they are or what the state is. */
export function availableActions(state: KnownCase, viewer: Viewer): Action[] {
  const types = Object.keys(referralActions) as (keyof typeof referralActions)[];
  return [
    ...state.referrals.flatMap((referral) =>
      types
        .filter((type) => refusalAt(state, viewer, type, referral) === undefined)
        .map((type) => ({ type, referralId: referral.referralId })),
    ),
    ...caseActions.filter((type) => possible(state, viewer, type)).map((type) => ({ type })),
    ...state.followUps
      .map(({ month }) => ({ type: 'record-follow-up' as const, month }))
      .filter((action) => caseRefusal(state, viewer, action) === undefined),
  ];
}

function possible(state: KnownCase, viewer: Viewer, type: PlainAction): boolean {
  if ((type === 'refer' || type === 'renew-consent') && state.consent === null) {
    return false;
  }
  return caseRefusal(state, viewer, { type }) === undefined;
}

type Wished = Exclude<CaseCommand, { type: 'open-case' }>['type'];

/** Why the viewer may not ask this of a case now, whatever else is in the request; undefined when it is possible. */
export function actionRefusal(
  state: KnownCase,
  viewer: Viewer,
  {
    type,
    referralId,
    month,
  }: { readonly type: Wished; readonly referralId?: string; readonly month?: Action['month'] },
): Refusal | undefined {
  return isOfReferral(type)
    ? referralRefusal(state, viewer, type, referralId ?? '')
    : caseRefusal(state, viewer, { type, ...(month !== undefined && { month }) });
}

const isOfReferral = (type: Wished): type is keyof typeof referralActions => Object.hasOwn(referralActions, type);
