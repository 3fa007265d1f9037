import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/kernel';
import type { ClockClient } from '#temporal';
import { Sweep, sweepEvery } from '../sweep.js';
import { WorkerSettings } from '../worker.settings.js';
import { clockedSubjects } from './clocked-subjects.js';

/** Longer than until the next sweep, so that one that fails, or a machine whose time is a little wrong, makes no clock late. */
const soon = 2 * sweepEvery;

/**
 * Tells clocks what they may not know: of a subject that was entered without a word, or whose word was lost with the API or with
 * Temporal. Only clocks that have to ring soon, because the others have time; a clock that knows is not moved.
 */
@Injectable()
export class ClockSweep {
  private readonly sweep = new Sweep();

  constructor(
    private readonly settings: WorkerSettings,
    private readonly database: Database,
  ) {}

  /** Sweeps at once, and then every hour until `stop`. */
  start(clocks: Pick<ClockClient, 'tell'>): void {
    this.sweep.start(
      (signal) => sweepClocks(this.database, clocks, signal),
      (error) => this.settings.logger.warn({ err: error }, 'the clocks of subjects cannot be looked at, trying again'),
    );
  }

  async stop(): Promise<void> {
    await this.sweep.stop();
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
