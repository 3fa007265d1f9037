import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Announced, Answered, Asked } from './task.js';

/** What came of asking a thread: its answer, or that it was ended or ran out of memory. */
export type Outcome = Answered | 'ended';

/** Seconds that a thread has worked, by the file in which the system counts them; undefined where it does not. */
export type Worked = (countedIn: string | undefined) => number | undefined;

/** What a thread may take. */
export type Limits = {
  /** Megabytes of its values. */
  readonly megabytes: number;
  /** How often longer than it may work a work may take, on however busy a machine. */
  readonly patience: number;
  /** How its work is counted. */
  readonly worked: Worked;
};

/** As Linux counts it: nanoseconds on a processor come first. */
export const worked: Worked = (countedIn) => {
  try {
    return countedIn === undefined ? undefined : Number(readFileSync(countedIn, 'latin1').split(' ')[0]) / 1e9;
  } catch {
    return undefined;
  }
};

/** One thread of an `Aside`, which is asked one thing at a time. */
export class WorkingThread {
  private readonly worker: Worker;
  private readonly gone: Promise<void>;
  private isEnding = false;
  private fault: unknown;
  private settle: (outcome: Outcome) => void = () => undefined;
  private resting: NodeJS.Timeout | undefined;
  private announced: Announced | undefined;

  constructor(
    program: string,
    private readonly limits: Limits,
  ) {
    this.worker = new Worker(program, {
      // No environment: nothing that this process knows is to be found there.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    this.worker.on('message', (said: Answered | Announced) => {
      if ('countedIn' in said) {
        this.announced = said;
      } else {
        this.settle(said);
      }
    });
    this.worker.on('error', (error: unknown) => (this.fault = error));
    this.gone = new Promise((resolve) => {
      this.worker.once('exit', () => {
        this.settle(this.endedBy());
        this.isEnding = true;
        resolve();
      });
    });
  }

  /** Whether it can be asked again. */
  get isThere(): boolean {
    return !this.isEnding;
  }

  /**
   * The outcome, at the latest once it has worked so many seconds and is gone. That others have the processor is no fault of a work,
   * so this time does not count, as far as the system tells it; one that does nothing is given up in the end too.
   */
  async ask(asked: Asked, seconds: number): Promise<Outcome> {
    clearTimeout(this.resting);
    this.worker.ref();
    const [since, before] = [performance.now(), this.workedSoFar() ?? 0];
    let timer: NodeJS.Timeout;
    const look = () => {
      const passed = (performance.now() - since) / 1_000;
      const now = this.workedSoFar();
      const left = Math.min(
        seconds - (now === undefined ? passed : now - before),
        seconds * this.limits.patience - passed,
      );
      if (left > 0) {
        timer = setTimeout(look, Math.ceil(left * 1_000));
      } else {
        void this.end();
      }
    };
    timer = setTimeout(look, seconds * 1_000);
    try {
      return await new Promise<Outcome>((resolve) => {
        this.settle = resolve;
        this.worker.postMessage(asked, []);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits for what it is asked next, and ends after some milliseconds without; no process lives on for it. */
  rest(milliseconds: number): void {
    this.worker.unref();
    this.resting = setTimeout(() => void this.end(), milliseconds);
    this.resting.unref();
  }

  async end(): Promise<void> {
    this.isEnding = true;
    clearTimeout(this.resting);
    await this.worker.terminate();
    await this.gone;
  }

  /** One that is still starting has worked nothing. */
  private workedSoFar(): number | undefined {
    return this.announced === undefined ? 0 : this.limits.worked(this.announced.countedIn);
  }

  private endedBy(): Outcome {
    const { fault } = this;
    const isOutOfMemory = (fault as { readonly code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return this.isEnding || isOutOfMemory ? 'ended' : { error: fault ?? new Error('a thread ended by itself') };
  }
}
