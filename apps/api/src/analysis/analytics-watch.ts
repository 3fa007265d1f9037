import { findTrespasses, stopTrespass, type Trespass } from '#persistence/analysis';
import type { Database } from '#persistence/kernel';
import type { Logger } from '#runtime';

const every = 1_000;

type WatchOptions = {
  readonly database: Database;
  readonly logger: Logger;
  /** Longest statement of an outside tool, in seconds. */
  readonly seconds: number;
};

/**
 * Stops what outside tools ask of PostgreSQL and takes too long: a statement first, and the session when the statement goes on all the same.
 * Every API watches; stopping twice does no harm.
 */
export class AnalyticsWatch {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private fault: string | undefined;
  private stopped = false;
  private cancelled: ReadonlySet<string> = new Set();

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
      const cancelled = new Set<string>();
      for (const { pid, role, reason, running } of await findTrespasses(database, seconds)) {
        const action = this.actionOn(reason, running);
        await stopTrespass(database, pid, action);
        if (running !== null) {
          cancelled.add(running);
        }
        logger.warn({ pid, role, reason, action }, 'an outside tool was stopped');
      }
      this.cancelled = cancelled;
      this.fault = undefined;
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      if (fault !== this.fault) {
        logger.warn({ err: error }, 'outside tools cannot be watched');
      }
      this.fault = fault;
    }
  }

  private actionOn(reason: Trespass['reason'], running: string | null): 'cancel' | 'terminate' {
    const mayStop = running !== null && !this.cancelled.has(running);
    return reason === 'statement' || (reason === 'transaction' && mayStop) ? 'cancel' : 'terminate';
  }
}
