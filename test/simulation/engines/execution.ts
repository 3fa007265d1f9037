import { TemporalFailure } from '@temporalio/common';
import type { CaseInput, CommandRequest, CommandResult } from '#workflows';
import { drained } from '../world.js';

/** What a workflow asks of the server. `id` and `detail` are compared at replay. */
export type Command = {
  readonly kind:
    | 'schedule-activity'
    | 'start-timer'
    | 'cancel-timer'
    | 'memo'
    | 'search-attributes'
    | 'patch'
    | 'accept'
    | 'complete'
    | 'continue-as-new'
    | 'end'
    | 'fail';
  readonly id: number | string;
  readonly detail: string | number;
  /** What the server needs of it. */
  readonly carried?: unknown;
};

/** Something that happened outside of the workflow. */
export type Job = { readonly timer: number } | { readonly activity: number; readonly result: unknown };

/** What wakes a workflow. */
export type Activation = {
  readonly now: number;
  readonly historyLength: number;
  readonly replaying: boolean;
  readonly updates: readonly CommandRequest[];
  readonly jobs: readonly Job[];
  /** Changes of the code that are on record in what is replayed. */
  readonly patches?: readonly string[];
};

/** What came of an activation. */
export type Activated = {
  readonly commands: Command[];
  readonly rejected: ReadonlyMap<string, unknown>;
};

type Waiting = { readonly resolve: (value: unknown) => void };
type Condition = { readonly holds: () => boolean; readonly resolve: () => void };

/** Where a run is begun: what `workflowInfo` tells. */
export type Beginning = {
  readonly input: CaseInput;
  readonly startedAt: number;
  readonly searchAttributes: ReadonlyMap<string, unknown>;
};

/** Thrown by `continueAsNew`. */
export class ContinuedAsNew extends Error {
  constructor(readonly input: CaseInput) {
    super('continued as new');
  }
}

/** One run of a workflow in the memory of a worker; follows `activate` and `doUpdate` of the SDK. */
export class Execution {
  now = 0;
  historyLength = 0;
  handle: ((request: CommandRequest) => CommandResult) | undefined;
  validate: ((request: CommandRequest) => void) | undefined;
  query: (() => unknown) | undefined;
  readonly timers = new Map<number, Waiting>();
  readonly activities = new Map<number, Waiting>();
  readonly conditions = new Set<Condition>();
  handling = 0;
  private commands: Command[] = [];
  private rejected = new Map<string, unknown>();
  private early: CommandRequest[] = [];
  private replaying = false;
  private readonly recorded = new Set<string>();
  private readonly sent = new Set<string>();
  private numbers = 0;
  private fault: unknown;
  private begun = false;

  constructor(
    readonly beginning: Beginning,
    private readonly workflow: (input: CaseInput) => Promise<void>,
  ) {}

  /** Runs the workflow until it waits again. */
  async activate({ now, historyLength, replaying, updates, jobs, patches = [] }: Activation): Promise<Activated> {
    Object.assign(this, { now, historyLength, replaying });
    patches.forEach((one) => this.recorded.add(one));
    enter(this);
    // Updates come before everything else of the same task.
    for (const update of updates) {
      this.update(update);
      this.unblock();
    }
    for (const job of jobs) {
      this.take(job);
      this.unblock();
    }
    if (!this.begun) {
      this.begun = true;
      this.start();
    }
    do {
      await drained();
    } while (this.unblock());
    enter(undefined);
    if (this.fault !== undefined) {
      throw this.fault;
    }
    const activated = { commands: withoutUnsent(this.commands), rejected: this.rejected };
    this.commands = [];
    this.rejected = new Map();
    return activated;
  }

  /** Numbers activities and timers in the order in which the workflow asked for them. */
  nextNumber(): number {
    return ++this.numbers;
  }

  push(kind: Command['kind'], id: Command['id'], detail: Command['detail'], carried?: unknown): void {
    this.commands.push({ kind, id, detail, carried });
  }

  /** True when the code is to do as it does today: in a new task, or when it did so in the one that is replayed. */
  patched(change: string): boolean {
    if (this.sent.has(change)) {
      return true;
    }
    if (this.replaying && !this.recorded.has(change)) {
      return false;
    }
    this.sent.add(change);
    this.push('patch', 0, change);
    return true;
  }

  /** Fails the workflow task. */
  fail(reason: unknown): void {
    this.fault ??= reason;
  }

  /** Hands over the updates that came before their handler. */
  dispatchEarly(): void {
    this.early.splice(0).forEach((one) => this.update(one));
  }

  private start(): void {
    this.workflow(this.beginning.input).then(
      () => this.push('end', 0, ''),
      (reason: unknown) => {
        if (reason instanceof ContinuedAsNew) {
          this.push('continue-as-new', 0, '', reason.input);
        } else if (reason instanceof TemporalFailure) {
          this.push('fail', 0, reason.message);
        } else {
          this.fail(reason);
        }
      },
    );
    this.unblock();
  }

  private take(job: Job): void {
    if ('timer' in job) {
      const waiting = this.timers.get(job.timer);
      this.timers.delete(job.timer);
      waiting?.resolve(undefined);
      return;
    }
    const waiting = this.activities.get(job.activity);
    if (waiting === undefined) {
      throw new Error(`no activity ${job.activity} is waited for`);
    }
    this.activities.delete(job.activity);
    waiting.resolve(job.result);
  }

  private update(request: CommandRequest): void {
    const { handle, validate } = this;
    const { commandId } = request;
    if (handle === undefined) {
      this.early.push(request);
      return;
    }
    try {
      if (!this.replaying) {
        validate?.(request);
      }
    } catch (error) {
      this.rejected.set(commandId, error);
      return;
    }
    this.push('accept', commandId, request.fingerprint);
    this.handling++;
    const handled = async (): Promise<CommandResult> => await handle(request);
    void handled()
      .then((result) => this.push('complete', commandId, result.sequence, { result }))
      .catch((error: unknown) => {
        if (error instanceof TemporalFailure) {
          this.push('complete', commandId, error.message, { error });
        } else {
          this.fail(error);
        }
      })
      .finally(() => this.handling--);
  }

  /** True when a condition came to hold. */
  private unblock(): boolean {
    let any = false;
    for (let again = true; again;) {
      again = false;
      for (const one of this.conditions) {
        if (one.holds()) {
          this.conditions.delete(one);
          one.resolve();
          again = true;
        }
      }
      any ||= again;
    }
    return any;
  }
}

let running: Execution | undefined;

function enter(run: Execution | undefined): void {
  running = run;
}

/** Workflow time while a workflow runs, undefined otherwise. */
export function workflowTime(): number | undefined {
  return running?.now;
}

/** The run whose code is running. */
export function execution(): Execution {
  if (running === undefined) {
    throw new Error('no workflow is running');
  }
  return running;
}

/** A timer that is stopped in the step that started it is never heard of by the server. */
function withoutUnsent(commands: Command[]): Command[] {
  const cancelled = new Set(commands.filter((one) => one.kind === 'cancel-timer').map((one) => one.id));
  if (cancelled.size === 0) {
    return commands;
  }
  const unsent = new Set(
    commands.filter((one) => one.kind === 'start-timer' && cancelled.has(one.id)).map((one) => one.id),
  );
  return commands.filter(({ kind, id }) => !(unsent.has(id) && (kind === 'start-timer' || kind === 'cancel-timer')));
}
