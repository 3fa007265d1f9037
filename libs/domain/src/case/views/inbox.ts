import type { InboxBucket, InboxLine } from '#contracts/case';
import { caseCodeOf } from '../code.js';
import { partiesOf } from '../rights.js';
import { factsKnownBy } from '../sending-facts.js';
import { referralStateRules } from '../referral-states.js';
import { isActive, type KnownCase, type Referral } from '../state.js';
import { turnsOf } from '../status.js';
import { causeOfSilence, waitOf } from '../silence.js';
import { deadlineOf } from './referral-view.js';

/** Every line that a case puts into an inbox, of whoever it concerns. */
export function inboxLinesOf(state: KnownCase): InboxLine[] {
  if (state.imported) {
    return [];
  }
  const basis = { state, code: caseCodeOf(state.caseId), parties: new Set(partiesOf(state)) };
  return [...state.referrals.flatMap((referral) => linesOfReferral(basis, referral)), ...linesOfCase(basis)];
}

/** What all lines of a case have in common. */
type Basis = { readonly state: KnownCase; readonly code: string; readonly parties: ReadonlySet<string> };

function isVisible({ parties }: Basis, ownerServiceId: string | null): boolean {
  return ownerServiceId === null || parties.has(ownerServiceId);
}

function linesOfReferral(basis: Basis, referral: Referral): InboxLine[] {
  const receiver = lineOf(
    basis,
    referral,
    referral.to.serviceId,
    referralStateRules[referral.state].bucket,
    'receiver',
  );
  const sender =
    referral.from.serviceId === referral.to.serviceId
      ? []
      : [lineOf(basis, referral, referral.from.serviceId, isActive(referral) ? 'waiting-on-others' : 'done', 'sender')];
  const escalated = referral.escalated === null ? [] : [lineOf(basis, referral, null, 'escalated', 'escalated')];
  const { leadOffer } = basis.state;
  const asked: InboxLine[] =
    leadOffer?.referralId === referral.referralId
      ? [
          {
            ...lineOf(basis, referral, referral.to.serviceId, 'to-answer', 'lead'),
            deadline: { kind: 'answer', at: leadOffer.answerBy },
            since: leadOffer.since,
          },
        ]
      : [];
  return [receiver, ...sender, ...escalated, ...asked];
}

// Written out and not spread from a common part: an object made by spreading costs ten times as much.
function lineOf(
  basis: Basis,
  referral: Referral,
  ownerServiceId: string | null,
  bucket: InboxBucket,
  end: 'receiver' | 'sender' | 'escalated' | 'lead',
): InboxLine {
  const { state, code } = basis;
  const visible = isVisible(basis, ownerServiceId);
  return {
    caseId: state.caseId,
    code,
    facts: visible ? state.facts : factsKnownBy(state, referral),
    visible,
    key: `${referral.referralId}:${end}`,
    ownerServiceId,
    bucket,
    referralId: referral.referralId,
    to: referral.to,
    from: referral.from,
    urgency: referral.urgency,
    hop: referral.hop,
    outcome: referral.outcome,
    state: referral.state,
    declineReason: referral.declined?.reason ?? null,
    offeredTo: referral.offerId === null ? 1 : state.referrals.filter((one) => one.offerId === referral.offerId).length,
    escalated: referral.escalated !== null,
    ...(referral.escalated !== null && { told: { cause: referral.escalated, times: referral.told?.times ?? 1 } }),
    deadline: deadlineOf(referral),
    expiresAt: referral.state === 'sent' ? referral.expiresAt : null,
    since: referral.spans.at(-1)?.from ?? referral.sentAt,
  };
}

function linesOfCase(basis: Basis): InboxLine[] {
  const { state, code } = basis;
  return turnsOf(state).flatMap((turn): InboxLine[] => {
    if (turn.duty !== 'dispatch' && turn.duty !== 'decide' && turn.duty !== 'follow-up') {
      return [];
    }
    const { duty, by } = turn;
    const wait = waitOf(state);
    const told = wait !== undefined && wait.told > 0 && { cause: causeOfSilence[wait.duty], times: wait.told };
    const line: InboxLine = {
      caseId: state.caseId,
      code,
      facts: state.facts,
      visible: isVisible(basis, turn.serviceId),
      key: duty === 'follow-up' && by !== null ? `follow-up:${by}` : duty,
      ownerServiceId: turn.serviceId,
      bucket: duty === 'dispatch' ? 'dispatch' : 'to-decide',
      referralId: state.dispatch?.referralId ?? null,
      state: null,
      outcome: null,
      declineReason: null,
      to: null,
      from: null,
      urgency: state.facts.urgency,
      hop: 0,
      offeredTo: 1,
      escalated: told !== false,
      ...(told !== false && { told }),
      deadline: by === null ? null : { kind: duty, at: by },
      expiresAt: null,
      since: state.dispatch?.since ?? state.closed?.at ?? state.quietSince,
    };
    // Of a lead that is silent the coordinators have a line of their own.
    const isSilent = told !== false && duty === 'decide' && turn.serviceId !== null;
    const escalated: InboxLine = {
      ...line,
      key: `${duty}:escalated`,
      ownerServiceId: null,
      bucket: 'escalated',
      visible: true,
    };
    return isSilent ? [line, escalated] : [line];
  });
}
