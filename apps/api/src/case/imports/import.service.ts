import { createHash, createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseEvent, ImportBatch } from '#contracts/case';
import { region } from '#contracts/kernel/codes';
import { ImportRepository } from '#persistence/case';
import { Problem } from '../../kernel/problems/problem.js';
import type { Caller } from '../../kernel/session/caller.js';
import { uuidFrom } from '../../kernel/system/uuid.js';
import { factsOf } from './columns.js';
import { type Fault, sentenceOf } from './faults.js';
import { type FileRow, readFile } from './read-file.js';
import { withInstants } from './referrals.js';

/** The key that turns references into case ids; without it nobody can go back or compare. */
export class ReferenceKey {
  constructor(readonly secret: Buffer) {}
}

/** Noon in UTC is the same calendar day everywhere in Europe. */
const noon = (date: string) => `${date}T12:00:00.000Z`;

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
  ) {}

  /** Imports a file; its events go out through the outbox. */
  async take({ viewer }: Caller, file: unknown): Promise<ImportBatch> {
    const bytes = Buffer.isBuffer(file) ? file : Buffer.alloc(0);
    const { rows, faults } = await readFile(bytes, today(new Date()));
    if (faults.length > 0) {
      throw refused(faults);
    }
    const batchId = randomUUID();
    const events = rows.map((row) => ({ row: row.row, event: this.eventOf(row, batchId) }));
    const conflict = await this.imports.store({
      batchId,
      fileHash: createHash('sha256').update(bytes).digest(),
      importedBy: viewer.personId,
      rows: events,
    });
    if (conflict === undefined) {
      return this.get(batchId);
    }
    if ('repeated' in conflict) {
      throw new Problem('import-repeated');
    }
    const known = new Set(conflict.known);
    throw refused(
      events
        .filter((one) => known.has(one.event.caseId))
        .map(({ row }) => ({ row, column: 'reference', code: 'imported' })),
    );
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

  private eventOf({ cells }: FileRow, batchId: string): CaseEvent {
    const mac = createHmac('sha256', this.key.secret).update(`relais import ${cells.reference}`).digest();
    const caseId = uuidFrom(mac);
    return {
      id: `${caseId}:1`,
      caseId,
      sequence: 1,
      time: noon(cells.closed_on),
      by: { kind: 'import', batchId },
      type: 'relais.case.imported.v1',
      data: {
        facts: factsOf(cells),
        openedOn: noon(cells.opened_on),
        closedOn: noon(cells.closed_on),
        outcome: cells.outcome,
        ...(cells.referrals !== undefined && {
          referrals: cells.referrals.map((one) => withInstants(one, noon)),
        }),
      },
    };
  }
}
