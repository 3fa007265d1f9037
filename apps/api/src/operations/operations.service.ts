import { Injectable } from '@nestjs/common';
import type { OperationsView } from '#contracts';
import { mayDo } from '#domain';
import { redriveDeadLetter } from '#messaging';
import { Database, OperationsRepository } from '#persistence';
import { Problem } from '../problems/problem.js';
import type { Caller } from '../session/caller.js';

/** What those who run Relais see and can do. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly operations: OperationsRepository,
    private readonly database: Database,
  ) {}

  async read({ viewer }: Caller): Promise<OperationsView> {
    if (!mayDo(viewer, 'operate')) {
      throw new Problem('forbidden');
    }
    return this.operations.getView();
  }

  /** Tries a record again that could not be applied; one that was driven again already stays as it is. */
  async redrive({ viewer }: Caller, deadLetterId: string): Promise<OperationsView> {
    if (!mayDo(viewer, 'operate')) {
      throw new Problem('forbidden');
    }
    const redriven = await redriveDeadLetter(this.database, deadLetterId);
    switch (redriven.outcome) {
      case 'redriven':
      case 'already-redriven':
        return this.operations.getView();
      case 'unknown':
        throw new Problem('not-found');
      case 'still-broken':
        throw new Problem('still-broken', { params: { reason: redriven.fault.detail } });
      default:
        throw redriven satisfies never;
    }
  }
}
