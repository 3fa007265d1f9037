import { z } from 'zod';
import { caseStatuses } from '../case/codes/index.js';
import { codesOf } from '../kernel/codes/index.js';
import { Instant } from '../kernel/ids.js';

/** A record that could not be applied; it can be driven again after a fix. */
export const DeadLetter = z.object({
  deadLetterId: z.string(),
  topic: z.string(),
  partition: z.number().int(),
  offset: z.string(),
  key: z.string().nullable(),
  reason: z.enum(['unparsable', 'schema', 'unknown-type', 'rejected']),
  detail: z.string(),
  recordedAt: Instant,
  redrivenAt: Instant.nullable(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** The programs of Relais; each may run several times. */
export const ProcessKind = z.enum(['api', 'worker', 'projector', 'archivist']);
export type ProcessKind = z.infer<typeof ProcessKind>;

/** One running copy of a program, or one that stopped without saying so. */
export const RunningProcess = z.object({
  processId: z.string(),
  kind: ProcessKind,
  host: z.string(),
  port: z.number().int(),
  version: z.string(),
  startedAt: Instant,
  /** Last sign of life. */
  seenAt: Instant,
  state: z.enum(['ready', 'not-ready', 'gone']),
  /** Of one that is gone: whether another copy was started since. */
  replaced: z.boolean(),
  /** How far its clock is ahead of the database's, in seconds. */
  clockAhead: z.number(),
  memoryBytes: z.number().int(),
  /** What it depends on, each with what is wrong, and since when it is so. */
  checks: z.array(z.object({ name: z.string(), fault: z.string().nullable(), since: Instant })),
});
export type RunningProcess = z.infer<typeof RunningProcess>;

/** An engine as the running processes reach it. */
export const Engine = z.object({
  name: z.enum(['postgresql', 'kafka', 'temporal']),
  /** `partly` when some processes reach it and others do not; `unknown` when no process is there to ask. */
  state: z.enum(['serves', 'partly', 'away', 'unknown']),
  version: z.string().nullable(),
  /** Since when it is in this state, as far as the running processes know. */
  since: Instant.nullable(),
  /** When a process reached it last. */
  seenAt: Instant.nullable(),
  fault: z.string().nullable(),
});
export type Engine = z.infer<typeof Engine>;

/** Warnings and errors of the same kind, without anything a person wrote. */
export const ProcessFault = z.object({
  kind: ProcessKind,
  level: z.enum(['warn', 'error', 'fatal']),
  message: z.string(),
  detail: z.string().nullable(),
  /** Method and pattern of the route that was asked; null when it happened beside any request. */
  where: z.string().nullable(),
  /** Under which the last one was answered to whoever asked; the log has it too. */
  reference: z.string().nullable(),
  count: z.number().int(),
  firstAt: Instant,
  lastAt: Instant,
  /** How many in the last fifteen minutes, in the last hour, and in the hour before it. */
  quarter: z.number().int(),
  hour: z.number().int(),
  hourBefore: z.number().int(),
});
export type ProcessFault = z.infer<typeof ProcessFault>;

/** The room on a disk that processes write to. */
export const Disk = z.object({ host: z.string(), freeBytes: z.number(), totalBytes: z.number() });
export type Disk = z.infer<typeof Disk>;

/** What waits in Temporal. */
export const TaskQueueView = z.object({
  tasks: z.array(
    z.object({
      kind: z.enum(['workflow', 'activity']),
      pollers: z.number().int(),
      backlog: z.number().int(),
      /** Age of the oldest task that waits, in seconds. */
      backlogAge: z.number(),
    }),
  ),
  /** Running workflows by the status of their case. */
  openCases: z.array(z.object({ status: z.enum(codesOf(caseStatuses)), count: z.number().int() })),
  /** Cases whose workflow task fails again and again; null when this server cannot tell. */
  failing: z.number().int().nullable(),
});
export type TaskQueueView = z.infer<typeof TaskQueueView>;

/** One thing that is wrong; the screen says it in words with what to do. */
export const Finding = z.object({
  /** In the order in which they are told, among those that are as bad. */
  code: z.enum([
    'engine-away',
    'engine-partly',
    'no-process',
    'no-pollers',
    'records-lost',
    'log-replaced',
    'stuck',
    'tasks-failing',
    'behind',
    'backlog',
    'dead-letters',
    'parked',
    'outbox',
    'not-ready',
    'errors',
    'process-gone',
    'disk',
    'backup-old',
    'clock',
  ]),
  /** `bad`: something does not work; `attention`: it works, and somebody has to look. */
  severity: z.enum(['bad', 'attention']),
  /** Engine, kind of process, or place in Kafka that is meant. */
  subject: z.string().nullable(),
  count: z.number().int().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** `GET /api/v1/operations`. */
export const OperationsView = z.object({
  /** When all of this was read. */
  readAt: Instant,
  /** What is wrong, the worst first; empty when all is well. */
  findings: z.array(Finding),
  processes: z.array(RunningProcess),
  engines: z.array(Engine),
  deadLetters: z.array(DeadLetter),
  /** Dead letters that were not driven again, also those that are not listed. */
  deadLettersOpen: z.number().int(),
  /** Cases whose stream has a gap: later events wait. */
  parked: z.array(
    z.object({
      subject: z.string(),
      waitingFor: z.number().int(),
      events: z.number().int(),
      since: Instant,
      /** Whether a dead letter of this case is open, which then is what is missing. */
      deadLetter: z.boolean(),
    }),
  ),
  offsets: z.array(
    z.object({
      topic: z.string(),
      partition: z.number().int(),
      next: z.string(),
      /** Where the partition ends in Kafka, and how many records are not applied yet; null when no projector knows. */
      end: z.string().nullable(),
      lag: z.number().int().nullable(),
      updatedAt: Instant,
    }),
  ),
  /** The event that was applied last, imported history aside. */
  newest: z.object({ type: z.string(), time: Instant, appliedAt: Instant }).nullable(),
  feedPosition: z.number().int(),
  outboxWaiting: z.number().int(),
  /** Since when the oldest event of the outbox waits. */
  outboxSince: Instant.nullable(),
  /** Null while Temporal does not answer. */
  queue: TaskQueueView.nullable(),
  /** Cases of Relais that are open and closed, and closed ones that were imported with the history from before it. */
  cases: z.object({ open: z.number().int(), closed: z.number().int(), imported: z.number().int() }),
  /** Of the machines on which processes of Relais run; disks of engines elsewhere are not seen. */
  disks: z.array(Disk),
  databaseBytes: z.number(),
  /** When the last backup was complete; null when none is known here. */
  backupAt: Instant.nullable(),
  /** Newest first. */
  faults: z.array(ProcessFault),
});
export type OperationsView = z.infer<typeof OperationsView>;

/** `POST /api/v1/operations/dead-letters/redrive`: all that have one reason. */
export const RedriveRequest = z.object({ reason: DeadLetter.shape.reason });
export type RedriveRequest = z.infer<typeof RedriveRequest>;

/** What became of dead letters that were driven again together. */
export const RedriveAnswer = z.object({
  redriven: z.number().int(),
  stillBroken: z.number().int(),
  view: OperationsView,
});
export type RedriveAnswer = z.infer<typeof RedriveAnswer>;
