import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { AnalysisEvent } from '#contracts/analysis';
import { eventColumnNames, eventColumns } from '#contracts/analysis/codes';
import { caseCodeOf } from '#domain/case';
import { channels } from '#persistence/kernel';

/** An event as the archive holds it, changed as given; the position is the next one unless it is given. */
export type NewArchived = Omit<AnalysisEvent, 'position'> & { readonly position?: number };

/** An accepted referral of a case of its own, changed as given. */
export function archived(change: Partial<AnalysisEvent> = {}): NewArchived {
  const subject = change.subject ?? randomUUID();
  const sequence = change.sequence ?? 1;
  return {
    stream: 'cases',
    type: 'relais.referral.accepted.v1',
    subject,
    code: (change.stream ?? 'cases') === 'cases' ? caseCodeOf(subject) : null,
    sequence,
    event_id: `${subject}:${sequence}`,
    time: '2026-11-20T09:00:00.000Z',
    by_kind: 'person',
    by_organisation: 'itaa',
    by_service: 'itaa-accountants',
    municipality: '21009',
    sector: 'horeca',
    legal_form: 'company',
    size_band: '1-4',
    age_band: 'unknown',
    stage: 'distress',
    channel: 'phone',
    urgency: 'normal',
    languages: ['fr'],
    difficulty: 'vat',
    difficulties: ['vat', 'rent'],
    referral_id: randomUUID(),
    sender: 'coach',
    profession: 'accountant',
    organisation: 'itaa',
    service: 'itaa-accountants',
    hop: 0,
    reason: null,
    choice: null,
    outcome: null,
    data: { firstContactBy: '2026-11-23T16:00:00.000Z' },
    ...change,
  };
}

const types = { integer: 'integer', text: 'text', time: 'timestamptz', 'text-list': 'jsonb', json: 'jsonb' } as const;
const names = eventColumnNames.map((name) => (eventColumns[name].type === 'text-list' ? listOf(name) : name));
const columns = eventColumnNames.map((name) => `${name} ${types[eventColumns[name].type]}`).join(', ');

function listOf(name: string): string {
  return `CASE WHEN jsonb_typeof(${name}) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(${name})) END`;
}

/** Puts events into the archive as an archivist does, all at once, and gives notice. */
export async function insertArchived(sql: pg.Client, rows: readonly NewArchived[]): Promise<void> {
  await sql.query(
    `INSERT INTO archive.event (${eventColumnNames.join(', ')}, topic, partition, "offset")
     SELECT ${names.map((name) => (name === 'position' ? `coalesce(position, nextval('archive.event_positions'))` : name)).join(', ')},
            'relais.' || stream || '.v1', 0, coalesce(position, currval('archive.event_positions'))
       FROM jsonb_to_recordset($1::jsonb) AS one (${columns})`,
    [JSON.stringify(rows)],
  );
  await sql.query(`NOTIFY ${channels.archive}`);
}
