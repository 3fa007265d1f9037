import { Finding, type Engine, type OperationsView, ProcessKind, type RunningProcess } from '#contracts/operations';
import type { PartitionEnd } from './progress.js';

/** What is judged: the view but for the judgement, and what a projector knows of the partitions. */
export type Judged = Omit<OperationsView, 'findings'> & {
  readonly ends: readonly PartitionEnd[];
  /** Places in Kafka that are not read, because another log lies there. */
  readonly replaced: readonly string[];
};

/** Seconds, but for records. */
const limits = { standing: 20, waiting: 30, starting: 20, backlogAge: 10, clock: 10, behind: 1_000 };

/** Of a disk: below these shares and bytes somebody has to look, or the engines will soon write nothing more. */
const roomLeft = { little: { share: 0.1, bytes: 20e9 }, none: { share: 0.02, bytes: 1e9 } };
const backupSeconds = 8 * 86_400;

const engineNames = new Set<string>(['postgresql', 'kafka', 'temporal'] satisfies Engine['name'][]);

/** Everything that is wrong, the worst first; nothing when all is well. */
export function findingsOf(judged: Judged): Finding[] {
  const found = [
    ...enginesIn(judged),
    ...processesIn(judged),
    ...queueIn(judged),
    ...flowIn(judged),
    ...waitingIn(judged),
    ...errorsIn(judged),
    ...keepingIn(judged),
  ];
  const rank = ({ severity, code }: Finding) =>
    (severity === 'bad' ? 0 : 100) + Finding.shape.code.options.indexOf(code);
  return found.sort((a, b) => rank(a) - rank(b));
}

function bad(code: Finding['code'], subject: string | null = null, count: number | null = null): Finding {
  return { code, severity: 'bad', subject, count };
}

function attention(code: Finding['code'], subject: string | null = null, count: number | null = null): Finding {
  return { code, severity: 'attention', subject, count };
}

function enginesIn({ engines }: Judged): Finding[] {
  return engines.flatMap(({ name, state }) => {
    switch (state) {
      case 'away':
        return [bad('engine-away', name)];
      case 'partly':
        return [bad('engine-partly', name)];
      case 'serves':
      case 'unknown':
        return [];
      default:
        throw state satisfies never;
    }
  });
}

function processesIn({ processes, readAt }: Judged): Finding[] {
  return ProcessKind.options.flatMap((kind) => {
    const all = processes.filter((one) => one.kind === kind);
    const living = all.filter(({ state }) => state !== 'gone');
    if (living.length === 0) {
      // Without an archivist only the analysts' room stands still.
      return [kind === 'archivist' ? attention('no-process', kind) : bad('no-process', kind)];
    }
    const gone = all.filter(({ state, replaced }) => state === 'gone' && !replaced).length;
    const troubled = living.filter((one) => isTroubled(one, readAt)).length;
    const skew = Math.max(...living.map(({ clockAhead }) => Math.abs(clockAhead)));
    return [
      ...(gone > 0 ? [attention('process-gone', kind, gone)] : []),
      ...(troubled > 0 ? [attention('not-ready', kind, troubled)] : []),
      ...(skew > limits.clock ? [attention('clock', kind, Math.round(skew))] : []),
    ];
  });
}

/** Not ready for a reason of its own, and not because it is starting or an engine is away. */
function isTroubled({ state, checks, startedAt }: RunningProcess, readAt: string): boolean {
  const own = checks.some(({ name, fault }) => fault !== null && !engineNames.has(name));
  return state === 'not-ready' && own && secondsBetween(startedAt, readAt) > limits.starting;
}

function queueIn({ queue, processes }: Judged): Finding[] {
  if (queue === null) {
    return [];
  }
  const hasWorker = processes.some(({ kind, state }) => kind === 'worker' && state === 'ready');
  return [
    ...queue.tasks.flatMap(({ kind, pollers, backlog, backlogAge }) => [
      ...(hasWorker && pollers === 0 ? [bad('no-pollers', kind)] : []),
      ...(backlogAge > limits.backlogAge ? [attention('backlog', kind, backlog)] : []),
    ]),
    ...(queue.failing !== null && queue.failing > 0 ? [bad('tasks-failing', null, queue.failing)] : []),
  ];
}

function flowIn({ offsets, ends, replaced }: Judged): Finding[] {
  const lost = ends.filter((one) => one.lost);
  // A log that is shorter than what was read of it is told as that, until it has grown past it.
  const others = replaced.filter((place) => !lost.some((one) => placeOf(one) === place));
  const stuck = ends.filter((one) => one.standing > limits.standing && !replaced.includes(placeOf(one)));
  const lag = offsets.reduce((total, one) => total + (one.lag ?? 0), 0);
  return [
    ...lost.map((one) => bad('records-lost', placeOf(one))),
    ...others.map((place) => bad('log-replaced', place)),
    ...stuck.map((one) => bad('stuck', placeOf(one))),
    ...(stuck.length === 0 && lag > limits.behind ? [attention('behind', null, lag)] : []),
  ];
}

function placeOf({ topic, partition }: PartitionEnd): string {
  return `${topic}/${partition}`;
}

function waitingIn({ deadLettersOpen, parked, outboxWaiting, outboxSince, readAt }: Judged): Finding[] {
  const unexplained = parked.filter(
    ({ deadLetter, since }) => !deadLetter && secondsBetween(since, readAt) > limits.waiting,
  ).length;
  const outboxStands = outboxSince !== null && secondsBetween(outboxSince, readAt) > limits.waiting;
  return [
    ...(deadLettersOpen > 0 ? [attention('dead-letters', null, deadLettersOpen)] : []),
    ...(unexplained > 0 ? [attention('parked', null, unexplained)] : []),
    ...(outboxStands ? [attention('outbox', null, outboxWaiting)] : []),
  ];
}

/** Errors of the last fifteen minutes: nobody reads that all is well above them. */
function errorsIn({ faults }: Judged): Finding[] {
  const count = faults.reduce((total, { level, quarter }) => total + (level === 'warn' ? 0 : quarter), 0);
  return count === 0 ? [] : [attention('errors', null, count)];
}

function keepingIn({ disks, backupAt, readAt }: Judged): Finding[] {
  const isBelow = ({ freeBytes, totalBytes }: Judged['disks'][number], least: { share: number; bytes: number }) =>
    freeBytes < least.bytes && freeBytes < totalBytes * least.share;
  const age = backupAt === null ? 0 : secondsBetween(backupAt, readAt);
  return [
    ...disks.flatMap((disk) => {
      const percent = Math.floor((disk.freeBytes / disk.totalBytes) * 100);
      return isBelow(disk, roomLeft.none)
        ? [bad('disk', disk.host, percent)]
        : isBelow(disk, roomLeft.little)
          ? [attention('disk', disk.host, percent)]
          : [];
    }),
    ...(age > backupSeconds ? [attention('backup-old', null, Math.floor(age / 86_400))] : []),
  ];
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1_000;
}
