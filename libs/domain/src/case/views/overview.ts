import type { CaseOverview, CaseSummary } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { availableActions } from '../actions.js';
import { factsKnownBy } from '../sending-facts.js';
import { caseCodeOf } from '../code.js';
import { seenInNameOf } from '../rights.js';
import { activeReferrals, type KnownCase } from '../state.js';
import { actsFor } from '../../people/rights.js';
import { statusOf, turnsOf } from '../status.js';
import { referralViewOf } from './referral-view.js';

/** A case as one viewer sees it; whether they may see it is `maySeeCase`. */
export function overviewOf(state: KnownCase, viewer: Viewer): CaseOverview {
  const { consent, dispatch, lead, policy } = state;
  return {
    ...headOf(state),
    sequence: state.sequence,
    consent,
    lead,
    ...(state.leadOffer !== undefined && { leadOffer: state.leadOffer }),
    policy: policy === null ? null : { calendar: policy.calendar, answer: policy.answer },
    dispatch: dispatch === null ? null : { since: dispatch.since, reason: dispatch.reason },
    turns: turnsOf(state),
    referrals: state.referrals.map((referral) => referralViewOf(state, referral)),
    actions: availableActions(state, viewer),
  };
}

/**
 * What somebody who sees the case no more was last told of it, for whoever asks again what their command came to: their own
 * referrals and the facts of then. Nothing that happened since is in it.
 */
export function asLastKnownTo(state: KnownCase, viewer: Viewer): KnownCase {
  const { leadOffer: _offered, ...known } = state;
  const referrals = state.referrals.filter((one) => actsFor(viewer, one.to.serviceId));
  const last = referrals.at(-1);
  return {
    ...known,
    phase: 'open',
    facts: last === undefined ? state.facts : factsKnownBy(state, last),
    referrals: referrals.map((one) => ({ ...one, messageNoteId: null })),
    consent: null,
    lead: null,
    dispatch: null,
    closed: null,
    followUps: [],
  };
}

/** A case as one line of a list. */
export function summaryOf(state: KnownCase): CaseSummary {
  const due = turnsOf(state)
    .map((turn) => turn.by)
    .filter((by): by is string => by !== null)
    .sort();
  return { ...headOf(state), lead: state.lead, activeReferrals: activeReferrals(state).length, dueAt: due[0] ?? null };
}

/** The same for somebody who sees the case: with in whose name, when they stand in. */
export function summaryFor(state: KnownCase, viewer: Viewer): CaseSummary {
  const inNameOf = seenInNameOf(state, viewer);
  return { ...summaryOf(state), ...(inNameOf !== undefined && { inNameOf }) };
}

function headOf(state: KnownCase) {
  return {
    caseId: state.caseId,
    code: caseCodeOf(state.caseId),
    status: statusOf(state),
    facts: state.facts,
    openedAt: state.openedAt,
    closedAt: state.closed?.at ?? null,
    outcome: state.closed?.outcome ?? null,
  };
}
