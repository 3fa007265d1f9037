import type { CaseCommand } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';
import { addDays, addWorkingMinutes } from '../calendar/working-time.js';
import type { Decision } from './decision.js';
import { endUntaken } from './dispatching.js';
import { longestHoldDays } from './limits.js';
import { kept, recallNow, resumed } from './pausing.js';
import { record, type Recording } from './recording.js';
import { originOf } from '../people/origin.js';
import { actsFor } from '../people/rights.js';
import { referralRefusal, type referralActions } from './rights.js';
import { answerClocks, consentRefusal, proposesLead, send, sendingRefusal } from './sending.js';
import type { KnownCase, Referral } from './state.js';
import { undoAnswer, undoneTooLate } from './undoing.js';

/** A command about one referral. */
export type ReferralCommand = Extract<CaseCommand, { type: keyof typeof referralActions }>;

type Asked = { readonly at: Instant; readonly by: Viewer; readonly command: ReferralCommand };

/** Decides a command about one referral. */
export function decideOnReferral(state: KnownCase, { at, by, command }: Asked): Decision {
  const referral = state.referrals.find((one) => one.referralId === command.referralId);
  const refusal =
    referralRefusal(state, by, command.type, command.referralId) ??
    (referral === undefined ? { code: 'referral-unknown' as const } : payloadRefusal(state, referral, at, command));
  if (refusal !== undefined || referral === undefined) {
    return { refusal: refusal ?? { code: 'referral-unknown' } };
  }
  const sender = actingServiceFor(state, referral, by, command.type);
  const recording = record(state.caseId, state, at, originOf(by, sender));
  apply(recording, state, referral, at, command);
  return { events: recording.events };
}

/** In the name of which service it is done; null for a coordinator of none. */
function actingServiceFor(
  state: KnownCase,
  { to, from }: Referral,
  by: Viewer,
  type: ReferralCommand['type'],
): string | null {
  const ends =
    type === 'offer-lead'
      ? [state.lead?.serviceId]
      : type === 'recall'
        ? [from.serviceId]
        : [to.serviceId, from.serviceId];
  return ends.find((serviceId): serviceId is string => actsFor(by, serviceId)) ?? null;
}

function payloadRefusal(
  state: KnownCase,
  referral: Referral,
  at: Instant,
  command: ReferralCommand,
): Refusal | undefined {
  switch (command.type) {
    case 'accept':
      return consentRefusal(state, referral.to);
    case 'hold': {
      const until = instant(command.until);
      return until > at && until <= addDays(at, longestHoldDays)
        ? undefined
        : { code: 'hold-in-past', field: 'until', params: { days: longestHoldDays } };
    }
    case 'hand-on':
      return sendingRefusal(state, command, referral);
    case 'undo-answer':
      return undoneTooLate(referral, at);
    case 'decline':
    case 'record-first-contact':
    case 'record-progress':
    case 'resume':
    case 'close-referral':
    case 'recall':
    case 'answer-recall':
    case 'offer-lead':
    case 'answer-lead':
      return undefined;
    default:
      return command satisfies never;
  }
}

function apply(
  recording: Recording,
  state: KnownCase,
  referral: Referral,
  at: Instant,
  command: ReferralCommand,
): void {
  const { referralId } = referral;
  switch (command.type) {
    case 'accept':
      return accept(recording, state, referral, at);
    case 'decline':
      return endUntaken(recording, state, referral, () =>
        recording.emit('relais.referral.declined.v1', { referralId, reason: command.reason, choice: command.choice }),
      );
    case 'record-first-contact':
      recording.emit('relais.referral.first-contact-made.v1', { referralId, checkInBy: clock(state, at, 'checkIn') });
      return;
    case 'record-progress':
      recording.emit('relais.referral.progressed.v1', {
        referralId,
        step: command.step,
        ...(command.noteId === undefined ? {} : { noteId: command.noteId }),
        checkInBy: clock(state, at, 'checkIn'),
      });
      return;
    case 'hold':
      recording.emit('relais.referral.held.v1', { referralId, reason: command.reason, until: instant(command.until) });
      return;
    case 'resume':
      return resumed(recording, state, referral, at);
    case 'hand-on':
      return handOn(recording, referral, at, command);
    case 'close-referral':
      recording.emit('relais.referral.closed.v1', { referralId, outcome: command.outcome });
      return;
    case 'recall':
      return recall(recording, state, referral, at, command.reason);
    case 'answer-recall':
      return command.agree ? recallNow(recording, referral, 'agreed') : kept(recording, state, referral, at);
    case 'undo-answer':
      return undoAnswer(recording, state, referral);
    case 'offer-lead':
      recording.emit('relais.case.lead-offered.v1', {
        referralId,
        to: referral.to,
        answerBy: answerClocks(state, at).answerBy,
      });
      return;
    case 'answer-lead':
      return answerLead(recording, state, referral, command.agree);
    default:
      return command satisfies never;
  }
}

function accept(recording: Recording, state: KnownCase, referral: Referral, at: Instant): void {
  const { referralId } = referral;
  recording.emit('relais.referral.accepted.v1', { referralId, firstContactBy: clock(state, at, 'firstContact') });
  const others = state.referrals.filter(
    (one) => one !== referral && one.offerId !== null && one.offerId === referral.offerId && one.state === 'sent',
  );
  for (const other of others) {
    recording.emit('relais.referral.released.v1', { referralId: other.referralId, takenBy: referralId });
  }
  if (proposesLead(state, referral) && state.lead?.serviceId !== referral.to.serviceId) {
    recording.emit('relais.case.lead-transferred.v1', { from: state.lead, to: referral.to, referralId });
  }
}

function answerLead(recording: Recording, state: KnownCase, { referralId, to }: Referral, agree: boolean): void {
  if (agree) {
    recording.emit('relais.case.lead-transferred.v1', { from: state.lead, to, referralId });
  } else {
    recording.emit('relais.case.lead-offer-declined.v1', { referralId });
  }
}

function handOn(
  recording: Recording,
  referral: Referral,
  at: Instant,
  command: Extract<ReferralCommand, { type: 'hand-on' }>,
): void {
  const { referralId } = referral;
  const after =
    referral.state === 'sent'
      ? recording.emit('relais.referral.declined.v1', {
          referralId,
          reason: 'better-placed-elsewhere',
          choice: 'out-of-remit',
        })
      : recording.emit('relais.referral.closed.v1', { referralId, outcome: 'referred-onward' });
  const { serviceId, organisationId } = referral.to;
  send(recording, after, at, { organisationId, serviceId }, command, referral);
}

function recall(
  recording: Recording,
  state: KnownCase,
  referral: Referral,
  at: Instant,
  reason: Extract<ReferralCommand, { type: 'recall' }>['reason'],
): void {
  const { referralId } = referral;
  if (referral.state === 'sent') {
    recording.emit('relais.referral.recalled.v1', { referralId, reason, how: 'at-once' });
  } else {
    recording.emit('relais.referral.recall-requested.v1', {
      referralId,
      reason,
      answerBy: clock(state, at, 'recallAnswer'),
    });
  }
}

function clock(state: KnownCase, at: Instant, which: 'firstContact' | 'checkIn' | 'recallAnswer'): Instant {
  const { policy } = state;
  if (policy === null) {
    throw new Error('imported history has no clocks');
  }
  return addWorkingMinutes(at, policy[which], policy.calendar);
}

/** The one spelling of an instant, so that instants compare as texts. */
function instant(text: string): Instant {
  return new Date(Date.parse(text)).toISOString();
}
