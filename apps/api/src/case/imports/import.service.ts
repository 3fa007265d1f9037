import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportBatch } from '#contracts/case';
import { region } from '#contracts/kernel/codes';
import { ImportRepository } from '#persistence/case';
import { Aside } from '#runtime';
import { Problem } from '../../kernel/problems/problem.js';
import type { Caller } from '../../kernel/session/caller.js';
import { type Fault, sentenceOf } from './faults.js';
import { readingHistory } from './history.js';

/** The key that turns references into case ids; without it nobody can go back or compare. */
export class ReferenceKey {
  constructor(readonly secret: Buffer) {}
}

/** The calendar date of the region. */
function today(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: region.timeZone, dateStyle: 'short' }).format(now);
}

function refused(faults: readonly Fault[]): Problem {
  return new Problem('import-refused', {
    params: { count: faults.length },
    objections: faults.map((fault) => ({
      path: fault.column === null ? `rows.${fault.row}` : `rows.${fault.row}.${fault.column}`,
      text: (language) => sentenceOf(fault, language),
    })),
  });
}

/** Takes in closed cases from before Relais, all of a file or nothing. */
@Injectable()
export class ImportService {
  constructor(
    private readonly imports: ImportRepository,
    private readonly key: ReferenceKey,
    private readonly aside: Aside,
  ) {}

  /** Imports a file; its events go out through the outbox. */
  async take({ viewer }: Caller, file: unknown): Promise<ImportBatch> {
    const batchId = randomUUID();
    const bytes = Buffer.isBuffer(file) ? file : Buffer.alloc(0);
    const asked = { file: bytes, today: today(new Date()), batchId, secret: this.key.secret };
    const history = await this.aside.run(readingHistory, asked, viewer.personId);
    if ('faults' in history) {
      throw refused(history.faults);
    }
    const conflict = await this.imports.store({ batchId, importedBy: viewer.personId, ...history });
    if (conflict === undefined) {
      return this.get(batchId);
    }
    if ('repeated' in conflict) {
      throw new Problem('import-repeated');
    }
    const known = new Set(conflict.known);
    const rows = history.parts.flatMap((part) => part.rows.filter((_, at) => known.has(part.caseIds[at] ?? '')));
    throw refused(rows.map((row) => ({ row, column: 'reference', code: 'imported' })));
  }

  async read(batchId: string): Promise<ImportBatch> {
    return this.get(batchId);
  }

  private async get(batchId: string): Promise<ImportBatch> {
    const batch = await this.imports.findBatch(batchId);
    if (batch === undefined) {
      throw new Problem('not-found');
    }
    return batch;
  }
}
