import type { Logger } from './logger.js';
import { onceReachable } from './once-reachable.js';

type LateStartOptions<Part> = {
  /** What may come up later than this process. */
  readonly engine: string;
  readonly logger: Logger;
  readonly start: () => Promise<Part>;
};

/** A part of a process that needs an engine: starting goes on until the engine is there, and health says that it waits. */
export class LateStart<Part extends { stop(): Promise<void> }> {
  private readonly stopping = new AbortController();
  private part: Part | undefined;
  private waiting = 'is starting';

  constructor(private readonly options: LateStartOptions<Part>) {}

  /** One sentence about why the part does not run, or about what its trouble is; undefined when all is well. */
  trouble(ofPart: (part: Part) => string | undefined): string | undefined {
    return this.part === undefined ? this.waiting : ofPart(this.part);
  }

  /** Starts the part; answers whether it runs, which it does not when it was told to stop before that. */
  async start(): Promise<boolean> {
    const { signal } = this.stopping;
    const { start, ...options } = this.options;
    await onceReachable({ ...options, signal, onWait: (reason) => (this.waiting = reason) }, async () => {
      const part = await start();
      this.part = part;
      if (signal.aborted) {
        await part.stop();
      }
    });
    return !signal.aborted;
  }

  /** Ends the trying, and the part when it runs. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.part?.stop();
  }
}
