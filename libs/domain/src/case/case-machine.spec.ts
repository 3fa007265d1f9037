import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseCommand, CaseEvent, ReferralState, Viewer } from '#contracts';
import {
  actorOf,
  consent,
  continuousPolicy,
  coordinator,
  facts,
  openCase,
  outsider,
  services,
  uuid,
} from '../../../../test/support/builders.js';
import { play, type Play } from '../../../../test/support/playing.js';
import {
  availableActions,
  evolve,
  initialCase,
  isActive,
  nextDeadline,
  turnsOf,
  type CaseState,
  type KnownCase,
} from '../index.js';

const hour = 3_600_000;
const people: Viewer[] = [...Object.values(services).map(actorOf), coordinator, outsider];

/** The arrows of the design, from state to state, and the events that go along them. */
const arrows: Record<ReferralState, readonly ReferralState[]> = {
  sent: ['accepted', 'declined', 'recalled', 'released', 'expired'],
  accepted: ['in-progress', 'recall-requested', 'closed'],
  'in-progress': ['on-hold', 'recall-requested', 'closed'],
  'on-hold': ['in-progress', 'recall-requested', 'closed'],
  'recall-requested': ['recalled', 'accepted', 'in-progress', 'on-hold', 'closed'],
  declined: [],
  recalled: [],
  released: [],
  expired: [],
  closed: [],
};

/** Refusals that depend on what a command carries, not on who gives it or on what the case is. */
const payloadCodes = [
  'no-consent',
  'already-asked',
  'same-target-twice',
  'lead-needs-one',
  'hold-in-past',
  'consent-withdrawn',
  'forbidden',
  'too-large',
];

type Step = {
  readonly wait: number;
  readonly steered: boolean;
  readonly who: number;
  readonly kind: number;
  readonly which: number;
  readonly pick: number;
};

const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 8 * hour }),
    fc.integer({ min: 0, max: 60 * hour }),
    fc.integer({ min: 0, max: 4000 * hour }),
    fc.constant(0),
    fc.integer({ min: 0, max: 30_000 * hour }),
  ),
  /** Steered steps pick something that is possible; the others anything by anybody. */
  steered: fc.integer({ min: 1, max: 4 }).map((one) => one > 1),
  who: fc.nat({ max: people.length - 1 }),
  kind: fc.nat({ max: 1000 }),
  which: fc.nat({ max: 30 }),
  pick: fc.nat({ max: 1000 }),
});

type Types = Exclude<CaseCommand['type'], 'open-case'>;

const types = [
  'refer',
  'accept',
  'decline',
  'record-first-contact',
  'record-progress',
  'hold',
  'resume',
  'hand-on',
  'close-referral',
  'recall',
  'answer-recall',
  'amend-facts',
  'renew-consent',
  'withdraw-consent',
  'add-note',
  'resolve-dispatch',
  'close-case',
  'reopen-case',
  'record-follow-up',
] as const satisfies readonly Types[];

function commandOf(type: Types, referralId: string, pick: number, number: number, now: string): CaseCommand {
  const all = Object.values(services);
  const targets = Array.from({ length: 1 + (pick % 3) }, (_, index) => ({
    referralId: uuid(number * 16 + index + 1),
    service: all[(pick + index) % all.length] ?? services.coach,
  }));
  const commands: { [Type in Types]: Extract<CaseCommand, { type: Type }> } = {
    refer: { type: 'refer', targets, mode: pick % 2 === 0 ? 'each' : 'offer', proposesLead: pick % 3 === 0 },
    accept: { type: 'accept', referralId },
    decline: { type: 'decline', referralId, reason: 'full', choice: 'capacity' },
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
    'close-referral': { type: 'close-referral', referralId, outcome: 'helped' },
    recall: { type: 'recall', referralId, reason: 'need-changed' },
    'answer-recall': { type: 'answer-recall', referralId, agree: pick % 2 === 0 },
    'amend-facts': { type: 'amend-facts', facts: facts({ urgency: pick % 2 === 0 ? 'urgent' : 'normal' }) },
    'renew-consent': {
      type: 'renew-consent',
      consent: consent(pick % 3 === 0 ? { professions: ['mediator', 'coach'] } : {}),
    },
    'withdraw-consent': { type: 'withdraw-consent' },
    'add-note': { type: 'add-note', noteId: uuid(number) },
    'resolve-dispatch': { type: 'resolve-dispatch', resolution: pick % 2 === 0 ? 'back-to-lead' : 'nobody-available' },
    'close-case': { type: 'close-case', outcome: 'recovered' },
    'reopen-case': { type: 'reopen-case', reason: 'relapse', consent: consent() },
    'record-follow-up': { type: 'record-follow-up', month: pick % 2 === 0 ? 6 : 12, status: 'active' },
  };
  return commands[type];
}

/** Somebody and something: possible when the step is steered, anything at all when it is not. */
function choose(state: KnownCase, one: Step, number: number, now: string): { by: Viewer; command: CaseCommand } {
  const possible = people
    .flatMap((viewer) => availableActions(state, viewer).map((action) => ({ viewer, action })))
    .filter(({ action }) => action.type !== 'withdraw-consent' || one.pick % 5 === 0);
  const chosen = one.steered ? possible[one.kind % Math.max(1, possible.length)] : undefined;
  if (chosen !== undefined) {
    const { viewer, action } = chosen;
    const pick = action.month === 12 ? 1 : action.month === 6 ? 0 : one.pick;
    return { by: viewer, command: commandOf(action.type, action.referralId ?? uuid(0xdead), pick, number, now) };
  }
  const referralId = state.referrals[one.which % Math.max(1, state.referrals.length)]?.referralId ?? uuid(0xdead);
  const type = types[one.kind % types.length] ?? 'refer';
  return { by: people[one.who] ?? outsider, command: commandOf(type, referralId, one.pick, number, now) };
}

function listed(state: KnownCase, viewer: Viewer, command: CaseCommand): boolean {
  return availableActions(state, viewer).some(
    (action) =>
      action.type === command.type &&
      (!('referralId' in command) || action.referralId === command.referralId) &&
      (command.type !== 'record-follow-up' || action.month === command.month),
  );
}

function checkTransitions(before: CaseState, events: readonly CaseEvent[]): void {
  let state = before;
  for (const event of events) {
    const after = evolve(state, event);
    for (const referral of after.referrals) {
      const was =
        state.phase === 'unopened' ? undefined : state.referrals.find((one) => one.referralId === referral.referralId);
      if (was === undefined) {
        expect(referral.state).toBe('sent');
      } else if (was.state !== referral.state) {
        expect(arrows[was.state]).toContain(referral.state);
      }
    }
    state = after;
  }
}

function checkHolds(before: KnownCase, fired: readonly CaseEvent[]): void {
  let state = before;
  for (const event of fired) {
    if ('referralId' in event.data && event.type.startsWith('relais.referral.')) {
      const { referralId } = event.data;
      const referral = state.referrals.find((one) => one.referralId === referralId);
      if (referral?.state === 'on-hold') {
        expect(event.type).toBe('relais.referral.resumed.v1');
        expect(event.time >= (referral.hold?.until ?? '')).toBe(true);
      }
    }
    state = evolve(state, event);
  }
}

function checkNobodyStranded(state: KnownCase, last: readonly CaseEvent[]): void {
  if (state.phase === 'open') {
    expect(turnsOf(state)).not.toHaveLength(0);
  }
  const untaken = last.some((event) =>
    ['relais.referral.declined.v1', 'relais.referral.expired.v1'].includes(event.type),
  );
  if (untaken && state.phase === 'open' && !state.referrals.some(isActive)) {
    expect(state.dispatch).not.toBeNull();
    expect(turnsOf(state)).toEqual([{ serviceId: null, duty: 'dispatch', by: null }]);
  }
  if (state.dispatch !== null) {
    expect(state.referrals.some(isActive)).toBe(false);
  }
}

function playStep(scene: Play, one: Step, number: number): void {
  const quiet = scene.known();
  const fired = scene.waitUntil(new Date(Date.parse(scene.now()) + one.wait).toISOString(), (events) =>
    checkNobodyStranded(scene.known(), events),
  );
  checkTransitions(quiet, fired);
  checkHolds(quiet, fired);
  const next = nextDeadline(scene.state());
  expect(next === null || next > scene.now()).toBe(true);

  const before = scene.known();
  const counted = scene.events.length;
  const { by, command } = choose(before, one, number, scene.now());
  const possible = listed(before, by, command);
  const refusal = scene.tell(by, command);
  if (refusal === undefined) {
    expect(possible).toBe(true);
    const events = scene.events.slice(counted);
    expect(events.length).toBeGreaterThan(0);
    checkTransitions(before, events);
    checkNobodyStranded(scene.known(), events);
  } else {
    expect(scene.events).toHaveLength(counted);
    expect(scene.state()).toBe(before);
    expect(possible && !payloadCodes.includes(refusal.code)).toBe(false);
  }
}

describe('any case, under any commands at any times', () => {
  it('moves along the arrows only, refuses without a trace, strands nobody, and is the fold of its events', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.boolean(), (steps, quick) => {
        const scene = play('2026-09-01T08:00:00.000Z');
        const policy = quick ? { policy: continuousPolicy(6 * hour) } : {};
        expect(scene.tell(actorOf(services.accountant), openCase(uuid(1), policy))).toBeUndefined();
        steps.forEach((one, index) => playStep(scene, one, index + 1));
        const folded = scene.events.reduce<CaseState>(evolve, initialCase);
        expect(folded).toEqual(scene.state());
        expect(JSON.parse(JSON.stringify(folded))).toEqual(scene.state());
        expect(scene.events.map((event) => event.sequence)).toEqual(scene.events.map((_, index) => index + 1));
      }),
      { numRuns: 250, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
  });

  it('reaches every state of a referral and of a case, so that the property above has met them', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), (steps) => {
        const scene = play('2026-09-01T08:00:00.000Z');
        scene.tell(actorOf(services.accountant), openCase(uuid(1)));
        steps.forEach((one, index) => {
          playStep(scene, one, index + 1);
          scene.known().referrals.forEach((referral) => met.add(referral.state));
          met.add(scene.known().phase);
        });
        scene.events.forEach((event) => met.add(event.type));
      }),
      { numRuns: 150, seed: 7 },
    );
    expect([...Object.keys(arrows), 'open', 'closed', 'ended'].filter((state) => !met.has(state))).toEqual([]);
  });
});
