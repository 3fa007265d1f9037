import type { Database } from '#persistence/kernel';
import { reasonOf, type Logger } from '#runtime';
import { fileSome, largestFiling } from './filing.js';
import {
  compactSome,
  eraseSome,
  fileMeasures,
  fileRows,
  recoverFiles,
  removeRetired,
  sweepLeftovers,
} from './upkeep.js';

/** Times in milliseconds. */
export type FilerTimes = {
  /** Between two filings, when nobody waits for one. */
  readonly filing: number;
  /** Between two rounds of erasing, joining and counting. */
  readonly upkeep: number;
  /** For which a file that was replaced may still be read; longer than the longest export. */
  readonly grace: number;
};

const usual: FilerTimes = { filing: 10_000, upkeep: 30_000, grace: 360_000 };
/** At the start, and then now and then. */
const lookEvery = 3_600_000;
const firstPause = 200;
const longestPause = 5_000;

type FilerOptions = {
  readonly database: Pick<Database, 'query' | 'transaction'>;
  readonly folder: string;
  readonly logger: Logger;
  readonly times?: Partial<FilerTimes>;
};

/** Keeps the Parquet files up to date. Of several one works at a time, whichever comes first. */
export class Filer {
  private readonly times: FilerTimes;
  private stopped = false;
  private running: Promise<void> | undefined;
  private wake: () => void = () => undefined;
  private wanted = false;
  /** Events that were taken in since the last filing. */
  private waiting = 0;
  private fault: string | undefined;
  private pause = firstPause;
  private upkeptAt = -Infinity;
  private lookedAt = -Infinity;

  constructor(private readonly options: FilerOptions) {
    this.times = { ...usual, ...options.times };
  }

  /** Begins to file; `stop` ends it, nothing else does. */
  start(): void {
    this.running = this.run();
  }

  /** Finishes what it is writing, then ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  /** Somebody waits until files hold all that came in. */
  want(): void {
    this.wanted = true;
    this.wake();
  }

  /** So many events came in; enough of them are filed at once. */
  taken(events: number): void {
    this.waiting += events;
    if (this.waiting >= largestFiling) {
      this.wake();
    }
  }

  /** One sentence about why nothing is filed at the moment, undefined when all is well. */
  trouble(): string | undefined {
    return this.fault;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.round();
        this.fault = undefined;
        this.pause = firstPause;
        if (!this.wanted && this.waiting < largestFiling) {
          await this.sleep(this.times.filing);
        }
      } catch (error) {
        this.fault = `filing waits: ${reasonOf(error)}`;
        this.options.logger.warn({ err: error, pause: this.pause }, 'events cannot be filed, trying again');
        await this.sleep(this.pause);
        this.pause = Math.min(this.pause * 2, longestPause);
      }
    }
  }

  private async round(): Promise<void> {
    this.wanted = false;
    this.waiting = 0;
    if (Date.now() - this.lookedAt >= lookEvery) {
      await this.lookAround();
      this.lookedAt = Date.now();
    }
    await this.fileAll();
    if (Date.now() - this.upkeptAt >= this.times.upkeep) {
      try {
        await this.keepUp();
      } catch (error) {
        // It may be a file that is gone or cut off: look at once, and have all written again.
        this.lookedAt = -Infinity;
        throw error;
      }
      this.upkeptAt = Date.now();
    }
  }

  /** All that was there when it began; what comes meanwhile waits for the next filing, so that files do not become small. */
  private async fileAll(): Promise<void> {
    for (let rest = Infinity; rest > 0 && !this.stopped;) {
      const { records, left } = await fileSome(this.options.database, this.options.folder);
      rest = records === 0 ? 0 : Math.min(rest - records, left);
      if (records > 0) {
        this.options.logger.info({ records, left }, 'filed');
      }
    }
  }

  private async keepUp(): Promise<void> {
    const { logger } = this.options;
    // First, so that nothing below keeps what was erased.
    await removeRetired(this.options, this.times.grace / 1_000);
    const steps = [eraseSome, compactSome];
    for (const step of steps) {
      while (!this.stopped && !this.wanted && (await step(this.options))) {
        logger.info({ step: step.name }, 'files were rewritten');
      }
    }
    await fileMeasures(this.options);
    await fileRows(this.options);
  }

  /** Whether the folder holds what it should, and no more. */
  private async lookAround(): Promise<void> {
    const { logger } = this.options;
    const missing = await recoverFiles(this.options);
    if (missing > 0) {
      logger.warn({ missing }, 'files are gone, all are written again');
    }
    const swept = await sweepLeftovers(this.options);
    logger.info({ swept: swept.length }, 'swept');
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.stopped) {
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
