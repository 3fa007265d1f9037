import type { Evidence, Row } from '../evidence.js';
import type { Finding } from '../finding.js';
import { changed, without, type Doctor } from './doctor.js';

/** Doctors of one table of the projections. */
function tableDoctors(table: string, column: string, value: unknown, kinds: readonly Finding['kind'][]): Doctor[] {
  const spoilRows = (evidence: Evidence, change: (rows: readonly Row[]) => readonly Row[]): Evidence => ({
    ...evidence,
    content: { ...evidence.content, [table]: change(evidence.content[table] ?? []) },
  });
  const [missing = 'lost', other = 'wrong'] = kinds;
  return [
    {
      tells: `${table}: `,
      does: `a row of ${table} removed`,
      kind: missing,
      spoil: (all) => spoilRows(all, (rows) => without(rows, 0)),
    },
    {
      tells: `${table}: `,
      does: `a wrong ${column} in ${table}`,
      kind: other,
      spoil: (all) => spoilRows(all, (rows) => changed(rows, 0, (row) => ({ ...row, [column]: value }))),
    },
  ];
}

/** Spoils the projections. */
export const projectionDoctors: readonly Doctor[] = [
  ...tableDoctors('case_read', 'status', 'lost', ['lost', 'wrong']),
  ...tableDoctors('case_party', 'service_id', 'nobody', ['lost', 'wrong']),
  ...tableDoctors('inbox_line', 'bucket', 'lost', ['lost', 'wrong']),
  ...tableDoctors('case_row', 'queued', 1_000, ['lost', 'wrong']),
  ...tableDoctors('referral_row', 'state', 'lost', ['lost', 'wrong']),
  ...tableDoctors('measure_week', 'count', 1_000, ['lost', 'doubled']),
  {
    does: 'an inbox that nobody has',
    tells: 'case ',
    kind: 'wrong',
    spoil: (all) => ({ ...all, content: { ...all.content, inbox_line: [] } }),
  },
  {
    does: 'an event that waits behind a gap',
    tells: '1 parked events',
    kind: 'wrong',
    spoil: (all) => ({ ...all, content: { ...all.content, parked: [{}] } }),
  },
  {
    does: 'a rebuild that differs',
    tells: 'rebuild: ',
    kind: 'wrong',
    spoil: (all) => ({ ...all, rebuilt: { ...all.rebuilt, case_read: without(all.rebuilt?.['case_read'] ?? [], 0) } }),
  },
];
