import { setTimeout as delay } from 'node:timers/promises';

/** How often something is swept, in milliseconds. */
export const sweepEvery = 3_600_000;
const pauseAfterFault = 5_000;

/** Does something at once, and then every hour; soon again when it failed. */
export class Sweep {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  /** Begins. `failed` hears of what went wrong. */
  start(work: (signal: AbortSignal) => Promise<void>, failed: (error: unknown) => void): void {
    this.running = this.run(work, failed);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(work: (signal: AbortSignal) => Promise<void>, failed: (error: unknown) => void): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pause = await work(signal).then(
        () => sweepEvery,
        (error: unknown) => {
          failed(error);
          return pauseAfterFault;
        },
      );
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
