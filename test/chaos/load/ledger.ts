import type { WatchedStream } from './streams.js';

/** What the API said to one sending of a command. */
export type Told =
  | {
      readonly outcome: 'accepted';
      readonly caseId: string;
      readonly sequence: number;
      /** Marks (see `marksOf`) of the last events of the timeline that came with the answer. */
      readonly marks: readonly string[];
    }
  | { readonly outcome: 'refused'; readonly status: number; readonly code: string }
  /** No answer, or one that says nothing about what happened. */
  | { readonly outcome: 'unknown'; readonly why: string };

/** One sending of a command; times in milliseconds since 1970. */
export type Try = {
  readonly apiUrl: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** True when it was sent after all faults were healed and nothing else was on its way. */
  readonly settling: boolean;
  readonly told: Told;
};

/** One command: what a person asked under one key, and what they were told each time. */
export type Asked = {
  readonly key: string;
  readonly personId: string;
  /** Of an opening: the case it makes. */
  readonly caseId: string;
  readonly opens: boolean;
  readonly body: unknown;
  /** When it can never be accepted: the codes of which one is the right answer. */
  readonly mustRefuse?: readonly string[];
  /** In the order of their answers. */
  readonly tries: readonly Try[];
};

/** One confirmation of a capacity; it has no key, so every sending is one of its own. */
export type CapacityAsked = {
  readonly personId: string;
  readonly serviceId: string;
  readonly capacity: string;
  readonly told: 'accepted' | 'refused' | 'unknown';
};

/** What a person who had seen a case so far was shown of it. */
export type Reading = {
  readonly personId: string;
  readonly caseId: string;
  /** The highest sequence of the case that they had seen when they asked; 0 for none. */
  readonly seen: number;
  readonly sequence: number;
  /** How many events are left out before the first that is shown. */
  readonly earlier: number;
  /** Sequences of the events that are shown. */
  readonly shown: readonly number[];
  /** Sequences of which they were told that they are missing. */
  readonly missing: { readonly from: number; readonly to: number } | null;
};

/** Everything that was asked and told in one run. */
export type Ledger = {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly asked: readonly Asked[];
  readonly capacities: readonly CapacityAsked[];
  readonly readings: readonly Reading[];
  readonly streams: readonly WatchedStream[];
};

/** The last word on a command. */
export type Outcome = 'accepted' | 'refused' | 'unknown';

/**
 * What became of a command as far as its sender can know. Accepted once is accepted. Refused counts only when no sending is without
 * an answer, or when it was refused again after everything had settled: until then one that is still on its way may be applied.
 */
export function outcomeOf({ tries }: Pick<Asked, 'tries'>): Outcome {
  if (tries.some(({ told }) => told.outcome === 'accepted')) {
    return 'accepted';
  }
  const last = tries.at(-1);
  const sure = last?.settling === true || tries.every(({ told }) => told.outcome === 'refused');
  return last?.told.outcome === 'refused' && sure ? 'refused' : 'unknown';
}
