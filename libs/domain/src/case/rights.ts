import type { Action, ReferralState } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Viewer } from '#contracts/people';
import { representedIn } from '../people/origin.js';
import { actsFor, isCoordinator } from '../people/rights.js';
import { followed } from './undoing.js';
import { activeReferrals, givesSight, isHelping, type KnownCase, type Referral } from './state.js';

/**
 * The services that may see a case: its lead, who opened it, and the two ends of each referral that is active or was helped;
 * a service that declined, or whose offer was taken, has no need to know any more.
 */
export function partiesOf(state: KnownCase): string[] {
  const referrals = state.referrals.filter(givesSight).map((one) => one.to.serviceId);
  const senders = state.referrals.map((one) => one.from.serviceId);
  const all = [state.lead?.serviceId, state.openedBy?.serviceId, ...senders, ...referrals];
  return [...new Set(all.filter((one): one is string => typeof one === 'string'))].sort();
}

/** True for coordinators and for those who act for a party of the case. */
export function maySeeCase(state: KnownCase, viewer: Viewer): boolean {
  return isCoordinator(viewer) || partiesOf(state).some((serviceId) => actsFor(viewer, serviceId));
}

/** The absent person in whose name the viewer sees a case, when nothing of their own lets them; undefined otherwise. */
export function seenInNameOf(state: KnownCase, viewer: Viewer): string | undefined {
  const served = partiesOf(state).filter((serviceId) => actsFor(viewer, serviceId));
  const isOwn = isCoordinator(viewer) || served.some((serviceId) => representedIn(viewer, serviceId) === undefined);
  return isOwn ? undefined : representedIn(viewer, served[0] ?? null);
}

/** True for those who may see the case, and for those whose part has ended: they know that it is there, and no more. */
export function knowsCase(state: KnownCase, viewer: Viewer): boolean {
  return maySeeCase(state, viewer) || state.referrals.some((one) => actsFor(viewer, one.to.serviceId));
}

type ReferralAction = { readonly states: readonly ReferralState[]; readonly who: 'receiver' | 'sender' | 'lead' };

/** In which states of a referral, and by which end of it, each action is possible. */
export const referralActions = {
  accept: { states: ['sent'], who: 'receiver' },
  decline: { states: ['sent'], who: 'receiver' },
  'record-first-contact': { states: ['accepted'], who: 'receiver' },
  'record-progress': { states: ['in-progress'], who: 'receiver' },
  hold: { states: ['in-progress'], who: 'receiver' },
  resume: { states: ['on-hold'], who: 'receiver' },
  'hand-on': { states: ['sent', 'accepted', 'in-progress', 'on-hold'], who: 'receiver' },
  'close-referral': { states: ['accepted', 'in-progress', 'on-hold'], who: 'receiver' },
  recall: { states: ['sent', 'accepted', 'in-progress', 'on-hold'], who: 'sender' },
  'answer-recall': { states: ['recall-requested'], who: 'receiver' },
  'undo-answer': { states: ['accepted', 'declined'], who: 'receiver' },
  'offer-lead': { states: ['accepted', 'in-progress', 'on-hold'], who: 'lead' },
  'answer-lead': { states: ['accepted', 'in-progress', 'on-hold', 'recall-requested'], who: 'receiver' },
} as const satisfies Record<string, ReferralAction>;

/** Why the viewer may not do this with this referral now, undefined when it is possible. */
export function referralRefusal(
  state: KnownCase,
  viewer: Viewer,
  type: keyof typeof referralActions,
  referralId: string,
): Refusal | undefined {
  const referral = state.referrals.find((one) => one.referralId === referralId);
  // Who sees the case no more is answered of the requests to others as of those that are not there.
  return referral === undefined || !(maySeeCase(state, viewer) || actsFor(viewer, referral.to.serviceId))
    ? { code: 'referral-unknown', field: 'referralId' }
    : refusalAt(state, viewer, type, referral);
}

/** The same for a referral of the case that one has in hand: of many, looking each up for each action takes long. */
export function refusalAt(
  state: KnownCase,
  viewer: Viewer,
  type: keyof typeof referralActions,
  referral: Referral,
): Refusal | undefined {
  const { states, who }: ReferralAction = referralActions[type];
  const stranger = strangerTo(state, referral, viewer, who);
  if (stranger !== undefined) {
    return stranger;
  }
  // How a case went on is no business of a service whose part in it has ended: it hears of its own referral only.
  if (state.phase !== 'open' && maySeeCase(state, viewer)) {
    return notOpen(state);
  }
  if (!states.includes(referral.state)) {
    return { code: 'wrong-state', field: 'referralId', params: { state: referral.state } };
  }
  switch (type) {
    case 'undo-answer':
      return followed(state, referral);
    case 'offer-lead':
      return offerRefusal(state, referral);
    case 'answer-lead':
      return state.leadOffer?.referralId === referral.referralId ? undefined : { code: 'lead-not-offered' };
    default:
      return undefined;
  }
}

function strangerTo(
  state: KnownCase,
  referral: Referral,
  viewer: Viewer,
  who: ReferralAction['who'],
): Refusal | undefined {
  switch (who) {
    case 'receiver':
      return actsFor(viewer, referral.to.serviceId) ? undefined : { code: 'not-your-referral', field: 'referralId' };
    case 'sender':
      return maySend(referral, viewer) ? undefined : { code: 'not-your-referral', field: 'referralId' };
    case 'lead':
      return mayLead(state, viewer) ? undefined : { code: 'not-your-case' };
    default:
      return who satisfies never;
  }
}

/** Who leads already, or is asked already, is not asked to; and one is asked after the other. */
function offerRefusal({ lead, leadOffer }: KnownCase, { to, referralId }: Referral): Refusal | undefined {
  if (leadOffer !== undefined && leadOffer.referralId !== referralId) {
    return { code: 'lead-offered-already', field: 'referralId' };
  }
  return lead?.serviceId === to.serviceId || leadOffer?.referralId === referralId
    ? { code: 'already-asked', field: 'referralId', params: { serviceId: to.serviceId } }
    : undefined;
}

function maySend(referral: Referral, viewer: Viewer): boolean {
  return isCoordinator(viewer) || actsFor(viewer, referral.from.serviceId);
}

/** What may be done with the case as a whole. */
export type CaseActionType = Exclude<Action['type'], keyof typeof referralActions>;

/** Why the viewer may not do this with the case as a whole now, undefined when it is possible. */
export function caseRefusal(
  state: KnownCase,
  viewer: Viewer,
  action: { readonly type: CaseActionType } & Pick<Action, 'month'>,
): Refusal | undefined {
  switch (action.type) {
    case 'refer':
      return (
        needs(state, mayWorkOn(state, viewer), 'open') ??
        (viewer.organisationId === null ? { code: 'no-organisation' } : undefined)
      );
    case 'amend-facts':
    case 'renew-consent':
      return needs(state, mayWorkOn(state, viewer), 'open');
    case 'add-note':
      return (
        needs(state, mayWorkOn(state, viewer) || isAsked(state, viewer), 'open') ??
        (state.notesErased ? { code: 'notes-erased' } : undefined)
      );
    case 'withdraw-consent':
      return withdrawRefusal(state, viewer);
    case 'resolve-dispatch':
      if (!isCoordinator(viewer)) {
        return { code: 'coordinators-only' };
      }
      return needs(state, true, 'open') ?? (state.dispatch === null ? { code: 'not-in-dispatch' } : undefined);
    case 'close-case': {
      const count = activeReferrals(state).length;
      return (
        needs(state, mayLead(state, viewer), 'open') ??
        (count > 0 ? { code: 'referrals-active', params: { count } } : undefined)
      );
    }
    case 'reopen-case':
      return needs(state, mayLead(state, viewer), 'closed');
    case 'record-follow-up': {
      const due = state.followUps.some((one) => one.month === action.month && one.state === 'due');
      return (
        needs(state, mayLead(state, viewer), 'closed') ??
        (due ? undefined : { code: 'follow-up-not-due', field: 'month' })
      );
    }
    default:
      return action.type satisfies never;
  }
}

function withdrawRefusal(state: KnownCase, viewer: Viewer): Refusal | undefined {
  if (!mayWorkOn(state, viewer) && !isAsked(state, viewer)) {
    return { code: 'not-your-case' };
  }
  if (state.phase === 'ended' || state.imported) {
    return { code: 'case-ended' };
  }
  return state.consent === null ? { code: 'consent-withdrawn' } : undefined;
}

function needs(state: KnownCase, allowed: boolean, phase: 'open' | 'closed'): Refusal | undefined {
  if (!allowed) {
    return { code: 'not-your-case' };
  }
  if (state.phase === phase && !state.imported) {
    return undefined;
  }
  return phase === 'open' ? notOpen(state) : state.phase === 'open' ? { code: 'not-closed' } : { code: 'case-ended' };
}

function notOpen(state: KnownCase): Refusal {
  return { code: state.phase === 'ended' || state.imported ? 'case-ended' : 'not-open' };
}

/** The service that leads, and coordinators. */
export function mayLead(state: KnownCase, viewer: Viewer): boolean {
  return isCoordinator(viewer) || actsFor(viewer, state.lead?.serviceId);
}

/** Lead, coordinators, and services that help. */
function mayWorkOn(state: KnownCase, viewer: Viewer): boolean {
  return mayLead(state, viewer) || state.referrals.some((one) => isHelping(one) && actsFor(viewer, one.to.serviceId));
}

function isAsked(state: KnownCase, viewer: Viewer): boolean {
  return activeReferrals(state).some((one) => actsFor(viewer, one.to.serviceId));
}
