import type { CaseCommand, CaseEvent } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';
import { decide, evolve, initialCase, nextDeadline, type CaseState, type KnownCase } from '#domain/case';

/** A case that is played in memory: commands and time go in, events come out, clocks fire when time passes them. */
export type Play = {
  readonly events: readonly CaseEvent[];
  state: () => CaseState;
  /** The state of a case that was opened. */
  known: () => KnownCase;
  now: () => Instant;
  /** Lets time pass until `at`; every clock fires at its own instant, and `observe` sees the events of each firing. */
  waitUntil: (at: Instant, observe?: (events: readonly CaseEvent[]) => void) => readonly CaseEvent[];
  /** Lets the clocks fire once, at an instant, as after a time in which nobody worked; answers what they cause. */
  tickAt: (at: Instant) => readonly CaseEvent[];
  /** Gives a command now; answers the refusal, undefined when it was accepted. */
  tell: (by: Viewer, command: CaseCommand) => Refusal | undefined;
};

/** Begins a play at an instant. */
export function play(start: Instant): Play {
  const events: CaseEvent[] = [];
  let state: CaseState = initialCase;
  let now = start;
  const apply = (more: readonly CaseEvent[]) => {
    for (const event of more) {
      state = deepFreeze(evolve(state, event));
      events.push(event);
    }
  };
  return {
    events,
    state: () => state,
    known: () => {
      if (state.phase === 'unopened') {
        throw new Error('the case of this play was not opened');
      }
      return state;
    },
    now: () => now,
    waitUntil: (at, observe) => {
      const before = events.length;
      for (let next = nextDeadline(state); next !== null && next <= at; next = nextDeadline(state)) {
        now = next > now ? next : now;
        const decision = decide(state, { at: now, by: 'clock', command: { type: 'tick' } });
        if ('refusal' in decision || decision.events.length === 0) {
          throw new Error(`a clock was due at ${next} and nothing happened`);
        }
        apply(decision.events);
        observe?.(decision.events);
      }
      now = at > now ? at : now;
      return events.slice(before);
    },
    tickAt: (at) => {
      now = at;
      const decision = decide(state, { at, by: 'clock', command: { type: 'tick' } });
      const fired = 'refusal' in decision ? [] : decision.events;
      apply(fired);
      return fired;
    },
    tell: (by, command) => {
      const decision = decide(state, { at: now, by, command });
      if ('refusal' in decision) {
        return decision.refusal;
      }
      apply(decision.events);
      return undefined;
    },
  };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
