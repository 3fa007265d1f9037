import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { availableActions, type KnownCase } from '#domain/case';
import { CaseRefused, type CommandTold } from '#temporal';
import { actorOf, continuousPolicy, coordinator, facts, openCase, services } from '../support/builders.js';
import { whileItMoves } from '../support/wait.js';
import { ask, knownState, playing, realStage, troubledTasks, type Stage } from './stage.js';

const caseCount = 12;
const rounds = 8;
const atOnce = 8;
const people: readonly Viewer[] = [...Object.values(services).map(actorOf), coordinator];

let stage: Stage;
beforeAll(async () => {
  stage = await realStage();
});
afterAll(async () => stage.close());

/** Numbers that are the same in every run of the test. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % sides;
  };
}

/** One of the commands that are possible now, so that most are accepted although eight race. */
function anyCommand(state: KnownCase, throwOf: (sides: number) => number): { by: Viewer; command: CaseCommand } {
  const by = people[throwOf(people.length)] ?? coordinator;
  const actions = availableActions(state, by).filter(
    (one) => one.type !== 'withdraw-consent' && (one.type !== 'close-case' || throwOf(10) === 0),
  );
  const { type, referralId = '' } = actions[throwOf(Math.max(1, actions.length))] ?? { type: 'add-note' };
  switch (type) {
    case 'refer':
    case 'hand-on': {
      const all = Object.values(services);
      const first = throwOf(all.length);
      const targets = [all[first], all[(first + 1) % all.length]].flatMap((service) =>
        service === undefined ? [] : [{ referralId: crypto.randomUUID(), service }],
      );
      const mode = throwOf(2) === 0 ? 'offer' : 'each';
      return type === 'refer'
        ? { by, command: { type, targets, mode, proposesLead: false } }
        : { by, command: { type, referralId, targets: targets.slice(0, 1), mode } };
    }
    case 'accept':
    case 'record-first-contact':
    case 'resume':
      return { by, command: { type, referralId } };
    case 'decline':
      return { by, command: { type, referralId, reason: 'full', choice: 'capacity' } };
    case 'record-progress':
      return { by, command: { type, referralId, step: 'meeting' } };
    case 'hold': {
      const until = new Date(Date.now() + 20 + throwOf(200)).toISOString();
      return { by, command: { type, referralId, reason: 'awaiting-court', until } };
    }
    case 'recall':
      return { by, command: { type, referralId, reason: 'need-changed' } };
    case 'answer-recall':
      return { by, command: { type, referralId, agree: throwOf(2) === 0 } };
    case 'close-referral':
      return { by, command: { type, referralId, outcome: 'helped' } };
    case 'close-case':
      return { by, command: { type, outcome: 'recovered' } };
    case 'reopen-case':
      return { by, command: { type, reason: 'relapse' } };
    case 'amend-facts':
      return { by, command: { type, facts: facts({ urgency: throwOf(2) === 0 ? 'urgent' : 'normal' }) } };
    case 'resolve-dispatch':
      return { by, command: { type, resolution: 'back-to-lead' } };
    default:
      return { by, command: { type: 'add-note', noteId: crypto.randomUUID() } };
  }
}

describe('a worker without a cache, eight commands at once, deadlines of milliseconds', () => {
  it('answers everything, fails no workflow task and publishes exactly what happened', async () => {
    let answered = 0;
    const counts = { applied: 0, refused: 0, clocks: 0, timedOut: 0 };
    await playing(
      stage,
      async ({ cases, of, published }) => {
        const story = async (number: number) => {
          const caseId = crypto.randomUUID();
          const throwOf = dice(number + 1);
          const policy = continuousPolicy(10 + 15 * throwOf(8));
          await cases.open(caseId, ask(actorOf(services.accountant), openCase(caseId, { policy })));
          for (let round = 0; round < rounds; round++) {
            const state = await knownState(cases, caseId);
            const answers = await Promise.allSettled(
              Array.from({ length: atOnce }, () => {
                const { by, command } = anyCommand(state, throwOf);
                return cases.command(caseId, ask(by, command)).finally(() => answered++);
              }),
            );
            const others = answers.filter((one) => one.status === 'rejected' && !(one.reason instanceof CaseRefused));
            expect(others).toEqual([]);
            const applied = answers.filter(
              (one): one is PromiseFulfilledResult<CommandTold> => one.status === 'fulfilled',
            );
            counts.applied += applied.length;
            counts.refused += answers.length - applied.length;
          }
          return caseId;
        };
        const caseIds = await whileItMoves(
          Promise.all(Array.from({ length: caseCount }, (_, number) => story(number))),
          () => answered,
          'one more command is answered',
        );
        for (const caseId of caseIds) {
          const { failed, timedOut } = await troubledTasks(stage.client, caseId);
          expect(failed).toEqual([]);
          counts.timedOut += timedOut;
          const { sequence } = await knownState(cases, caseId);
          await published(caseId, (event) => event.sequence === sequence);
          const events = of(caseId);
          expect(events.map((one) => one.sequence)).toEqual(events.map((_, index) => index + 1));
          counts.clocks += events.filter((one) => one.by.kind === 'clock').length;
        }
      },
      { maxCachedWorkflows: 0 },
    );
    // It tests what it says: most commands were applied, and clocks fired among them.
    console.log(JSON.stringify(counts));
    expect(counts.applied).toBeGreaterThan(caseCount * rounds * 2);
    expect(counts.clocks).toBeGreaterThan(caseCount * 5);
  });
});
