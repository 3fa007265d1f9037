import { setTimeout as delay } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import type { CaseEvent } from '#contracts/case';
import { caseWorkflowId, caseWorkflowType, type CommandRequest, type CommandResult } from '#workflows';
import type { Application, CaseHistory } from '../evidence.js';
import { forAll, type Engines } from './engines.js';

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];
type Payloads = { readonly payloads?: Payload[] | null } | null | undefined;
type Codec = Engines['codec'];

const atOnce = 10;
/** A timer that rings within so many milliseconds is waited for, so often at most: the next version has one that is soon over. */
const soon = 500;
const looks = 60;
const workflowPrefix = caseWorkflowId('');

/** The ids of all cases that Temporal has on a task queue, or only of those that run. */
export async function caseIdsIn(
  client: Client,
  taskQueue: string,
  which: 'all' | 'running' = 'all',
): Promise<string[]> {
  const ids = new Set<string>();
  const running = which === 'running' ? " AND ExecutionStatus = 'Running'" : '';
  for await (const { workflowId } of client.workflow.list({
    query: `WorkflowType = '${caseWorkflowType}' AND TaskQueue = '${taskQueue}'${running}`,
  })) {
    ids.add(workflowId.slice(workflowPrefix.length));
  }
  return [...ids];
}

/** The histories of these cases and of all others on the task queue. */
export async function collectHistories(
  { ground, temporal: client, codec }: Engines,
  told: Iterable<string>,
): Promise<Map<string, CaseHistory>> {
  const caseIds = [...new Set([...told, ...(await caseIdsIn(client, ground.taskQueue))])];
  const histories = await forAll(caseIds, atOnce, (caseId) => restingHistoryOf(client, codec, caseId));
  return new Map(histories.flatMap((one) => (one === undefined ? [] : [[one.caseId, one] as const])));
}

/** The history of a case once none of its timers is about to ring; in the end, as it is. */
async function restingHistoryOf(client: Client, codec: Codec, caseId: string): Promise<CaseHistory | undefined> {
  for (let look = 1; ; look += 1) {
    const history = await historyOf(client, codec, caseId);
    if (look === looks || history === undefined || history.timers.every((at) => at > Date.now() + soon)) {
      return history;
    }
    await delay(soon);
  }
}

/** All runs of a case as one; undefined when there is no such workflow. */
async function historyOf(client: Client, codec: Codec, caseId: string): Promise<CaseHistory | undefined> {
  const runs: HistoryEvent[][] = [];
  for (let runId: string | undefined; ;) {
    const events = await fetchRun(client, caseId, runId);
    if (events === undefined) {
      return undefined;
    }
    runs.unshift(events);
    const before = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (before === undefined || before === null || before === '') {
      break;
    }
    runId = before;
  }
  const read = await forAll(runs, 1, (events) => readRun(codec, events));
  const last = runs.at(-1) ?? [];
  return {
    caseId,
    runs: runs.length,
    end: endOf(last.at(-1)),
    applications: read.flatMap((run) => run.applications),
    queued: read.flatMap((run) => run.queued),
    published: read.flatMap((run) => run.published),
    timers: timersOf(last),
  };
}

async function fetchRun(client: Client, caseId: string, runId?: string): Promise<HistoryEvent[] | undefined> {
  try {
    return (await client.workflow.getHandle(caseWorkflowId(caseId), runId).fetchHistory()).events ?? [];
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') {
      return undefined;
    }
    throw error;
  }
}

async function readRun(codec: Codec, events: readonly HistoryEvent[]) {
  const requests = new Map<string, CommandRequest>();
  const batches = new Map<string, CaseEvent[]>();
  const applications: Application[] = [];
  const published: CaseEvent[][] = [];
  for (const event of events) {
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest;
    const completed = event.workflowExecutionUpdateCompletedEventAttributes;
    const scheduled = event.activityTaskScheduledEventAttributes;
    const done = event.activityTaskCompletedEventAttributes;
    if (accepted) {
      requests.set(accepted.meta?.updateId ?? '', await first<CommandRequest>(codec, accepted.input?.args));
    } else if (completed?.outcome?.success) {
      const request = requests.get(completed.meta?.updateId ?? '');
      applications.push(applicationOf(request, await first<CommandResult>(codec, completed.outcome.success)));
    } else if (scheduled?.activityType?.name === 'publishEvents') {
      batches.set(String(event.eventId), await first<CaseEvent[]>(codec, scheduled.input));
    } else if (done) {
      published.push(batches.get(String(done.scheduledEventId)) ?? []);
    }
  }
  return { applications, published, queued: [...batches.values()] };
}

function applicationOf(request: CommandRequest | undefined, result: CommandResult): Application {
  const { sequence, fingerprint, events } = result;
  return {
    commandId: request?.commandId ?? '',
    fingerprint,
    type: request?.command.type ?? '',
    personId: request?.by.personId ?? '',
    sequence,
    events,
  };
}

async function first<Value>(codec: Codec, payloads: Payloads): Promise<Value> {
  const [payload] = await codec.decode([...(payloads?.payloads ?? [])]);
  return JSON.parse(Buffer.from(payload?.data ?? []).toString()) as Value;
}

function endOf(last: HistoryEvent | undefined): CaseHistory['end'] {
  if (last?.workflowExecutionCompletedEventAttributes) {
    return 'ended';
  }
  const failed =
    last?.workflowExecutionFailedEventAttributes ??
    last?.workflowExecutionTerminatedEventAttributes ??
    last?.workflowExecutionTimedOutEventAttributes ??
    last?.workflowExecutionCanceledEventAttributes;
  return failed ? 'failed' : 'running';
}

function timersOf(events: readonly HistoryEvent[]): number[] {
  const running = new Map<string, number>();
  for (const event of events) {
    const started = event.timerStartedEventAttributes;
    if (started) {
      running.set(started.timerId ?? '', millisecondsOf(event.eventTime) + millisecondsOf(started.startToFireTimeout));
    }
    const over = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
    running.delete(over?.timerId ?? '');
  }
  return [...running.values()];
}

function millisecondsOf(time: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1_000 + Number(time?.nanos ?? 0) / 1_000_000;
}
