import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './task.js';

/** What came of asking a thread: its answer, or that it was ended or ran out of memory. */
export type Outcome = Answered | 'ended';

/** One thread of an `Aside`, which is asked one thing at a time. */
export class WorkingThread {
  private readonly worker: Worker;
  private readonly gone: Promise<void>;
  private isEnding = false;
  private fault: unknown;
  private settle: (outcome: Outcome) => void = () => undefined;
  private resting: NodeJS.Timeout | undefined;

  /** @param megabytes that its values may take */
  constructor(program: string, megabytes: number) {
    this.worker = new Worker(program, {
      // No environment: nothing that this process knows is to be found there.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    this.worker.on('message', (answer: Answered) => this.settle(answer));
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

  /** The outcome, at the latest after so many seconds and once the thread is gone. */
  async ask(asked: Asked, seconds: number): Promise<Outcome> {
    clearTimeout(this.resting);
    this.worker.ref();
    const timer = setTimeout(() => void this.end(), seconds * 1_000);
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

  private endedBy(): Outcome {
    const { fault } = this;
    const isOutOfMemory = (fault as { readonly code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return this.isEnding || isOutOfMemory ? 'ended' : { error: fault ?? new Error('a thread ended by itself') };
  }
}
