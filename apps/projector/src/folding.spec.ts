import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toRecord } from '#messaging';
import type { CaseEvent } from '#contracts/case';
import type { KnownCase } from '#domain/case';
import { referredCase } from '#test/histories';
import { fold, type Incoming, type Known } from './folding.js';
import { incomingOf, parkedRowOf } from './parking.js';

const nothing: Known = { states: new Map(), sequences: new Map(), waiting: [] };
const scenes = [referredCase(1), referredCase(2)];

function incoming(event: CaseEvent, offset = 0): Incoming {
  const record = { ...toRecord(event), topic: 'test.cases.v1', partition: 0, offset: BigInt(offset) };
  return { stream: 'cases', subject: event.caseId, event, record };
}

/** Folds batch after batch, as the projector does with its tables in between. */
function foldAll(batches: readonly (readonly Incoming[])[]) {
  const states = new Map<string, KnownCase>();
  let waiting: Incoming[] = [];
  const applied: string[] = [];
  for (const batch of batches) {
    const subjects = new Set(batch.map((one) => one.subject));
    const folded = fold(batch, { ...nothing, states, waiting: waiting.filter((one) => subjects.has(one.subject)) });
    folded.cases.forEach(({ after }) => states.set(after.caseId, after));
    applied.push(...folded.applied.map(({ incoming }) => incoming.event.id));
    expect(folded.rejected).toEqual([]);
    const gone = new Set(folded.unparked);
    waiting = [...waiting.filter((one) => !gone.has(one)), ...folded.parked];
  }
  return { states, waiting, applied };
}

describe('folding', () => {
  it('comes to the same whatever the order, the repetitions and the borders of batches', () => {
    const events = scenes.flatMap((scene) => scene.events);
    const shuffledBatches = fc
      .tuple(
        fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
      )
      .map(([order, sizes]) => {
        const rest = order.map((event, offset) => incoming(event, offset));
        return [...sizes.map((size) => rest.splice(0, size)), rest].filter((batch) => batch.length > 0);
      });
    fc.assert(
      fc.property(shuffledBatches, (batches) => {
        const { states, waiting, applied } = foldAll(batches);
        expect(scenes.map((scene) => states.get(scene.known().caseId))).toEqual(scenes.map((scene) => scene.known()));
        expect(waiting).toEqual([]);
        expect(applied.toSorted()).toEqual(events.map((event) => event.id).toSorted());
      }),
    );
  });

  it('tells those who saw a case before or see it after', () => {
    const [first] = scenes;
    const { applied } = fold(first?.events.map((event) => incoming(event)) ?? [], nothing);
    expect(applied.map((one) => one.parties)).toEqual([
      ['accounts-east'],
      ...Array.from({ length: 4 }, () => ['accounts-east', 'mediation-north']),
    ]);
  });

  it('rejects what the core does not accept, and lets what follows wait', () => {
    const [opened, , accepted, met] = referredCase(1).events;
    const events = [opened, accepted && { ...accepted, sequence: 2 }, met].filter((one) => one !== undefined);
    const folded = fold(
      events.map((event) => incoming(event)),
      nothing,
    );
    expect(folded.rejected.map(({ incoming }) => incoming.event.sequence)).toEqual([2]);
    expect(folded.parked.map(({ event }) => event.sequence)).toEqual([4]);
    expect(folded.cases.map(({ after }) => after.sequence)).toEqual([1]);
  });

  it('keeps an event as it is while it waits', () => {
    for (const event of referredCase(1).events) {
      const waiting = incoming(event, 7);
      expect(incomingOf(JSON.parse(JSON.stringify(parkedRowOf(waiting))))).toEqual(waiting);
    }
  });
});
