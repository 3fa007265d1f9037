import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  availableActions,
  evolve,
  inboxLinesOf,
  initialCase,
  isActive,
  nextDeadline,
  turnsOf,
  type CaseState,
  type KnownCase,
} from './index.js';
import type { CaseCommand, CaseEvent, InboxLine, ReferralState } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { actorOf, continuousPolicy, openCase, services, uuid } from '#test/builders';
import { play, type Play } from '#test/playing';
import { choose, hour, step, type Step } from '#test/random-case';
import { runs } from '#test/runs';

/** The arrows of the design, from state to state, and the events that go along them. */
const arrows: Record<ReferralState, readonly ReferralState[]> = {
  sent: ['accepted', 'declined', 'recalled', 'released', 'expired'],
  accepted: ['in-progress', 'recall-requested', 'closed', 'sent'],
  'in-progress': ['on-hold', 'recall-requested', 'closed'],
  'on-hold': ['in-progress', 'recall-requested', 'closed'],
  'recall-requested': ['recalled', 'accepted', 'in-progress', 'on-hold', 'closed'],
  declined: ['sent'],
  recalled: [],
  released: ['sent'],
  expired: [],
  closed: [],
};

/** Refusals that depend on what a command carries, not on who gives it or on what the case is. */
const payloadCodes = [
  'no-consent',
  'already-asked',
  'same-target-twice',
  'lead-needs-one',
  'lead-not-yours',
  'hold-in-past',
  'consent-withdrawn',
  'forbidden',
  'too-large',
  'undo-too-late',
];

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
    // Whoever is silent, some clock runs that ends at a person.
    expect(nextDeadline(state)).not.toBeNull();
  }
  const untaken = last.some((event) =>
    ['relais.referral.declined.v1', 'relais.referral.expired.v1'].includes(event.type),
  );
  if (untaken && state.phase === 'open' && !state.referrals.some(isActive)) {
    expect(state.dispatch).not.toBeNull();
    expect(turnsOf(state)).toMatchObject([{ serviceId: null, duty: 'dispatch' }]);
  }
  if (state.dispatch !== null) {
    expect(state.referrals.some(isActive)).toBe(false);
  }
}

/** Nobody is asked without the agreement of the entrepreneur or twice at once, and one offer is taken once. */
function checkAsked(before: KnownCase, after: KnownCase): void {
  const active = after.referrals.filter(isActive);
  const asked = active.map(({ to }) => to.serviceId);
  expect(asked).toEqual([...new Set(asked)]);
  const taken = after.referrals
    .filter(({ offerId, spans }) => offerId !== null && spans.some(({ state }) => state === 'accepted'))
    .map(({ offerId }) => offerId);
  expect(taken).toEqual([...new Set(taken)]);
  const wasActive = new Set(before.referrals.filter(isActive).map(({ referralId }) => referralId));
  for (const { referralId, to } of active.filter((one) => !wasActive.has(one.referralId))) {
    expect([referralId, after.consent?.professions.includes(to.profession)]).toEqual([referralId, true]);
  }
}

/** Whoever sees the case neither before nor after learns nothing by their lines: not one field of them moves. */
function checkOutOfSight(before: KnownCase, after: KnownCase): void {
  const idOf = (line: InboxLine) => `${line.ownerServiceId ?? ''} ${line.key}`;
  const unseen = new Map(inboxLinesOf(after).flatMap((line) => (line.visible ? [] : [[idOf(line), line]])));
  for (const line of inboxLinesOf(before)) {
    const later = unseen.get(idOf(line));
    if (!line.visible && later !== undefined) {
      expect(later).toEqual(line);
    }
  }
}

function playStep(scene: Play, one: Step, number: number): void {
  const quiet = scene.known();
  const fired = scene.waitUntil(new Date(Date.parse(scene.now()) + one.wait).toISOString(), (events) =>
    checkNobodyStranded(scene.known(), events),
  );
  checkTransitions(quiet, fired);
  checkHolds(quiet, fired);
  checkOutOfSight(quiet, scene.known());
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
    checkOutOfSight(before, scene.known());
    checkAsked(before, scene.known());
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
      runs(250),
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
