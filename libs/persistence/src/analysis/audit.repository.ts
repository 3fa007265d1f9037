import type { AuditKind } from '#contracts/analysis';
import { covered } from '#domain/anonymity';
import type { Sql } from '../kernel/database.js';

/** What an analyst did. */
export type AuditRecord = {
  readonly personId: string;
  readonly kind: AuditKind;
  /** The filter as text, the SQL with its parameters, or the file. */
  readonly subject: string;
  readonly queryId?: string;
  /** Rows that left; null while unknown. */
  readonly rows: number | null;
  readonly outcome: string;
  readonly milliseconds: number;
};

/** Writes down what analysts do. */
export class AuditRepository {
  constructor(private readonly sql: Sql) {}

  /** Keeps the fact, and of its texts what identifies nobody; answers the number of the entry, for `complete`. */
  async record({ personId, kind, subject, queryId, rows, outcome, milliseconds }: AuditRecord): Promise<number> {
    const [entry] = await this.sql.query<{ id: string }>(
      `INSERT INTO relais.analysis_audit (person_id, kind, subject, query_id, rows, outcome, milliseconds)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING audit_id::text AS id`,
      [personId, kind, covered(subject), covered(queryId ?? '') || null, rows, outcome, Math.round(milliseconds)],
    );
    return Number(entry?.id);
  }

  /** Tells how something ended that was recorded at its beginning. */
  async complete(
    auditId: number,
    { rows, outcome, milliseconds }: Pick<AuditRecord, 'rows' | 'outcome' | 'milliseconds'>,
  ): Promise<void> {
    await this.sql.query(
      'UPDATE relais.analysis_audit SET rows = $2, outcome = $3, milliseconds = $4 WHERE audit_id = $1',
      [auditId, rows, outcome, Math.round(milliseconds)],
    );
  }
}
