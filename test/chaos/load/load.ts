import { setTimeout as delay } from 'node:timers/promises';
import { personas } from '../../../scripts/demo/personas.js';
import { randomFrom } from '../../../scripts/demo/random.js';
import { until } from '../../support/wait.js';
import type { Ground } from '../ground.js';
import { act } from './actor.js';
import { endOfShortHolds } from './bodies.js';
import { Book } from './book.js';
import { Caller } from './caller.js';
import { Cases } from './cases.js';
import type { Sending } from './giving.js';
import type { Ledger } from './ledger.js';
import { settleAll, type Sample } from './settling.js';
import { watchStream, type WatchedStream } from './streams.js';

export type LoadOptions = {
  readonly seed: number;
  /** Actors that act at the same time, each with one request on its way; 12 unless said otherwise. */
  readonly actors?: number;
  /** Cases in play; new ones are opened as old ones close. 40 unless said otherwise. */
  readonly cases?: number;
  /** Commands sent per second at most, as many at once as there are actors, so that some are always on their way together; unlimited when missing. */
  readonly rate?: number;
  /** Of what is asked again at the end although its answer is known. */
  readonly sample?: Sample;
};

/** A load that runs. */
export type Load = {
  /** Commands told accepted, refused or unknown so far, and the longest time without an accepted one (ms) since `mark()`. */
  progress(): { accepted: number; refused: number; unknown: number; longestSilence: number };
  /** Begins a new measuring of the longest silence. */
  mark(): void;
  /**
   * Waits until so many commands are accepted in all; `what` says what that is for, and `patience` how many milliseconds it may take,
   * which is long unless said otherwise: it bounds how long one that hangs is waited for, and no machine is too slow for it.
   * @throws Error at once when an actor has come to its end by an error
   */
  reach(accepted: number, what: string, patience?: number): Promise<void>;
  /** Waits for a moment at which half of the actors or more wait for an answer, so that what is done next falls among their commands. */
  midst(): Promise<void>;
  /**
   * Ends the acting, waits until what is on its way has an answer or gave up, then asks again (same key) for everything unknown and
   * for a sample of the rest. To be called after healing; the streams stay open until `stop`.
   */
  settle(): Promise<Ledger>;
  /** Ends everything at once, streams too. */
  stop(): Promise<void>;
};

const longPatience = 900_000;

/** Who watches: a coordinator at every API, and people of several services in turn. */
const coordinator = 'sofie-hub';
const watchers = ['amelie-beci', 'brigitte-bemediation', 'paul-itaa', 'nora-unpass', 'tom-ucm'];

/** Starts actors who play random commands through the public API, and streams that watch. */
export async function startLoad(ground: Ground, options: LoadOptions): Promise<Load> {
  const { seed, actors = 12, cases: wanted = 40, rate, sample } = options;
  const acting = new AbortController();
  const living = new AbortController();
  const book = new Book();
  const callers = new Map(personas.map((person) => [person.personId, new Caller(person, living.signal)]));
  const callerOf = (personId: string): Caller => {
    const caller = callers.get(personId);
    if (caller === undefined) {
      throw new Error(`the demonstration has no ${personId}`);
    }
    return caller;
  };
  const sending: Sending = {
    book,
    signal: living.signal,
    nextApi: takeTurns(ground.apiUrls),
    pace: paceOf(rate, actors),
  };
  const streams = openStreams(ground.apiUrls, callerOf);
  const cases = new Cases(wanted);
  const acts = Array.from({ length: actors }, (_, place) =>
    act({ random: randomFrom(seed * 1_000 + place), sending, cases, callerOf }, acting.signal),
  );
  const ended = Promise.all(acts);
  // With one actor less the others would go on more slowly, or for ever wait for what it was to do.
  let death: { readonly reason: unknown } | undefined;
  ended.catch((reason: unknown) => (death = { reason }));

  const whileTheyLive = async (condition: () => boolean, what: string, patience = longPatience) => {
    await until(() => death !== undefined || condition(), what, patience);
    if (death !== undefined) {
      throw new Error('an actor of the load has died', { cause: death.reason });
    }
  };

  return {
    progress: () => book.progress(),
    mark: () => book.mark(),
    reach: (accepted, what, patience) => whileTheyLive(() => book.progress().accepted >= accepted, what, patience),
    midst: () => whileTheyLive(() => book.onTheirWay() >= actors / 2, 'many commands are on their way'),
    settle: async () => {
      acting.abort();
      await ended;
      // Then nothing moves by itself any more.
      await delay(Math.max(0, endOfShortHolds(book.all()) - Date.now()));
      await settleAll(randomFrom(seed), { ...sending, pace: async () => undefined }, callerOf, sample);
      const { begunAt, capacities, readings } = book;
      return { seed, begunAt, asked: book.all(), capacities, readings, streams };
    },
    stop: async () => {
      acting.abort();
      living.abort();
      await Promise.allSettled([...acts, ...streams.map((stream) => stream.close())]);
    },
  };
}

function openStreams(apiUrls: readonly string[], callerOf: (personId: string) => Caller): WatchedStream[] {
  const people = [...apiUrls.map(() => coordinator), ...watchers];
  return people.map((personId, place) => watchStream(callerOf(personId), takeTurns(apiUrls, place)));
}

/** Each in turn. */
function takeTurns(apiUrls: readonly string[], first = 0): () => string {
  let turn = first;
  return () => apiUrls[turn++ % apiUrls.length] ?? '';
}

/** Lets so many through per second, some at once and then none for a while. */
function paceOf(rate: number | undefined, atOnce: number): () => Promise<void> {
  let [next, left] = [0, 0];
  return async () => {
    if (rate === undefined) {
      return;
    }
    if (left === 0) {
      [next, left] = [Math.max(Date.now(), next + (1_000 * atOnce) / rate), atOnce];
    }
    left--;
    await delay(Math.max(0, next - Date.now()));
  };
}
