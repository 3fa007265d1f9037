import { caseStatuses } from '#contracts/case/codes';
import { codesOf } from '#contracts/kernel/codes';
import type { Engine, OperationsView, ProcessFault } from '#contracts/operations';
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
  readonly postgresqlVersion: string;
};

const mostFaults = 60;

/** Puts together what those who run Relais see, with what is wrong. */
export function viewOf({ flow, processes, queue, postgresqlVersion }: OperationsFacts): OperationsView {
  const versions: Record<Engine['name'], string | null> = {
    postgresql: postgresqlVersion,
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
  };
  return {
    ...view,
    findings: findingsOf({ ...view, ends, replaced: replacedIn(processes) }),
    faults: faultsOf(processes).slice(0, mostFaults),
  };
}

/** What copies of the same program complained about alike is one complaint; the newest first. */
function faultsOf(processes: readonly KnownProcess[]): ProcessFault[] {
  const all = new Map<string, ProcessFault>();
  for (const fault of processes.flatMap(({ faults }) => faults)) {
    const { kind, level, message, detail } = fault;
    const key = JSON.stringify([kind, level, message, detail]);
    const other = all.get(key);
    all.set(key, other === undefined ? fault : joined(fault, other));
  }
  return [...all.values()].sort((a, b) => b.lastAt.localeCompare(a.lastAt));
}

function joined(one: ProcessFault, other: ProcessFault): ProcessFault {
  const [first, last] = [[one.firstAt, other.firstAt].sort(), [one.lastAt, other.lastAt].sort()];
  return {
    ...one,
    count: one.count + other.count,
    firstAt: first[0] ?? one.firstAt,
    lastAt: last[1] ?? one.lastAt,
  };
}

function queueOf({ tasks, openCases, failing }: QueueFacts): NonNullable<OperationsView['queue']> {
  const counts = new Map(openCases.map(({ status, count }) => [status, count]));
  return {
    tasks: [...tasks],
    openCases: codesOf(caseStatuses).map((status) => ({ status, count: counts.get(status) ?? 0 })),
    failing,
  };
}
