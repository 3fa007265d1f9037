import type { ImportBatch } from '#contracts/case';
import { locks } from '../kernel/locks.js';
import { putWrittenIntoOutbox } from '../kernel/outbox.repository.js';
import type { Database } from '../kernel/database.js';

export type NewImport = {
  readonly batchId: string;
  readonly fileHash: Uint8Array;
  readonly importedBy: string;
  readonly rows: number;
  /** The rows that hold a case, some at a time: their cases, their lines in the file, and their events as JSON of `OutboxEntry`s. */
  readonly parts: readonly {
    readonly caseIds: readonly string[];
    readonly rows: readonly number[];
    readonly entries: string;
  }[];
};

/** What stands against an import that looked right: the whole file, or cases that are there already, by id. */
export type ImportConflict = { readonly repeated: true } | { readonly known: readonly string[] };

type BatchRow = { batch_id: string; rows: number; imported_at: Date; imported_by: string; waiting: number };

/** Batches of closed cases from before Relais. */
export class ImportRepository {
  constructor(private readonly database: Database) {}

  /** Stores all rows and their events for Kafka in one transaction; a conflict stores nothing. */
  async store(batch: NewImport): Promise<ImportConflict | undefined> {
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.imports]);
      const repeated = await sql.query('SELECT batch_id FROM relais.import_batch WHERE file_hash = $1', [
        Buffer.from(batch.fileHash),
      ]);
      if (repeated.length > 0) {
        return { repeated: true };
      }
      const ids = batch.parts.flatMap(({ caseIds }) => caseIds);
      const known = await sql.query<{ case_id: string }>(
        'SELECT case_id FROM relais.import_row WHERE case_id = ANY ($1::uuid[])',
        [ids],
      );
      if (known.length > 0) {
        return { known: known.map((row) => row.case_id) };
      }
      await sql.query(
        `INSERT INTO relais.import_batch (batch_id, file_hash, rows, imported_at, imported_by) VALUES ($1, $2, $3, now(), $4)`,
        [batch.batchId, Buffer.from(batch.fileHash), batch.rows, batch.importedBy],
      );
      for (const { caseIds, rows, entries } of batch.parts) {
        await sql.query(
          `INSERT INTO relais.import_row (case_id, batch_id, row)
           SELECT case_id, $1, row FROM unnest($2::uuid[], $3::int[]) AS part (case_id, row)`,
          [batch.batchId, caseIds, rows],
        );
        await putWrittenIntoOutbox(sql, entries);
      }
      return undefined;
    });
  }

  /** The batch and how far its events are, undefined when there is none. */
  async findBatch(batchId: string): Promise<ImportBatch | undefined> {
    const [row] = await this.database.query<BatchRow>(
      `SELECT b.batch_id, b.rows, b.imported_at, b.imported_by,
              (SELECT count(*)::int FROM relais.outbox o
                WHERE o.published_at IS NULL AND o.topic = 'cases.v1' AND o.event->'by'->>'batchId' = b.batch_id::text) AS waiting
         FROM relais.import_batch b WHERE b.batch_id = $1`,
      [batchId],
    );
    return (
      row && {
        batchId: row.batch_id,
        rows: row.rows,
        importedAt: row.imported_at.toISOString(),
        importedBy: row.imported_by,
        published: row.rows - row.waiting,
      }
    );
  }
}
