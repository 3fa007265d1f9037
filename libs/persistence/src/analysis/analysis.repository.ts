import type { AnalysisSettings, AuditEntry, AuditQuery } from '#contracts/analysis';
import { auditOutcomeOf } from '#domain/analysis';
import type { Database } from '../kernel/database.js';
import { appendAudit } from '../people/audit-trail.repository.js';

/** A file that an analyst may fetch; `file` is relative to the archive's folder. */
export type StoredExport = {
  readonly exportId: string;
  readonly personId: string;
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
};

type AuditRow = {
  audit_id: string;
  at: Date;
  person_id: string;
  person_name: string | null;
  kind: AuditEntry['kind'];
  subject: string;
  rows: string | null;
  outcome: string;
  age: number;
  milliseconds: number;
};

const exportColumns = `export_id::text AS "exportId", person_id AS "personId", name, file, rows::float8 AS rows, bytes::float8 AS bytes`;
const exportSwitch = 'exports-allowed';

/** What analysts did, the files they may fetch, and what the installation lets them do. */
export class AnalysisRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async findAudit({ personId, kind, before, limit }: AuditQuery): Promise<AuditEntry[]> {
    const rows = await this.database.query<AuditRow>(
      `SELECT audit_id, at, person_id, person.name AS person_name, kind, subject, rows, outcome, milliseconds,
              extract(epoch FROM now() - at)::float8 AS age
         FROM relais.analysis_audit LEFT JOIN relais.person USING (person_id)
        WHERE ($1::text IS NULL OR person_id = $1) AND ($2::text IS NULL OR kind = $2) AND ($3::bigint IS NULL OR audit_id < $3)
        ORDER BY audit_id DESC LIMIT $4`,
      [personId ?? null, kind ?? null, before ?? null, limit],
    );
    return rows.map((row) => ({
      auditId: Number(row.audit_id),
      at: row.at.toISOString(),
      personId: row.person_id,
      personName: row.person_name,
      kind: row.kind,
      subject: row.subject,
      rows: row.rows === null ? null : Number(row.rows),
      outcome: auditOutcomeOf(row.outcome, row.age),
      milliseconds: row.milliseconds,
    }));
  }

  async readSettings(): Promise<AnalysisSettings> {
    const [row] = await this.database.query<{ value: boolean }>('SELECT value FROM relais.setting WHERE name = $1', [
      exportSwitch,
    ]);
    return { exportsAllowed: row?.value ?? true };
  }

  async saveSettings({ exportsAllowed }: AnalysisSettings, personId: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query(
        `INSERT INTO relais.setting (name, value, changed_by) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by, changed_at = now()`,
        [exportSwitch, JSON.stringify(exportsAllowed), personId],
      );
      await appendAudit(sql, {
        personId,
        action: exportsAllowed ? 'exports-switched-on' : 'exports-switched-off',
        about: ['installation', 'exports'],
      });
    });
  }

  async addExport({ exportId, personId, name, file, rows, bytes }: StoredExport): Promise<void> {
    await this.database.query(
      `INSERT INTO relais.analysis_export (export_id, person_id, name, file, rows, bytes) VALUES ($1, $2, $3, $4, $5, $6)`,
      [exportId, personId, name, file, rows, bytes],
    );
  }

  /** The file, if the person made it and it is not older than so many seconds. */
  async findExport(exportId: string, personId: string, seconds: number): Promise<StoredExport | undefined> {
    const [row] = await this.database.query<StoredExport>(
      `SELECT ${exportColumns} FROM relais.analysis_export
        WHERE export_id = $1 AND person_id = $2 AND made_at > now() - make_interval(secs => $3)`,
      [exportId, personId, seconds],
    );
    return row;
  }

  /** Forgets what is older; gives the files, which are then to be deleted. */
  async forgetExports(seconds: number): Promise<StoredExport[]> {
    return this.database.query<StoredExport>(
      `DELETE FROM relais.analysis_export WHERE made_at <= now() - make_interval(secs => $1) RETURNING ${exportColumns}`,
      [seconds],
    );
  }
}
