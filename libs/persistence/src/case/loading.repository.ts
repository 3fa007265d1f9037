import type pg from 'pg';
import { plainClientOf } from '../kernel/data-source.js';
import type { Database, Sql } from '../kernel/database.js';
import type { CasePartyRow } from './case-party.repository.js';
import type { CaseReadRow } from './case-state.repository.js';
import type { AnalysisRows } from '#domain/analysis';
import { analysisTables, removeAnalysisRows } from '../analysis/analysis-row.repository.js';
import { copyInto, json, list, plain, type CopyColumn } from '../kernel/copy.repository.js';
import type { EventLogRow } from '../kernel/event-log.repository.js';
import type { InboxLineRow } from './inbox-line.repository.js';

/** Everything that is written about some cases. */
export type CaseRows = {
  readonly cases: readonly CaseReadRow[];
  readonly parties: readonly CasePartyRow[];
  readonly lines: readonly InboxLineRow[];
} & AnalysisRows;

type Key = { readonly table: string; readonly drop: string; readonly make: string };

/** Tables that grow with the number of cases; the others stay small or follow in order. */
const caseTables = ['case_read', 'case_party', 'inbox_line'] as const;

/**
 * The connection through which a projection beside the serving one is loaded in large pieces. Its tables get their keys and
 * indexes after what is in them, which costs a fraction.
 */
export class ProjectionLoader {
  private keys: readonly Key[] = [];

  private constructor(
    private readonly client: pg.Client,
    /** Makes keys while the other one writes. */
    private readonly helper: pg.Client,
  ) {}

  /** Connects and takes the keys and indexes off `projection_next`, which must be empty. */
  static async open({ source }: Pick<Database, 'source'>): Promise<ProjectionLoader> {
    const [client, helper] = [plainClientOf(source), plainClientOf(source)];
    await Promise.all([client.connect(), helper.connect()]);
    const loader = new ProjectionLoader(client, helper);
    // The transaction in which it takes over is synced to the disk, and with it all that was written before.
    await client.query('SET synchronous_commit = off');
    await loader.takeKeysOff();
    return loader;
  }

  /** SQL on this very connection. */
  readonly sql: Sql = {
    query: async <Row>(statement: string, parameters: readonly unknown[] = []) =>
      (await this.client.query(statement, [...parameters])).rows as Row[],
  };

  /** Appends events, none of which may be there already. */
  async appendEvents(rows: readonly EventLogRow[]): Promise<void> {
    await copyInto(this.client, 'projection_next.event_log', eventColumns, rows);
  }

  /** Writes cases; the rows of those that are there already are removed first. */
  async storeCases(rows: CaseRows, there: readonly string[]): Promise<void> {
    if (there.length > 0) {
      for (const table of caseTables) {
        await this.client.query(`DELETE FROM projection_next.${table} WHERE case_id = ANY ($1::uuid[])`, [there]);
      }
      await removeAnalysisRows(this.sql, 'projection_next', there);
    }
    await copyInto(this.client, 'projection_next.case_read', caseColumns, rows.cases);
    await copyInto(this.client, 'projection_next.case_party', partyColumns, rows.parties);
    await copyInto(this.client, 'projection_next.inbox_line', lineColumns, rows.lines);
    await copyInto(this.client, 'projection_next.case_row', analysisTables.case_row, rows.caseRows);
    await copyInto(this.client, 'projection_next.referral_row', analysisTables.referral_row, rows.referralRows);
  }

  /** Makes the keys and indexes of the tables of cases that are missing. */
  keyCases(): Promise<void> {
    return this.putKeysOn(this.client, (table) => table !== 'event_log');
  }

  /** Makes the key of the events if it is missing, while cases may be written. */
  keyEvents(): Promise<void> {
    return this.putKeysOn(this.helper, (table) => table === 'event_log');
  }

  /** Tells the planner what is in the tables. */
  async analyse(): Promise<void> {
    await this.client.query(
      'ANALYZE projection_next.event_log, projection_next.case_read, projection_next.inbox_line, projection_next.case_row, projection_next.referral_row',
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.client.end(), this.helper.end()]);
  }

  private async takeKeysOff(): Promise<void> {
    // Indexes of a key belong to their constraint; primary keys are made first again.
    this.keys = await this.sql.query<Key>(
      `SELECT t.relname AS table,
              CASE WHEN c.oid IS NULL THEN format('DROP INDEX projection_next.%I', i.relname)
                   ELSE format('ALTER TABLE projection_next.%I DROP CONSTRAINT %I', t.relname, c.conname) END AS drop,
              CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.oid)
                   ELSE format('ALTER TABLE projection_next.%I ADD CONSTRAINT %I %s', t.relname, c.conname,
                               pg_get_constraintdef(c.oid)) END AS make
         FROM pg_index x
         JOIN pg_class i ON i.oid = x.indexrelid
         JOIN pg_class t ON t.oid = x.indrelid
         LEFT JOIN pg_constraint c ON c.conindid = i.oid
        WHERE t.relnamespace = 'projection_next'::regnamespace
          AND t.relname IN ('event_log', 'case_read', 'case_party', 'inbox_line', 'case_row', 'referral_row')
        ORDER BY c.oid IS NULL, i.relname`,
    );
    for (const { drop } of this.keys) {
      await this.client.query(drop);
    }
  }

  private async putKeysOn(client: pg.ClientBase, of: (table: string) => boolean): Promise<void> {
    const keys = this.keys.filter(({ table }) => of(table));
    this.keys = this.keys.filter(({ table }) => !of(table));
    for (const { make } of keys) {
      await client.query(make);
    }
  }
}

const eventColumns: readonly CopyColumn<EventLogRow>[] = [
  { name: 'stream', of: (row) => plain(row.stream) },
  { name: 'subject', of: (row) => plain(row.subject) },
  { name: 'sequence', of: (row) => plain(row.sequence) },
  { name: 'event_id', of: (row) => plain(row.event_id) },
  { name: 'type', of: (row) => plain(row.type) },
  { name: 'time', of: (row) => plain(row.time) },
  { name: 'by', of: (row) => json(row.by) },
  { name: 'data', of: (row) => json(row.data) },
  { name: 'partition', of: (row) => plain(row.partition) },
  { name: 'offset', of: (row) => plain(row.offset) },
];

const caseColumns: readonly CopyColumn<CaseReadRow>[] = [
  { name: 'case_id', of: (row) => plain(row.case_id) },
  { name: 'sequence', of: (row) => plain(row.sequence) },
  { name: 'code', of: (row) => plain(row.code) },
  { name: 'status', of: (row) => plain(row.status) },
  { name: 'lead_service_id', of: (row) => plain(row.lead_service_id) },
  { name: 'opened_at', of: (row) => plain(row.opened_at) },
  { name: 'closed_at', of: (row) => plain(row.closed_at) },
  { name: 'outcome', of: (row) => plain(row.outcome) },
  { name: 'due_at', of: (row) => plain(row.due_at) },
  { name: 'main_difficulty', of: (row) => plain(row.main_difficulty) },
  { name: 'difficulties', of: (row) => list(row.difficulties) },
  { name: 'sector', of: (row) => plain(row.sector) },
  { name: 'municipality', of: (row) => plain(row.municipality) },
  { name: 'state', of: (row) => json(row.state) },
  { name: 'imported', of: (row) => plain(row.imported) },
];

const partyColumns: readonly CopyColumn<CasePartyRow>[] = [
  { name: 'case_id', of: (row) => plain(row.case_id) },
  { name: 'service_id', of: (row) => plain(row.service_id) },
];

const lineColumns: readonly CopyColumn<InboxLineRow>[] = [
  { name: 'case_id', of: (row) => plain(row.case_id) },
  { name: 'owner_service_id', of: (row) => plain(row.owner_service_id) },
  { name: 'key', of: (row) => plain(row.key) },
  { name: 'bucket', of: (row) => plain(row.bucket) },
  { name: 'due_at', of: (row) => plain(row.due_at) },
  { name: 'since', of: (row) => plain(row.since) },
  { name: 'languages', of: (row) => list(row.languages) },
  { name: 'difficulties', of: (row) => list(row.difficulties) },
  { name: 'line', of: (row) => json(row.line) },
];
