import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { api } from './api.js';
import { drafts, unanswered, type Kept } from './kept.js';
import { isConnected, onLive } from './live.js';
import { ApiProblem } from './problem.js';
import { standing } from './standing.js';

/** A command that has no answer yet. */
export type Unanswered = {
  readonly path: string;
  /** How it is sent; `post` if not said. */
  readonly method?: 'put' | undefined;
  readonly body: unknown;
  /** Idempotency key: the same at every attempt, so that it happens once. */
  readonly key: string;
  /** What it is, in words for the person. */
  readonly about: string;
  /** The place of the draft it was made of; an answer ends the draft. */
  readonly draft?: string | undefined;
  /** Attempts so far; above none it may have happened already. */
  readonly attempts: number;
  /** What it comes to does not depend on when it arrives, so every attempt counts as a first one. */
  readonly timeless?: boolean | undefined;
};

/** How commands are sent, and how one waits. */
export type Ways = {
  readonly post: (command: Unanswered, signal: AbortSignal) => Promise<unknown>;
  readonly isConnected: () => boolean;
  /** Settles when it is worth trying again after so many failures, or once `signal` says that nobody wants to. */
  readonly connected: (failures: number, signal: AbortSignal) => Promise<void>;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

type Kepts = { readonly unanswered: Kept; readonly drafts: Pick<Kept, 'remove'> };
type Run = {
  command: Unanswered;
  waits: boolean;
  failures: number;
  repeats: number;
  readonly stopping: AbortController;
};

const place = 'commands without an answer';
/** Nobody waits longer without a word. */
const wordAfter = 1_500;
const mostRepeats = 2;

/**
 * Sends commands, each so that it happens once. One that finds no connection waits for it, with what was written; a reload goes on
 * with those that have no answer yet; the person may take one back.
 */
export class Outbox {
  private readonly running = new Map<string, Run>();
  private readonly listeners = new Set<() => void>();
  private shown: readonly Unanswered[] = [];

  constructor(
    private readonly kept: Kepts,
    private readonly ways: Ways,
  ) {}

  /** The answer to a command, or why it was refused; a problem `withdrawn` when the person takes it back. */
  async send<Answer>(command: Unanswered): Promise<Answer> {
    return (await this.deliver(command)) as Answer;
  }

  /** Goes on with the commands of before a reload. */
  resume(onAnswer: (command: Unanswered, error?: unknown) => void): void {
    for (const command of this.list()) {
      if (!this.running.has(command.key)) {
        this.deliver(command).then(
          () => onAnswer(command),
          (error: unknown) => onAnswer(command, error),
        );
      }
    }
  }

  /** Takes a command back: it is not sent any more. */
  withdraw(key: string): void {
    this.running.get(key)?.stopping.abort();
  }

  /** Those that wait for the connection, or for an answer that takes long. */
  readonly held = (): readonly Unanswered[] => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private async deliver(command: Unanswered): Promise<unknown> {
    const run: Run = { command, waits: false, failures: 0, repeats: 0, stopping: new AbortController() };
    const { personId } = this.kept.unanswered;
    this.running.set(command.key, run);
    this.keep(command);
    const slow = setTimeout(() => this.waits(run), wordAfter);
    try {
      const answer = await this.answered(run, personId);
      if (command.draft !== undefined) {
        this.kept.drafts.remove(command.draft);
      }
      return answer;
    } finally {
      clearTimeout(slow);
      this.running.delete(command.key);
      this.keep(command, true);
      this.tell();
    }
  }

  private async answered(run: Run, personId: string | undefined): Promise<unknown> {
    const { signal } = run.stopping;
    for (;;) {
      // Whoever signs in meanwhile never sends what somebody else wrote.
      if (signal.aborted || this.kept.unanswered.personId !== personId) {
        throw withdrawn(run.command);
      }
      if (!this.ways.isConnected()) {
        this.waits(run);
        await this.ways.connected(run.failures, signal);
        continue;
      }
      run.command = { ...run.command, attempts: run.command.attempts + 1 };
      this.keep(run.command);
      try {
        return await this.ways.post(run.command, signal);
      } catch (error) {
        await this.waitAfter(error, run);
      }
    }
  }

  /** Waits for what has to change before another attempt; throws what no attempt would change. */
  private async waitAfter(error: unknown, run: Run): Promise<void> {
    const { signal } = run.stopping;
    if (signal.aborted) {
      return;
    }
    if (error instanceof ApiProblem && (error.code === 'offline' || error.status === 401)) {
      run.failures += 1;
      this.waits(run);
      await this.ways.connected(run.failures, signal);
      return;
    }
    if (error instanceof ApiProblem && error.passing && run.repeats < mostRepeats) {
      run.repeats += 1;
      await this.ways.pause(250 * 2 ** run.repeats, signal);
      return;
    }
    throw error;
  }

  private list(): readonly Unanswered[] {
    return (this.kept.unanswered.get(place) as readonly Unanswered[] | undefined) ?? [];
  }

  private keep(command: Unanswered, isOver = false): void {
    const others = this.list().filter(({ key }) => key !== command.key);
    const all = isOver ? others : [...others, command];
    if (all.length === 0) {
      this.kept.unanswered.remove(place);
    } else {
      this.kept.unanswered.set(place, all);
    }
  }

  private waits(run: Run): void {
    run.waits = true;
    this.tell();
  }

  private tell(): void {
    this.shown = [...this.running.values()].filter(({ waits }) => waits).map(({ command }) => command);
    this.listeners.forEach((listener) => listener());
  }
}

function withdrawn({ attempts }: Unanswered): ApiProblem {
  return new ApiProblem(0, 'withdrawn', i18next.t(attempts === 0 ? 'held.withdrawn' : 'held.withdrawnLate'));
}

/** An attempt that has no answer after so long is made once more: the key sees to it that it happens once. */
const longestAttempt = 20_000;
const slowestRetry = 15_000;

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** Waits until the connection comes back or, as nobody may be told of it, a while. */
async function connected(failures: number, signal: AbortSignal): Promise<void> {
  await pause(Math.min(failures, 1) * 500, signal);
  const stopping = new AbortController();
  const back = new Promise<void>((resolve) => {
    const look = () => standing.now === 'holds' && isConnected() && resolve();
    const stops = [onLive(look), standing.subscribe(look)];
    stopping.signal.addEventListener('abort', () => stops.forEach((stop) => stop()));
  });
  signal.addEventListener('abort', () => stopping.abort(), { once: true });
  await Promise.race([back, pause(Math.min(slowestRetry, 500 * 2 ** failures), stopping.signal)]);
  stopping.abort();
}

/** The commands of this page. */
export const outbox = new Outbox(
  { unanswered, drafts },
  {
    isConnected: () => standing.now === 'holds' && isConnected(),
    connected,
    pause,
    post: ({ path, method, body, key, attempts, timeless }, signal) =>
      (method === 'put' ? api.put : api.post)(path, body, {
        key: { key, attempt: timeless === true ? 1 : attempts },
        signal: AbortSignal.any([signal, AbortSignal.timeout(longestAttempt)]),
      }),
  },
);

/** The commands that wait. */
export function useHeld(): readonly Unanswered[] {
  return useSyncExternalStore(outbox.subscribe, outbox.held);
}
