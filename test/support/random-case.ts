import fc from 'fast-check';
import { standardPolicy, type CaseCommand } from '#contracts/case';
import { declineChoices, declineReasons, reopenReasons } from '#contracts/case/codes';
import { codesOf } from '#contracts/kernel/codes';
import type { Viewer } from '#contracts/people';
import { availableActions, type KnownCase } from '#domain/case';
import {
  actorOf,
  consent,
  continuousPolicy,
  coordinator,
  facts,
  openCase,
  outsider,
  platformCoordinator,
  services,
  uuid,
} from './builders.js';
import { commandTypes, type CommandType } from './command-types.js';
import { play, type Play } from './playing.js';

/** Milliseconds of an hour. */
export const hour = 3_600_000;
/** All who act in a random case. */
export const people: Viewer[] = [...Object.values(services).map(actorOf), coordinator, platformCoordinator, outsider];

/** One step of a random case: how long nothing happens, then what is tried. */
export type Step = {
  readonly wait: number;
  readonly steered: boolean;
  readonly who: number;
  readonly kind: number;
  readonly which: number;
  readonly pick: number;
};

/** Any step. */
export const step: fc.Arbitrary<Step> = fc.record({
  // Mostly within what the clocks allow, so that help is given; now and then past all of them.
  wait: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 8 * hour }) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 * hour }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4000 * hour }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 30_000 * hour }) },
  ),
  /** Steered steps pick something that is possible; the others anything by anybody. */
  steered: fc.integer({ min: 1, max: 4 }).map((one) => one > 1),
  who: fc.nat({ max: people.length - 1 }),
  kind: fc.nat({ max: 1000 }),
  which: fc.nat({ max: 30 }),
  pick: fc.nat({ max: 1000 }),
});

function commandOf(type: CommandType, referralId: string, pick: number, number: number, now: string): CaseCommand {
  const all = Object.values(services);
  const one = <Code>(codes: readonly [Code, ...Code[]]) => codes[pick % codes.length] ?? codes[0];
  const targets = Array.from({ length: 1 + (pick % 3) }, (_, index) => ({
    referralId: uuid(number * 16 + index + 1),
    service: all[(pick + index) % all.length] ?? services.coach,
  }));
  const commands: { [Type in CommandType]: Extract<CaseCommand, { type: Type }> } = {
    refer: { type: 'refer', targets, mode: pick % 2 === 0 ? 'each' : 'offer', proposesLead: pick % 3 === 0 },
    accept: { type: 'accept', referralId },
    decline: {
      type: 'decline',
      referralId,
      reason: one(codesOf(declineReasons)),
      choice: one(codesOf(declineChoices)),
    },
    'record-first-contact': { type: 'record-first-contact', referralId },
    'record-progress': { type: 'record-progress', referralId, step: 'meeting' },
    hold: {
      type: 'hold',
      referralId,
      reason: 'awaiting-court',
      until: new Date(Date.parse(now) + (pick - 20) * 4 * hour).toISOString(),
    },
    resume: { type: 'resume', referralId },
    'hand-on': { type: 'hand-on', referralId, targets, mode: 'offer' },
    'close-referral': { type: 'close-referral', referralId, outcome: one(closingOutcomes) },
    recall: { type: 'recall', referralId, reason: 'need-changed' },
    'answer-recall': { type: 'answer-recall', referralId, agree: pick % 2 === 0 },
    'undo-answer': { type: 'undo-answer', referralId },
    'offer-lead': { type: 'offer-lead', referralId },
    'answer-lead': { type: 'answer-lead', referralId, agree: pick % 2 === 0 },
    'amend-facts': { type: 'amend-facts', facts: otherFacts(pick) },
    'renew-consent': {
      type: 'renew-consent',
      consent: consent(pick % 3 === 0 ? { professions: ['mediator', 'coach'] } : {}),
    },
    'withdraw-consent': { type: 'withdraw-consent' },
    'add-note': { type: 'add-note', noteId: uuid(number) },
    'resolve-dispatch': { type: 'resolve-dispatch', resolution: pick % 2 === 0 ? 'back-to-lead' : 'nobody-available' },
    'close-case': { type: 'close-case', outcome: one(['recovered', 'insolvency', 'restart']) },
    'reopen-case': { type: 'reopen-case', reason: one(codesOf(reopenReasons)), consent: consent() },
    'record-follow-up': {
      type: 'record-follow-up',
      month: pick % 2 === 0 ? 6 : 12,
      status: pick % 3 === 0 ? 'stopped' : 'active',
    },
  };
  return commands[type];
}

function otherFacts(pick: number) {
  const first = { difficulty: pick % 5 === 0 ? 'mental-distress' : 'vat', severity: 2 } as const;
  return facts({
    urgency: pick % 2 === 0 ? 'urgent' : 'normal',
    sector: pick % 3 === 0 ? 'retail' : 'horeca',
    municipality: pick % 7 === 0 ? 'outside' : '21004',
    difficulties: pick % 4 === 0 ? facts().difficulties : [first],
  });
}

const closingOutcomes = ['helped', 'partly-helped', 'not-helped', 'lost-contact', 'withdrawn'] as const;
/** Possible nearly always: left to themselves these would crowd out what moves a case. */
const atAnyTime: readonly CommandType[] = ['add-note', 'amend-facts', 'renew-consent'];

const isFilled = (list: readonly unknown[]) => list.length > 0;

/** Somebody and something: possible when the step is steered, anything at all when it is not. */
export function choose(state: KnownCase, one: Step, number: number, now: string): { by: Viewer; command: CaseCommand } {
  const possible = people
    .flatMap((viewer) => availableActions(state, viewer).map((action) => ({ viewer, action })))
    .filter(({ action }) => action.type !== 'withdraw-consent' || one.pick % 5 === 0);
  const moving = possible.filter(({ action }) => !atAnyTime.includes(action.type));
  const helping = moving.filter(({ action }) => action.referralId !== undefined);
  const offered = [one.pick % 3 > 0 ? helping : [], one.pick % 8 > 0 ? moving : [], possible].find(isFilled) ?? [];
  // First what, then who and on which referral: what many may do is not done more often.
  const types = [...new Set(offered.map(({ action }) => action.type))];
  const ways = offered.filter(({ action }) => action.type === types[one.kind % types.length]);
  const chosen = one.steered ? ways[one.which % Math.max(1, ways.length)] : undefined;
  if (chosen !== undefined) {
    const { viewer, action } = chosen;
    const pick = action.month === 12 ? 1 : action.month === 6 ? 0 : one.pick;
    return { by: viewer, command: commandOf(action.type, action.referralId ?? uuid(0xdead), pick, number, now) };
  }
  const referralId = state.referrals[one.which % Math.max(1, state.referrals.length)]?.referralId ?? uuid(0xdead);
  const type = commandTypes[one.kind % commandTypes.length] ?? 'refer';
  return { by: people[one.who] ?? outsider, command: commandOf(type, referralId, one.pick, number, now) };
}

/** A case under any steps, with or without nights, opened by a service or by the coordinators; `play(caseId)` plays it. */
export const anyCase: fc.Arbitrary<(caseId: string) => Play> = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), fc.boolean(), fc.boolean())
  .map(([steps, quick, coordinated]) => (caseId) => {
    const scene = play('2026-09-01T08:00:00.000Z');
    const policy = quick ? continuousPolicy(6 * hour) : standardPolicy;
    scene.tell(
      coordinated ? coordinator : actorOf(services.accountant),
      openCase(caseId, { policy, lead: coordinated ? null : services.accountant }),
    );
    steps.forEach((one, index) => {
      scene.waitUntil(new Date(Date.parse(scene.now()) + one.wait).toISOString());
      const { by, command } = choose(scene.known(), one, index + 1, scene.now());
      scene.tell(by, command);
    });
    return scene;
  });
