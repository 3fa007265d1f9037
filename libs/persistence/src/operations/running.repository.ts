import type { ProcessFault, ProcessKind, RunningProcess } from '#contracts/operations';
import { standingOf, type SignOfProcess } from '#domain/operations';
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
    const all = rows.map(signOf);
    return rows.map((row) => processOf(row, all));
  }

  /** Version of PostgreSQL. */
  async getServerVersion(): Promise<string> {
    const [row] = await this.database.query<{ version: string }>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version`,
    );
    return row?.version ?? '';
  }
}

function signOf({ kind, startedAt, seenAt, ready, silentFor }: Row): SignOfProcess {
  return { kind, startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), ready, silentFor };
}

function processOf(row: Row, all: readonly SignOfProcess[]): KnownProcess {
  const { kind, seenAt, startedAt, silentFor: _silentFor, memoryBytes, ready: _ready, checks, faults, ...same } = row;
  const before = (age: number) => new Date(seenAt.getTime() - age * 1_000).toISOString();
  return {
    ...same,
    ...standingOf(signOf(row), all),
    kind,
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
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
