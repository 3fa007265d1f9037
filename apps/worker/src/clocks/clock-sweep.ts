import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/kernel';
import type { ClockClient } from '#temporal';
import { WorkerSettings } from '../worker.settings.js';
import { clockedSubjects } from './clocked-subjects.js';

const every = 3_600_000;
const pauseAfterFault = 5_000;
/** Longer than until the next sweep, so that one that fails, or a machine whose time is a little wrong, makes no clock late. */
const soon = 2 * every;

/**
 * Tells clocks what they may not know: of a subject that was entered without a word, or whose word was lost with the API or with
 * Temporal. Only clocks that have to ring soon, because the others have time; a clock that knows is not moved.
 */
@Injectable()
export class ClockSweep {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly database: Database,
  ) {}

  /** Sweeps at once, and then every hour until `stop`. */
  start(clocks: Pick<ClockClient, 'tell'>): void {
    this.running = this.run(clocks);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(clocks: Pick<ClockClient, 'tell'>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pause = await sweepClocks(this.database, clocks, signal).then(
        () => every,
        (error: unknown) => {
          this.settings.logger.warn({ err: error }, 'the clocks of subjects cannot be looked at, trying again');
          return pauseAfterFault;
        },
      );
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

/**
 * Tells the clocks that have to ring soon, or should have, their deadlines.
 * @throws when PostgreSQL or Temporal is away; those that were told are told again then, which moves none
 */
export async function sweepClocks(
  database: Pick<Database, 'query'>,
  clocks: Pick<ClockClient, 'tell'>,
  signal: AbortSignal,
): Promise<void> {
  const until = Date.now() + soon;
  for (const subject of clockedSubjects) {
    for await (const due of subject.findDue(database)) {
      if (signal.aborted) {
        return;
      }
      if (Date.parse(due.due) <= until) {
        await clocks.tell(due);
      }
    }
  }
}
