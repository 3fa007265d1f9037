import type { CaseCommand, CaseOutcome, Party } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';
import { actingServiceOf } from './acting-service.js';
import { addDays, addMonths } from '../calendar/working-time.js';
import type { ReferralCommand } from './decide-referral.js';
import type { Decision } from './decision.js';
import { record, type Recording } from './recording.js';
import { originOf, partyOf } from '../people/origin.js';
import { actsFor, isCoordinator } from '../people/rights.js';
import { caseRefusal, mayLead } from './rights.js';
import { send, sendingRefusal } from './sending.js';
import { activeReferrals, type KnownCase, type Referral } from './state.js';

/** A command about the case as a whole. */
type WholeCaseCommand = Exclude<CaseCommand, ReferralCommand | { type: 'open-case' }>;

type Asked = {
  readonly at: Instant;
  readonly by: Viewer;
  readonly command: WholeCaseCommand;
  readonly isLetThrough: boolean;
};

/** Decides a command about the case as a whole. */
export function decideOnCase(state: KnownCase, { at, by, command, isLetThrough }: Asked): Decision {
  const month = command.type === 'record-follow-up' ? { month: command.month } : {};
  const refusal =
    caseRefusal(state, by, { type: command.type, ...month }) ??
    payloadRefusal(state, by, command) ??
    (isLetThrough ? undefined : leadRefusal(state, by, command));
  if (refusal !== undefined) {
    return { refusal };
  }
  const serviceId =
    command.type === 'refer' ? senderOf(state, by, command.actingServiceId) : actingServiceOf(state, by);
  const recording = record(state.caseId, state, at, originOf(by, serviceId));
  apply(recording, state, at, partyOf(by, serviceId), command);
  return { events: recording.events };
}

function payloadRefusal(state: KnownCase, by: Viewer, command: WholeCaseCommand): Refusal | undefined {
  switch (command.type) {
    case 'refer':
      if (command.actingServiceId !== undefined && !actsFor(by, command.actingServiceId)) {
        return { code: 'forbidden', field: 'actingServiceId' };
      }
      return sendingRefusal(state, command);
    case 'renew-consent':
      return state.consent === null ? { code: 'consent-withdrawn' } : undefined;
    case 'reopen-case':
      return state.consent === null && command.consent === undefined
        ? { code: 'consent-withdrawn', field: 'consent' }
        : undefined;
    case 'amend-facts':
    case 'withdraw-consent':
    case 'add-note':
    case 'resolve-dispatch':
    case 'close-case':
    case 'record-follow-up':
      return undefined;
    default:
      return command satisfies never;
  }
}

/** Who does not lead a case gives its lead to nobody. */
function leadRefusal(state: KnownCase, by: Viewer, command: WholeCaseCommand): Refusal | undefined {
  const isProposed = command.type === 'refer' && command.proposesLead;
  return isProposed && state.lead !== null && !mayLead(state, by)
    ? { code: 'lead-not-yours', field: 'proposesLead' }
    : undefined;
}

/** Coordinators who lead nothing in the case send in the name of the coordinating team. */
function senderOf(state: KnownCase, by: Viewer, asked: string | undefined): string | null {
  return asked ?? actingServiceOf(state, by) ?? (isCoordinator(by) ? null : (by.serviceIds[0] ?? null));
}

function apply(
  recording: Recording,
  state: KnownCase,
  at: Instant,
  from: Party | undefined,
  command: WholeCaseCommand,
): void {
  switch (command.type) {
    case 'refer':
      if (from === undefined) {
        throw new Error('nobody refers without an organisation');
      }
      return send(recording, state, at, from, command);
    case 'amend-facts':
      recording.emit('relais.case.facts-amended.v1', { facts: command.facts });
      return;
    case 'renew-consent':
      recording.emit('relais.case.consent-renewed.v1', { consent: command.consent });
      return endReferrals(
        recording,
        activeReferrals(state).filter((one) => !command.consent.professions.includes(one.to.profession)),
      );
    case 'withdraw-consent':
      return withdraw(recording, state, at);
    case 'add-note':
      recording.emit('relais.case.note-added.v1', { noteId: command.noteId });
      return;
    case 'resolve-dispatch':
      recording.emit('relais.case.dispatch-resolved.v1', { resolution: command.resolution });
      return;
    case 'close-case':
      return close(recording, state, at, command.outcome);
    case 'reopen-case':
      return reopen(recording, state, command);
    case 'record-follow-up':
      recording.emit('relais.case.follow-up-recorded.v1', { month: command.month, status: command.status });
      return;
    default:
      return command satisfies never;
  }
}

function withdraw(recording: Recording, state: KnownCase, at: Instant): void {
  recording.emit('relais.case.consent-withdrawn.v1', {});
  endReferrals(recording, activeReferrals(state));
  if (state.phase === 'open') {
    close(recording, state, at, 'withdrawn');
  }
}

/** Ends referrals for want of consent: a service that has not answered is asked no more, one that helps stops. */
function endReferrals(recording: Recording, referrals: readonly Referral[]): void {
  for (const { referralId, state } of referrals) {
    if (state === 'sent') {
      recording.emit('relais.referral.recalled.v1', { referralId, reason: 'consent-withdrawn', how: 'at-once' });
    } else {
      recording.emit('relais.referral.closed.v1', { referralId, outcome: 'withdrawn' });
    }
  }
}

function close(recording: Recording, state: KnownCase, at: Instant, outcome: CaseOutcome): void {
  const { policy } = state;
  if (policy === null) {
    throw new Error('imported history is closed already');
  }
  const months = outcome === 'withdrawn' ? [] : [...policy.followUpMonths].sort((a, b) => a - b);
  recording.emit('relais.case.closed.v1', {
    outcome,
    followUps: months.map((month) => {
      const dueAt = addMonths(at, month);
      return { month, dueAt, missedAt: addDays(dueAt, policy.followUpWindowDays) };
    }),
    retentionEndsAt: addMonths(at, policy.retentionMonths),
  });
}

function reopen(
  recording: Recording,
  state: KnownCase,
  command: Extract<WholeCaseCommand, { type: 'reopen-case' }>,
): void {
  const consent = command.consent ?? state.consent;
  if (consent === null) {
    throw new Error('a case is not reopened without consent');
  }
  recording.emit('relais.case.reopened.v1', { reason: command.reason, consent });
}
