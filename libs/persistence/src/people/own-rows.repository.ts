import type { OwnData } from '#contracts/people';
import type { Database } from '../kernel/database.js';
import type { RowTable } from './person-tables.js';

type Part = {
  /** True of the rows that are about the person of the first parameter. */
  readonly of: string;
  /** The columns that they get: neither hashes nor what others wrote. */
  readonly give: string;
};

const theirs: Part['of'] = 't.person_id = $1';
const made = 't.made_by = $1';
const imported = 't.imported_by = $1';
const ofMembership = 't.membership_id IN (SELECT membership_id FROM relais.membership WHERE person_id = $1)';

/** What more is kept about a person, by the table that it is in. */
const parts: Readonly<Record<RowTable, Part>> = {
  analysis_audit: { of: theirs, give: 'at kind subject query_id rows outcome milliseconds' },
  analysis_export: { of: theirs, give: 'export_id name rows bytes made_at' },
  import_batch: { of: imported, give: 'batch_id rows imported_at' },
  invitation: {
    of: 't.accepted_by = $1 OR t.invited_by = $1 OR t.mail = (SELECT mail FROM relais.person WHERE person_id = $1)',
    give: 'invitation_id organisation_id roles service_ids language created_at expires_at accepted_at withdrawn_at',
  },
  mail_change: { of: theirs, give: 'mail wrong created_at expires_at' },
  membership_use: { of: ofMembership, give: 'membership_id used_at asked_at' },
  outside_series: { of: imported, give: 'series_id imported_at' },
  outside_version: { of: imported, give: 'series_id imported_at replaced_at' },
  pack: { of: `${made} OR t.withdrawn_by = $1`, give: 'pack_id since until language made_at withdrawn_at' },
  provider_test: { of: theirs, give: 'provider_id claims missing tested_at' },
  saved: { of: 't.owner = $1', give: 'saved_id kind name shared content changed_at' },
  setting: { of: 't.changed_by = $1', give: 'name value changed_at' },
  shared_figure: { of: `${made} OR t.withdrawn_by = $1`, give: 'figure_id question remark made_at withdrawn_at' },
  sign_in_code: { of: theirs, give: 'wrong created_at expires_at' },
  sign_in_flow: { of: theirs, give: 'provider_id purpose return_to joiner_name joiner_language created_at expires_at' },
  sign_in_wrong: { of: theirs, give: 'at' },
};

/** What is kept about a person beside who they are and how they come in: as it is kept. */
export class OwnRowsRepository {
  constructor(private readonly database: Database) {}

  /** When they are away and for whom they stand in, also what is over and not forgotten yet. */
  async findAbsences(personId: string): Promise<OwnData['absences']> {
    const rows = await this.database.query<{ absent: string; substitute: string | null; from: Date; until: Date }>(
      `SELECT ap.name AS absent, sp.name AS substitute, a.valid_from AS "from", a.valid_until AS "until"
         FROM relais.absence a JOIN relais.membership am ON am.membership_id = a.membership_id
         JOIN relais.membership sm ON sm.membership_id = a.substitute_membership_id
         JOIN relais.person ap ON ap.person_id = am.person_id JOIN relais.person sp ON sp.person_id = sm.person_id
        WHERE $1 IN (ap.person_id, sp.person_id) ORDER BY a.valid_from, a.absence_id`,
      [personId],
    );
    return rows.map((row) => ({ ...row, from: row.from.toISOString(), until: row.until.toISOString() }));
  }

  /** By table, those in which there is something of them. */
  async find(personId: string): Promise<OwnData['rows']> {
    const found: OwnData['rows'] = {};
    for (const [table, { of, give }] of Object.entries(parts)) {
      const given = give.split(' ').map((column) => `'${column}', t.${column}`);
      const rows = await this.database.query<{ row: Record<string, unknown> }>(
        `SELECT jsonb_build_object(${given.join(', ')}) AS row FROM relais.${table} t WHERE ${of} ORDER BY 1`,
        [personId],
      );
      if (rows.length > 0) {
        found[table] = rows.map(({ row }) => row);
      }
    }
    return found;
  }
}
