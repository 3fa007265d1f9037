import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/kernel';
import { AuditTrail } from '#persistence/people';
import { Sweep } from '../sweep.js';
import { WorkerSettings } from '../worker.settings.js';

/** Removes what the audit trail has kept long enough. */
@Injectable()
export class AuditSweep {
  private readonly sweep = new Sweep();

  constructor(
    private readonly settings: WorkerSettings,
    private readonly database: Database,
  ) {}

  /** Sweeps at once, and then every hour until `stop`. */
  start(): void {
    this.sweep.start(
      () => new AuditTrail(this.database).forget(),
      (error) => this.settings.logger.warn({ err: error }, 'the audit trail cannot be looked through, trying again'),
    );
  }

  async stop(): Promise<void> {
    await this.sweep.stop();
  }
}
