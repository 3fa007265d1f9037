import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseEvent } from '#contracts/case';
import type { ArchivedRow, ArchiveSubject } from '#persistence/analysis';
import { toRecord } from '#messaging';
import { actorOf, services, uuid } from '#test/builders';
import { referredCase } from '#test/histories';
import { takeIn, type Incoming } from './taking-in.js';

function incomingOf(events: readonly CaseEvent[]): Incoming[] {
  return events.map((event, place) => ({
    stream: 'cases',
    subject: event.caseId,
    event,
    record: { ...toRecord(event), topic: 'cases.v1', partition: 0, offset: BigInt(place) },
  }));
}

function withdrawn(n: number): readonly CaseEvent[] {
  const scene = referredCase(n);
  scene.tell(actorOf(services.accountant), { type: 'withdraw-consent' });
  return scene.events;
}

/** Takes events in, so many at a time, as the archivist does. */
function takeAll(events: readonly CaseEvent[], atOnce: number) {
  const subjects = new Map<string, ArchiveSubject>();
  let rows: ArchivedRow[] = [];
  const incoming = incomingOf(events);
  for (let from = 0; from < incoming.length; from += atOnce) {
    const taken = takeIn(incoming.slice(from, from + atOnce), [...subjects.values()]);
    const erased = new Set(taken.erased.map(({ subject }) => subject));
    rows = [...rows.filter(({ subject }) => !erased.has(subject)), ...taken.rows];
    taken.subjects.forEach((one) => subjects.set(one.subject, one));
  }
  return { rows: rows.map(({ offset: _offset, ...row }) => row), subjects: [...subjects.values()] };
}

describe('taking events in', () => {
  const events = [referredCase(1).events, withdrawn(2), referredCase(3).events].flat();

  it('comes to the same batch by batch, whatever is repeated', () => {
    const whole = takeAll(events, events.length);
    const repeats = fc.array(fc.nat({ max: events.length - 1 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), repeats, (atOnce, again) => {
        // A repetition comes after what it repeats.
        const told = events.flatMap((event, place) => [
          event,
          ...again.filter((one) => one <= place).flatMap((one) => events[one] ?? []),
        ]);
        expect(takeAll(told, atOnce)).toEqual(whole);
      }),
    );
  });

  it('keeps nothing of an erased case and its sequences', () => {
    const { rows, subjects } = takeAll(events, 4);
    const erased = subjects.filter((one) => one.erased);
    expect(erased).toEqual([
      { stream: 'cases', subject: uuid(1_002), sequences: [[1, withdrawn(2).length + 1]], context: {}, erased: true },
    ]);
    expect(rows.filter(({ subject }) => subject === uuid(1_002))).toEqual([]);
    expect(rows).toHaveLength(referredCase(1).events.length + referredCase(3).events.length);
  });

  it('sees what comes of an erased case and keeps nothing of it', () => {
    const [first] = referredCase(2).events;
    const last = withdrawn(2).length;
    const later: CaseEvent[] = [1, 2].flatMap((after) =>
      first === undefined ? [] : [{ ...first, sequence: last + after, id: `${first.caseId}:${last + after}` }],
    );
    for (const atOnce of [1, 100]) {
      const { rows, subjects } = takeAll([...withdrawn(2), ...later], atOnce);
      expect(rows).toEqual([]);
      expect(subjects).toEqual([
        { stream: 'cases', subject: uuid(1_002), sequences: [[1, last + 3]], context: {}, erased: true },
      ]);
    }
  });

  it('does not wait for what is missing', () => {
    const [first, , third] = referredCase(1).events;
    const { rows, subjects } = takeAll(
      [first, third].flatMap((one) => one ?? []),
      10,
    );
    expect(rows.map(({ sequence, profession }) => [sequence, profession])).toEqual([
      [1, null],
      [3, null],
    ]);
    expect(subjects[0]?.sequences).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
