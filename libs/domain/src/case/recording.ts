import type { CaseEvent, CaseEventOf } from '#contracts/case';
import type { Instant, Origin } from '#contracts/kernel';
import { evolve } from './evolve.js';
import type { CaseState, KnownCase } from './state.js';

/** Collects the events of one command and keeps the state they lead to. */
export type Recording = {
  /** Adds an event; returns the state after it. */
  readonly emit: <Type extends CaseEvent['type']>(type: Type, data: CaseEventOf<Type>['data']) => KnownCase;
  readonly events: readonly CaseEvent[];
};

/** Begins to record what happens to a case at one instant. */
export function record(caseId: string, before: CaseState, at: Instant, by: Origin): Recording {
  const events: CaseEvent[] = [];
  let state = before;
  return {
    events,
    emit: (type, data) => {
      const sequence = state.sequence + 1;
      // The pair of type and data is one member of the union; TypeScript cannot see that through the generic.
      const event = { id: `${caseId}:${sequence}`, caseId, sequence, time: at, by, type, data } as CaseEvent;
      events.push(event);
      const after = evolve(state, event);
      state = after;
      return after;
    },
  };
}
