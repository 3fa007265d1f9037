import type { CaseCommand } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { availableActions, type CaseState } from '#domain/case';
import { happens, pickOne, type Random } from '../../scripts/demo/random.js';
import { actorOf, consent, coordinator, facts, outsider, services, uuid } from '../support/builders.js';
import { commandTypes, type CommandType } from '../support/command-types.js';

const everyService = Object.values(services);
const people: readonly Viewer[] = [...everyService.map(actorOf), coordinator, outsider];

/** Where a command comes from. */
export type Situation = {
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The order of length of the clocks of the case, in milliseconds. */
  readonly pace: number;
  readonly nextId: () => string;
};

/** Somebody and something: mostly what is possible now, else anything by anybody. */
export function anyCommand(state: CaseState, situation: Situation): { by: Viewer; command: CaseCommand } {
  const { random } = situation;
  const by = pickOne(random, people);
  if (state.phase === 'unopened') {
    return { by, command: commandOf(pickOne(random, commandTypes), situation, uuid(0xdead)) };
  }
  const unwanted = happens(random, 0.03) ? [] : ['withdraw-consent', happens(random, 0.3) ? '' : 'close-case'];
  const possible = happens(random, 0.15)
    ? []
    : availableActions(state, by).filter(({ type }) => !unwanted.includes(type));
  if (possible.length > 0) {
    const { type, referralId = '', month } = pickOne(random, possible);
    return { by, command: commandOf(type, situation, referralId, month) };
  }
  const referralId = state.referrals.length > 0 ? pickOne(random, state.referrals).referralId : uuid(0xdead);
  return { by, command: commandOf(pickOne(random, commandTypes), situation, referralId) };
}

function commandOf(type: CommandType, situation: Situation, referralId: string, month = 6): CaseCommand {
  const { random, now, pace, nextId } = situation;
  switch (type) {
    case 'refer':
      return { type, targets: targetsOf(situation), mode: modeOf(random), proposesLead: happens(random, 0.3) };
    case 'hand-on':
      return { type, referralId, targets: targetsOf(situation), mode: modeOf(random) };
    case 'accept':
    case 'record-first-contact':
    case 'resume':
    case 'undo-answer':
    case 'offer-lead':
      return { type, referralId };
    case 'decline':
      return { type, referralId, reason: 'full', choice: 'capacity' };
    case 'record-progress':
      return { type, referralId, step: 'meeting' };
    case 'hold':
      return { type, referralId, reason: 'awaiting-court', until: new Date(now + pace * 3 * random()).toISOString() };
    case 'recall':
      return { type, referralId, reason: 'need-changed' };
    case 'answer-recall':
    case 'answer-lead':
      return { type, referralId, agree: happens(random, 0.5) };
    case 'close-referral':
      return { type, referralId, outcome: 'helped' };
    case 'close-case':
      return { type, outcome: 'recovered' };
    case 'reopen-case':
      return { type, reason: 'relapse', consent: consent() };
    case 'amend-facts':
      return { type, facts: facts({ urgency: happens(random, 0.5) ? 'urgent' : 'normal' }) };
    case 'renew-consent':
      return { type, consent: consent(happens(random, 0.3) ? { professions: ['mediator', 'coach'] } : {}) };
    case 'withdraw-consent':
      return { type };
    case 'add-note':
      return { type, noteId: nextId() };
    case 'resolve-dispatch':
      return { type, resolution: happens(random, 0.5) ? 'back-to-lead' : 'nobody-available' };
    case 'record-follow-up':
      return { type, month, status: 'active' };
    default:
      return type satisfies never;
  }
}

function targetsOf({ random, nextId }: Situation): { referralId: string; service: (typeof everyService)[number] }[] {
  const first = Math.floor(random() * everyService.length);
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, (_, index) => ({
    referralId: nextId(),
    service: everyService[(first + index) % everyService.length] ?? services.coach,
  }));
}

function modeOf(random: Random): 'each' | 'offer' {
  return happens(random, 0.5) ? 'each' : 'offer';
}
