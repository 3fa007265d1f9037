import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';

/** A command with all it needs from outside: the time, who gives it, and to which subject. */
export type Given<Command> = {
  readonly id: string;
  readonly at: Instant;
  readonly by: Viewer | 'clock';
  readonly command: Command;
};

/** What a command leads to: events, or the reason why nothing happens. */
export type Decided<Event> = { readonly events: readonly Event[] } | { readonly refusal: Refusal };

/** The one shape of a subject's rules, whatever engine keeps its state; pure. */
export type Decider<State extends { readonly sequence: number }, Command, Event> = {
  /** The subject before its first event. */
  readonly initial: State;
  /** What a command leads to; changes nothing. */
  decide(this: void, state: State, given: Given<Command>): Decided<Event>;
  /** The state after an event. */
  evolve(this: void, state: State, event: Event): State;
  /** The next instant at which a clock fires, null when none runs; absent where no clock ever does. */
  nextDeadline?(this: void, state: State): Instant | null;
  /** Whether the viewer may give this subject such a command at all; asked before anything is told or written. */
  mayDo(this: void, state: State, viewer: Viewer, given: { readonly id: string; readonly command: Command }): boolean;
};
