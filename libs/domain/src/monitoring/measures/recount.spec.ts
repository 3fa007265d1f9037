import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolve, initialCase, type CaseState, type KnownCase } from '../../case/index.js';
import { contributionsChanged, contributionsOf, type Contribution } from '../index.js';
import type { PastReferral } from '#contracts/case';
import { answers, referralOutcomes, senders } from '#contracts/case/codes';
import { codesOf, professions } from '#contracts/kernel/codes';
import { cubeNames, serviceCubeNames } from '#contracts/monitoring/codes';
import { actorOf, openCase, services, uuid } from '#test/builders';
import { importedCase } from '#test/histories';
import { play, type Play } from '#test/playing';
import { anyCase } from '#test/random-case';
import { recount } from '#test/recount';
import { runs } from '#test/runs';

const cellsOf = (facts: readonly Contribution[], { imported }: KnownCase) =>
  facts.map(({ cube, week, codes }) => [cube, week, ...[...codes, '', '', ''].slice(0, 4), imported].join(' '));

function tally(cells: readonly string[], by = 1, sums = new Map<string, number>()): Map<string, number> {
  for (const cell of cells) {
    const sum = (sums.get(cell) ?? 0) + by;
    if (sum === 0) {
      sums.delete(cell);
    } else {
      sums.set(cell, sum);
    }
  }
  return sums;
}

function checkCase({ events, known }: Play): void {
  const wanted = tally(recount(events));
  expect(tally(cellsOf(contributionsOf(known()), known()))).toEqual(wanted);
  for (const atOnce of [1, 3]) {
    const added = new Map<string, number>();
    let state: CaseState = initialCase;
    for (let from = 0; from < events.length; from += atOnce) {
      const after = events.slice(from, from + atOnce).reduce<CaseState>(evolve, state) as KnownCase;
      const { gone, come } = contributionsChanged(state, after);
      tally(cellsOf(come, after), 1, tally(cellsOf(gone, after), -1, added));
      state = after;
    }
    expect(added).toEqual(wanted);
  }
}

const anyPlay = anyCase.map((played) => played(uuid(1)));

describe('what is counted of a case', () => {
  it('is what its events tell, at the end and added up event by event and batch by batch', () => {
    fc.assert(fc.property(anyPlay, checkCase), runs(300));
  });

  it('meets every cube, so that the property above says something', () => {
    const met = new Set(
      fc
        .sample(anyPlay, { numRuns: 200, seed: 7 })
        .flatMap(({ known }) => contributionsOf(known()).flatMap(({ cube, codes }) => [cube, ...codes])),
    );
    const rare = ['ping-pong', 'second', 'expired', 'accepted', 'missed', 'coordination'];
    expect([...cubeNames, ...serviceCubeNames, ...rare].filter((one) => !met.has(one))).toEqual([]);
  });

  it('stays the same however often a referral is paused', () => {
    const [lead, mediator, referralId] = [actorOf(services.accountant), actorOf(services.mediator), uuid(11)];
    const scene = play('2026-09-01T08:00:00.000Z');
    const after = (minutes: number) =>
      scene.waitUntil(new Date(Date.parse(scene.now()) + minutes * 60_000).toISOString());
    scene.tell(lead, openCase(uuid(1)));
    const targets = [{ referralId, service: services.mediator }];
    scene.tell(lead, { type: 'refer', targets, mode: 'each', proposesLead: false });
    after(60);
    scene.tell(mediator, { type: 'accept', referralId });
    scene.tell(mediator, { type: 'record-first-contact', referralId });
    for (let round = 0; round < 60; round += 1) {
      after(30);
      scene.tell(lead, { type: 'recall', referralId, reason: 'need-changed' });
      after(30);
      scene.tell(mediator, { type: 'answer-recall', referralId, agree: false });
    }
    scene.tell(mediator, { type: 'close-referral', referralId, outcome: 'helped' });
    checkCase(scene);
  });

  it('is what the dates of an imported case tell', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((days) => new Date(Date.UTC(2024, 1, 1 + days, 12)).toISOString());
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
    const referral: fc.Arbitrary<PastReferral> = fc
      .record({
        from: fc.constantFrom(...codesOf(senders)),
        to: fc.constantFrom(...codesOf(professions)),
        sentOn: day,
        answer: maybe(fc.constantFrom(...codesOf(answers))),
        answeredOn: day,
        firstContactOn: maybe(day),
        endedOn: maybe(day),
        outcome: maybe(fc.constantFrom(...codesOf(referralOutcomes))),
        hop: fc.nat({ max: 3 }),
      })
      .map((one) => ({ ...one, answeredOn: one.answer === null ? null : one.answeredOn }));
    fc.assert(
      fc.property(fc.array(referral, { maxLength: 6 }), (referrals) => {
        const event = importedCase(1);
        if (event.type === 'relais.case.imported.v1') {
          const told = { ...event, data: { ...event.data, referrals } };
          const state = evolve(initialCase, told);
          expect(tally(cellsOf(contributionsOf(state), state))).toEqual(tally(recount([told])));
        }
      }),
    );
  });
});
