import { type Database, findTrespasses, stopTrespass } from '#persistence';
import type { Logger } from '#runtime';

const every = 1_000;

type WatchOptions = {
  readonly database: Database;
  readonly logger: Logger;
  /** Longest statement of an outside tool, in seconds. */
  readonly seconds: number;
};

/** Stops what outside tools ask of PostgreSQL and takes too long. Every API watches; stopping twice does no harm. */
export class AnalyticsWatch {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private fault: string | undefined;
  private stopped = false;

  constructor(private readonly options: WatchOptions) {}

  start(): void {
    this.looking = this.look().finally(() => {
      if (!this.stopped) {
        this.timer = setTimeout(() => this.start(), every);
        this.timer.unref();
      }
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    const { database, logger, seconds } = this.options;
    try {
      for (const trespass of await findTrespasses(database, seconds)) {
        await stopTrespass(database, trespass);
        logger.warn({ ...trespass }, 'an outside tool was stopped');
      }
      this.fault = undefined;
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      if (fault !== this.fault) {
        logger.warn({ err: error }, 'outside tools cannot be watched');
      }
      this.fault = fault;
    }
  }
}
