import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  log,
  patched,
  proxyActivities,
  setHandler,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseEvent } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import { caseDecider, erases, knowsCase, maySeeCase, statusOf, type CaseState } from '#domain/case';
import { createAlarm } from './alarm.js';
import {
  commandUpdate,
  lookUpdate,
  neverOpenedType,
  standardLimits,
  stateQuery,
  type CaseActivities,
  type CaseInput,
  type CommandRequest,
  type CommandResult,
  type PastCommand,
  type RunLimits,
} from './index.js';
import { createMemory } from './memory.js';
import { createPublisher } from './publisher.js';
import { refused, telling } from './refused.js';
import { readSearchAttributes, writeSearchAttributes } from './search-attributes.js';

const { initial, decide, evolve, nextDeadline } = caseDecider;

/** Of cases that were opened before their limits came with them. */
const formerLimits: RunLimits = { commands: 200, historyEvents: 1000 };

const minute = 60_000;

const { publishEvents, eraseNotes } = proxyActivities<CaseActivities>({
  // A worker that was killed holds up nobody for longer than it may keep silent; without end, because Kafka comes back.
  heartbeatTimeout: '5 seconds',
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

/**
 * One case from its opening to the end of its retention time. A shell without rules of its own: what a command does is
 * decided by the core, and everything it causes is started in the same synchronous step (design rule 2).
 */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  const limits = input.limits ?? formerLimits;
  let state: CaseState = input.carried?.state ?? initial;
  const memory = createMemory(input.carried, limits.remembered);
  let commands = 0;
  let erasing = 0;
  let notOpenedInTime = false;
  let end: ReturnType<typeof ending>;
  let fault: unknown;
  let indexed = readSearchAttributes();

  const failed = (reason: unknown): void => {
    fault ??= reason;
  };
  const isLong = (times: number): boolean =>
    commands >= times * limits.commands || workflowInfo().historyLength >= times * limits.historyEvents;
  // A case that is never at rest hands over with events unpublished, rather than growing until the server stops it.
  const isLeaving = (): boolean => isLong(2);
  const publisher = createPublisher(
    { publish: publishEvents, isLeaving, failed, settled: leaveMark },
    input.carried?.unpublished ?? [],
  );
  const alarm = createAlarm(ring, leaveMarkForSilence);

  /** Not asked on replay, so what it refuses may change from version to version; what it lets through is decided by `handle`. */
  function validate(request: CommandRequest): void {
    const { by, command } = request;
    // Before anything remembered is told: rights are those of now, and a stranger leaves no trace.
    if (state.phase !== 'unopened' && !knowsCase(state, by)) {
      throw refused({ code: 'case-not-found' });
    }
    const before = repeated(request);
    if (before?.refusal !== undefined) {
      throw refused(before.refusal);
    }
    if (before !== undefined) {
      return;
    }
    if (memory.hasForgotten(request)) {
      throw refused({ code: 'key-forgotten' });
    }
    const decision = decide(state, { at: now(), by, command });
    if (!('refusal' in decision)) {
      return;
    }
    // A refusal is worth remembering for who may come to be allowed what they ask, and where a history that is played again refuses it too.
    const isRefusedLater = 'refusal' in decide(state, { at: now(), by, command, isLetThrough: true });
    if (request.again === true && state.phase !== 'unopened' && maySeeCase(state, by) && isRefusedLater) {
      return;
    }
    throw refused(decision.refusal);
  }

  function handle(request: CommandRequest): CommandResult {
    const { commandId, fingerprint, by, command, sending, askedAt } = request;
    const answered = { fingerprint, ...(sending !== undefined && { sending }) };
    const remembered = { commandId, fingerprint, ...(askedAt !== undefined && { askedAt }) };
    commands++;
    const before = repeated(request);
    if (before !== undefined) {
      const { sequence, refusal } = before;
      return { ...answered, sequence, state, events: [], ...(refusal && { refusal }) };
    }
    const decision = decide(state, { at: now(), by, command, isLetThrough: true });
    if ('refusal' in decision) {
      const { refusal } = decision;
      if (request.again !== true) {
        throw refused(refusal);
      }
      memory.add({ ...remembered, sequence: state.sequence, refusal });
      return { ...answered, sequence: state.sequence, state, events: [], refusal };
    }
    apply(decision.events);
    const { sequence } = state;
    memory.add({ ...remembered, sequence });
    start();
    return { ...answered, sequence, state, events: decision.events };
  }

  function repeated({ commandId, fingerprint }: CommandRequest): PastCommand | undefined {
    const before = memory.find(commandId);
    if (before !== undefined && before.fingerprint !== fingerprint) {
      throw refused({ code: 'key-reused' });
    }
    return before;
  }

  function ring(): void {
    if (end !== undefined) {
      // What the next run is given was written down earlier in this task; it will ring there at once.
      return;
    }
    if (state.phase === 'unopened') {
      notOpenedInTime = true;
      return;
    }
    const deadline = nextDeadline(state);
    if (deadline === null || Date.parse(deadline) > Date.now()) {
      leaveMark();
      return;
    }
    const decision = decide(state, { at: now(), by: 'clock', command: { type: 'tick' } });
    const events = 'refusal' in decision ? [] : decision.events;
    if (events.length === 0) {
      // The rules contradict themselves. Asking again at once would loop; the case itself goes on.
      log.error('a deadline had no effect', { due: deadline });
      alarm.renew(instant(Date.now() + minute));
      return;
    }
    apply(events);
    start();
    leaveMark();
  }

  function apply(events: readonly CaseEvent[]): void {
    for (const event of events) {
      state = evolve(state, event);
      if (erases(event)) {
        erasing++;
        void eraseNotes(input.caseId).then(() => erasing--, failed);
      }
    }
    publisher.add(events);
  }

  /** Starts what the state calls for; always in the step that changed it, never from a loop that a condition wakes. */
  function start(): void {
    publisher.start();
    alarm.atLatest(due());
    index();
  }

  function due(): Instant | null {
    return state.phase === 'unopened' ? instant(workflowInfo().runStartTime.getTime() + minute) : nextDeadline(state);
  }

  /**
   * Emits a command in a task that changed the state and perhaps had nothing else to emit. Without one it looks like a heartbeat, and a
   * replay without a cache may merge it with the next task, whose updates then come first: the order of commands would differ.
   * The timer, which this is the moment to set right, costs the server less than a memo, which it has to index.
   */
  function leaveMark(): void {
    if (!alarm.renew(due())) {
      upsertMemo({ sequence: state.sequence });
    }
  }

  /** The alarm was stopped too late to emit what `leaveMark` counted on: without this the task might emit nothing at all. */
  function leaveMarkForSilence(): void {
    if (patched('a-mark-for-an-alarm-stopped-while-it-rang')) {
      upsertMemo({ sequence: state.sequence });
    }
  }

  function index(): void {
    if (state.phase === 'unopened') {
      return;
    }
    const wanted = { status: statusOf(state), lead: state.lead?.serviceId };
    if (wanted.status === indexed.status && wanted.lead === indexed.lead) {
      return;
    }
    indexed = wanted;
    writeSearchAttributes(wanted);
  }

  /** How this run may end now, undefined while anything is on its way. */
  function ending(): 'fault' | 'ended' | 'never-opened' | 'next-run' | undefined {
    if (fault !== undefined) {
      return 'fault';
    }
    if (publisher.isBusy() || erasing > 0 || !allHandlersFinished()) {
      return undefined;
    }
    if (isLeaving()) {
      return 'next-run';
    }
    if (publisher.unpublished().length > 0) {
      return undefined;
    }
    if (state.phase === 'unopened') {
      return notOpenedInTime ? 'never-opened' : undefined;
    }
    if (state.phase === 'ended') {
      return 'ended';
    }
    return isLong(1) ? 'next-run' : undefined;
  }

  setHandler(stateQuery, () => state);
  const tell = telling(() => state);
  setHandler(lookUpdate, tell, { validator: tell });
  // Last, because updates that came with the start are handled at this moment.
  setHandler(commandUpdate, handle, { validator: validate });
  start();

  end = ending();
  while (end === undefined) {
    await condition(() => ending() !== undefined);
    // Asked again: an update handled between the condition and this line may have started something.
    end = ending();
  }
  switch (end) {
    case 'fault':
      // A plain error fails the workflow task and not the case: it waits, intact, for a worker whose rules agree.
      throw fault instanceof Error ? fault : new Error(String(fault));
    case 'ended':
      return;
    case 'never-opened':
      throw ApplicationFailure.nonRetryable('the command that was to open this case was refused', neverOpenedType);
    case 'next-run':
      return continueAsNew<typeof caseWorkflow>({
        ...input,
        limits: input.limits ?? standardLimits,
        carried: { state, ...memory.carried(), unpublished: publisher.unpublished() },
      });
    default:
      return end satisfies never;
  }
}

function now(): Instant {
  return instant(Date.now());
}

function instant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
