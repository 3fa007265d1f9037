import type { CaseCommand } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';
import type { Commanded, Decision } from './decision.js';
import { decideOnCase } from './decide-case.js';
import { decideOnReferral } from './decide-referral.js';
import { record } from './recording.js';
import { originOf, partyOf } from '../people/origin.js';
import { actsFor, isCoordinator } from '../people/rights.js';
import { knowsCase } from './rights.js';
import type { CaseState, KnownCase } from './state.js';
import { tick } from './tick.js';

/** Decides what a command does to a case; changes nothing. */
export function decide(state: CaseState, { at, by, command, isLetThrough = false }: Commanded): Decision {
  if (command.type === 'tick') {
    return { events: state.phase === 'unopened' ? [] : tick(state, at) };
  }
  if (by === 'clock') {
    return { refusal: { code: 'forbidden' } };
  }
  if (command.type === 'open-case') {
    return open(state, at, by, command);
  }
  if (state.phase === 'unopened') {
    return { refusal: { code: 'case-not-found' } };
  }
  // To a stranger a case that is there and one that is not are the same.
  if (!knowsCase(state, by)) {
    return { refusal: { code: 'case-not-found' } };
  }
  const decision = decideOnOpened(state, { at, by, command, isLetThrough });
  return 'events' in decision && state.notesErased && bringsText(command)
    ? { refusal: { code: 'notes-erased' } }
    : decision;
}

type Asked = {
  readonly at: Instant;
  readonly by: Viewer;
  readonly command: Exclude<CaseCommand, { type: 'open-case' }>;
  readonly isLetThrough: boolean;
};

function decideOnOpened(state: KnownCase, commanded: Asked): Decision {
  const { command } = commanded;
  switch (command.type) {
    case 'accept':
    case 'decline':
    case 'record-first-contact':
    case 'record-progress':
    case 'hold':
    case 'resume':
    case 'hand-on':
    case 'close-referral':
    case 'recall':
    case 'answer-recall':
    case 'undo-answer':
    case 'offer-lead':
    case 'answer-lead':
      return decideOnReferral(state, { ...commanded, command });
    default:
      return decideOnCase(state, { ...commanded, command });
  }
}

function bringsText(command: CaseCommand): boolean {
  const noteId = 'messageNoteId' in command ? command.messageNoteId : 'noteId' in command ? command.noteId : undefined;
  return noteId !== undefined;
}

function open(
  state: CaseState,
  at: Instant,
  by: Viewer,
  command: Extract<CaseCommand, { type: 'open-case' }>,
): Decision {
  if (state.phase !== 'unopened') {
    return { refusal: { code: 'already-open' } };
  }
  const { caseId, facts, consent, policy, lead, noteId } = command;
  if (lead === null ? !isCoordinator(by) : !actsFor(by, lead.serviceId)) {
    return { refusal: { code: 'forbidden', field: 'actingServiceId' } };
  }
  const openedBy = partyOf(by, lead?.serviceId ?? null);
  if (openedBy === undefined) {
    return { refusal: { code: 'no-organisation' } };
  }
  const recording = record(caseId, state, at, originOf(by, openedBy.serviceId));
  recording.emit('relais.case.opened.v1', {
    facts,
    consent,
    policy,
    lead,
    openedBy,
    ...(noteId === undefined ? {} : { noteId }),
  });
  return { events: recording.events };
}
