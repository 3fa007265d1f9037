import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Turn, Turns, type TurnLimits } from './turns.js';

const limits: TurnLimits = { places: 3, placesPerPerson: 2, longPlaces: 2, longPerPerson: 1, waitingPerPerson: 5 };

const asked = (turn: Turn | undefined): Turn => {
  if (turn === undefined) {
    throw new Error('no place in the line');
  }
  return turn;
};

describe('turns', () => {
  it('answer another person while one asks for everything', () => {
    const turns = new Turns(limits);
    const ask = (person: string, long = false) => asked(turns.ask({ person, long }));
    const exports = [ask('anna', true), ask('anna', true), ask('anna', true)];
    expect(exports.map(({ state }) => state)).toEqual(['working', 'waiting', 'waiting']);
    const queries = [ask('anna'), ask('anna')];
    expect(queries.map(({ state }) => state)).toEqual(['working', 'waiting']);
    expect(ask('sofie').state).toBe('working');
  });

  it('leave a place to queries while two persons export', () => {
    const turns = new Turns(limits);
    const ask = (person: string, long: boolean) => asked(turns.ask({ person, long })).state;
    expect([ask('anna', true), ask('sofie', true), ask('paul', true)]).toEqual(['working', 'working', 'waiting']);
    expect(ask('paul', false)).toBe('working');
  });

  it('tell how many are before one, whenever that changes, until the turn has come', async () => {
    const turns = new Turns({ ...limits, places: 1, placesPerPerson: 1 });
    const ask = (person: string) => asked(turns.ask({ person, long: false }));
    const [first, second, third] = [ask('anna'), ask('anna'), ask('anna')];
    const told = third[Symbol.asyncIterator]();
    expect(await told.next()).toEqual({ value: 1, done: false });
    const other = ask('sofie');
    expect(await told.next()).toEqual({ value: 2, done: false });
    first.leave();
    expect(other.state).toBe('working');
    expect(await told.next()).toEqual({ value: 1, done: false });
    second.leave();
    other.leave();
    expect(await told.next()).toEqual({ value: undefined, done: true });
    expect(third.state).toBe('working');
  });

  it('end for those who leave, and refuse who has too many waiting', async () => {
    const turns = new Turns({ ...limits, places: 1, waitingPerPerson: 1 });
    const ask = () => turns.ask({ person: 'anna', long: false });
    const first = asked(ask());
    const second = asked(ask());
    expect(ask()).toBeUndefined();
    second.leave();
    expect(await second[Symbol.asyncIterator]().next()).toEqual({ value: undefined, done: true });
    expect(asked(ask()).state).toBe('waiting');
    first.leave();
    first.leave();
  });

  it('are never more than the places, never all of one person, and come to everybody', () => {
    const step = fc.record({ person: fc.constantFrom('anna', 'sofie', 'paul'), long: fc.boolean(), leaves: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const turns = new Turns(limits);
        let all: Turn[] = [];
        const at = (state: Turn['state']) => all.filter((one) => one.state === state);
        const check = () => {
          const working = at('working');
          const of = (person: string) => working.filter(({ asking }) => asking.person === person);
          expect(working.length).toBeLessThanOrEqual(limits.places);
          expect(working.filter(({ asking }) => asking.long).length).toBeLessThanOrEqual(limits.longPlaces);
          for (const person of ['anna', 'sofie', 'paul']) {
            expect(of(person).length).toBeLessThanOrEqual(limits.placesPerPerson);
            // Who has nothing and waits with a query waits for a place, not for somebody's share.
            const waitsForQuery = at('waiting').some(({ asking }) => asking.person === person && !asking.long);
            if (waitsForQuery && of(person).length === 0) {
              expect(working.length).toBe(limits.places);
            }
          }
        };
        for (const { person, long, leaves } of steps) {
          const turn = turns.ask({ person, long });
          all = [...all, ...(turn === undefined ? [] : [turn])];
          check();
          at('working')[leaves]?.leave();
          check();
        }
        while (at('working').length > 0) {
          at('working')[0]?.leave();
          check();
        }
        expect(at('waiting')).toEqual([]);
      }),
    );
  });
});
