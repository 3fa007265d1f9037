import type { ProcessFault, ProcessKind, RunningProcess } from '#contracts/operations';
import type { CheckState, RecentFault } from '#runtime';
import type { Database } from '../kernel/database.js';

type Row = {
  processId: string;
  kind: ProcessKind;
  host: string;
  port: number;
  version: string;
  startedAt: Date;
  seenAt: Date;
  silentFor: number;
  clockAhead: number;
  memoryBytes: string;
  ready: boolean;
  checks: readonly CheckState[];
  faults: readonly RecentFault[];
  figures: Record<string, unknown>;
};

/** Seconds without a sign of life after which a process counts as gone. */
const patience = 15;

/** A running process with what it complained about and what only it knows. */
export type KnownProcess = RunningProcess & {
  readonly faults: readonly ProcessFault[];
  readonly figures: Readonly<Record<string, unknown>>;
};

/** The processes of Relais as they reported themselves, and the database itself. */
export class RunningRepository {
  constructor(private readonly database: Database) {}

  /** All that lived in the last minutes, by kind, the oldest first. */
  async findProcesses(): Promise<KnownProcess[]> {
    const rows = await this.database.query<Row>(
      `SELECT process_id::text AS "processId", kind, host, port, version, started_at AS "startedAt", seen_at AS "seenAt",
              extract(epoch FROM now() - seen_at)::float8 AS "silentFor", clock_ahead AS "clockAhead",
              memory_bytes::text AS "memoryBytes", ready, checks, faults, figures
         FROM relais.process ORDER BY kind, started_at, process_id`,
    );
    return rows.map((row) => processOf(row, rows));
  }

  /** Version of PostgreSQL. */
  async getServerVersion(): Promise<string> {
    const [row] = await this.database.query<{ version: string }>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version`,
    );
    return row?.version ?? '';
  }
}

function isGone(row: Row): boolean {
  return row.silentFor > patience;
}

function processOf(row: Row, all: readonly Row[]): KnownProcess {
  const { kind, seenAt, startedAt, silentFor: _silentFor, memoryBytes, ready, checks, faults, ...same } = row;
  const before = (age: number) => new Date(seenAt.getTime() - age * 1_000).toISOString();
  return {
    ...same,
    kind,
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    state: isGone(row) ? 'gone' : ready ? 'ready' : 'not-ready',
    replaced: isGone(row) && all.some((one) => one.kind === kind && !isGone(one) && one.startedAt > seenAt),
    memoryBytes: Number(memoryBytes),
    checks: checks.map(({ name, fault, age }) => ({ name, fault, since: before(age) })),
    faults: faults.map(({ firstAge, lastAge, ...fault }) => ({
      ...fault,
      kind,
      firstAt: before(firstAge),
      lastAt: before(lastAge),
    })),
  };
}
