import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from './logger.js';

const firstPause = 100;
const longestPause = 2_000;

/** An error in words. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(reasonOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}

/** Retries what must not be given up until it works; the health check shows it meanwhile. */
export class Patience {
  private readonly troubles = new Map<string, string>();

  constructor(private readonly logger: Logger) {}

  /** One sentence about why nothing goes on at the moment, undefined when all is well. */
  trouble(): string | undefined {
    return [...this.troubles.values()][0];
  }

  /** Tries until it works, with growing pauses; `goOn` is called in between and ends it by throwing. */
  async persist<Result>(what: string, work: () => Promise<Result>, goOn: () => Promise<void>): Promise<Result> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        const result = await work();
        if (this.troubles.delete(what)) {
          this.logger.info({ what }, 'goes on');
        }
        return result;
      } catch (error) {
        this.logger.warn({ err: error, what, pause }, 'could not be applied, trying again');
        this.troubles.set(what, `${what} waits: ${reasonOf(error)}`);
        await delay(pause);
      }
      try {
        await goOn();
      } catch (error) {
        // Given up: it is somebody else's now.
        this.troubles.delete(what);
        throw error;
      }
    }
  }
}
