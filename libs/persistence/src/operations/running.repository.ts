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
  faults: readonly KnownFault[];
  figures: Record<string, unknown>;
};

/** A fault as a process tells it; one of the version before tells neither where nor when in the last hours. */
type KnownFault = Pick<RecentFault, 'level' | 'message' | 'detail' | 'count' | 'firstAge' | 'lastAge'> &
  Partial<RecentFault>;

const untold = { where: null, reference: null, quarter: 0, hour: 0, hourBefore: 0 } as const;

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

  /** Version of PostgreSQL, and how large the database is. */
  async getServer(): Promise<{ readonly version: string; readonly bytes: number }> {
    const [row] = await this.database.query<{ version: string; bytes: string }>(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
              pg_database_size(current_database())::text AS bytes`,
    );
    return { version: row?.version ?? '', bytes: Number(row?.bytes ?? 0) };
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
      ...untold,
      ...fault,
      kind,
      firstAt: before(firstAge),
      lastAt: before(lastAge),
    })),
  };
}
