import { z } from 'zod';
import { caseStatuses } from '#contracts/case/codes';
import { codesOf } from '#contracts/kernel/codes';
import { Disk, type Engine, type OperationsView, type ProcessFault } from '#contracts/operations';
import type { FlowFacts, KnownProcess } from '#persistence/operations';
import type { QueueFacts } from '#temporal';
import { engineOf } from './engines.js';
import { endsOf, offsetsOf, replacedIn } from './progress.js';
import { findingsOf } from './verdict.js';

/** What the view is made of. */
export type OperationsFacts = {
  readonly flow: FlowFacts;
  readonly processes: readonly KnownProcess[];
  /** Undefined while Temporal does not answer. */
  readonly queue: QueueFacts | undefined;
  readonly postgresql: { readonly version: string; readonly bytes: number };
  readonly backupAt: string | null;
};

const mostFaults = 60;

/** Puts together what those who run Relais see, with what is wrong. */
export function viewOf({ flow, processes, queue, postgresql, backupAt }: OperationsFacts): OperationsView {
  const versions: Record<Engine['name'], string | null> = {
    postgresql: postgresql.version,
    kafka: null,
    temporal: queue?.version ?? null,
  };
  const ends = endsOf(processes);
  const view = {
    ...flow,
    processes: processes.map(({ faults: _faults, figures: _figures, ...process }) => process),
    engines: (['postgresql', 'kafka', 'temporal'] as const).map((name) => engineOf(name, versions[name], processes)),
    offsets: offsetsOf(flow.offsets, ends, flow.readAt),
    queue: queue === undefined ? null : queueOf(queue),
    disks: disksOf(processes),
    databaseBytes: postgresql.bytes,
    backupAt,
  };
  const faults = faultsOf(processes);
  return {
    ...view,
    findings: findingsOf({ ...view, ends, replaced: replacedIn(processes), faults }),
    faults: faults.slice(0, mostFaults),
  };
}

/** What copies of the same program complained about alike is one complaint; the newest first. */
function faultsOf(processes: readonly KnownProcess[]): ProcessFault[] {
  const all = new Map<string, ProcessFault>();
  for (const fault of processes.flatMap(faultsNow)) {
    const { kind, level, message, detail, where } = fault;
    const key = JSON.stringify([kind, level, message, detail, where]);
    const other = all.get(key);
    all.set(key, other === undefined ? fault : joined(fault, other));
  }
  return [...all.values()].sort((a, b) => b.lastAt.localeCompare(a.lastAt));
}

/** Nobody counts on for a process that is gone: what it knew of its last fifteen minutes would stay new. */
function faultsNow({ faults, state }: KnownProcess): readonly ProcessFault[] {
  return state === 'gone' ? faults.map((fault) => ({ ...fault, quarter: 0 })) : faults;
}

function joined(one: ProcessFault, other: ProcessFault): ProcessFault {
  const [first, last] = [[one.firstAt, other.firstAt].sort(), [one.lastAt, other.lastAt].sort()];
  return {
    ...one,
    reference: (one.lastAt < other.lastAt ? other : one).reference,
    count: one.count + other.count,
    quarter: one.quarter + other.quarter,
    hour: one.hour + other.hour,
    hourBefore: one.hourBefore + other.hourBefore,
    firstAt: first[0] ?? one.firstAt,
    lastAt: last[1] ?? one.lastAt,
  };
}

const DiskFigures = z.object({ disk: Disk.omit({ host: true }) });

/** Each disk once: copies on one machine tell of the same one, the fullest counts. */
function disksOf(processes: readonly KnownProcess[]): Disk[] {
  const disks = new Map<string, Disk>();
  for (const { host, state, figures } of processes) {
    const told = DiskFigures.safeParse(figures).data?.disk;
    const key = `${host} ${told?.totalBytes}`;
    if (told !== undefined && state !== 'gone' && told.freeBytes < (disks.get(key)?.freeBytes ?? Infinity)) {
      disks.set(key, { host, ...told });
    }
  }
  return [...disks.values()];
}

function queueOf({ tasks, openCases, failing }: QueueFacts): NonNullable<OperationsView['queue']> {
  const counts = new Map(openCases.map(({ status, count }) => [status, count]));
  return {
    tasks: [...tasks],
    openCases: codesOf(caseStatuses).map((status) => ({ status, count: counts.get(status) ?? 0 })),
    failing,
  };
}
