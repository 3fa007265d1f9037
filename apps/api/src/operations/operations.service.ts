import { Injectable } from '@nestjs/common';
import type { DeadLetter, OperationsView, RedriveAnswer } from '#contracts/operations';
import { Database } from '#persistence/kernel';
import { OperationsRepository, RunningRepository } from '#persistence/operations';
import { QueueWatch } from '#temporal';
import { Problem } from '../kernel/problems/problem.js';
import { BackupNote } from './backup-note.js';
import { viewOf } from './view.js';
import { redriveDeadLetter } from './redrive.js';

/** Dead letters that are driven again by one request. */
const mostAtOnce = 500;

/** What those who run Relais see and can do. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly operations: OperationsRepository,
    private readonly running: RunningRepository,
    private readonly queue: QueueWatch,
    private readonly database: Database,
    private readonly backups: BackupNote,
  ) {}

  async read(): Promise<OperationsView> {
    return this.getView();
  }

  /** Tries a record again that could not be applied; one that was driven again already stays as it is. */
  async redrive(deadLetterId: string): Promise<OperationsView> {
    const redriven = await redriveDeadLetter(this.database, deadLetterId);
    switch (redriven.outcome) {
      case 'redriven':
      case 'already-redriven':
        return this.getView();
      case 'unknown':
        throw new Problem('not-found');
      case 'still-broken':
        throw new Problem('still-broken', { params: { reason: redriven.fault.detail } });
      default:
        throw redriven satisfies never;
    }
  }

  /** Tries the oldest records of one reason again, each by itself. */
  async redriveAll(reason: DeadLetter['reason']): Promise<RedriveAnswer> {
    const tally = { redriven: 0, stillBroken: 0 };
    for (const deadLetterId of await this.operations.findOpenLetters(reason, mostAtOnce)) {
      const { outcome } = await redriveDeadLetter(this.database, deadLetterId);
      tally.redriven += outcome === 'redriven' ? 1 : 0;
      tally.stillBroken += outcome === 'still-broken' ? 1 : 0;
    }
    return { ...tally, view: await this.getView() };
  }

  private async getView(): Promise<OperationsView> {
    const [flow, processes, postgresql, queue, backupAt] = await Promise.all([
      this.operations.getFlow(),
      this.running.findProcesses(),
      this.running.getServer(),
      this.queue.read().catch(() => undefined),
      this.backups.takenAt(),
    ]);
    return viewOf({ flow, processes, postgresql, queue, backupAt });
  }
}
