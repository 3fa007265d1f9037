import type { CaseInput, CommandRequest, CommandResult } from '#workflows';
import { Violation } from '../world.js';
import { Execution, type Beginning, type Command, type Job } from './execution.js';

/** What came of an update. */
export type Outcome = { readonly result: CommandResult } | { readonly error: unknown };

/** An update the server knows; its id makes it one within a run. */
export type Update = {
  readonly request: CommandRequest;
  readonly waiting: ((outcome: Outcome) => void)[];
  outcome?: Outcome;
};

/** A workflow task that was completed, with the events before it. */
export type RecordedTask = {
  readonly now: number;
  readonly historyLength: number;
  readonly jobs: readonly Job[];
  readonly updates: readonly CommandRequest[];
  readonly commands: readonly Command[];
};

/** A timer the server keeps. */
export type Timer = { readonly number: number; readonly target: number };

/** An activity the server asks for until it is done. */
export type Activity = {
  readonly number: number;
  readonly name: 'publishEvents' | 'eraseNotes';
  readonly given: unknown;
  /** The attempt that counts; an answer of an earlier one is not taken. */
  attempt: number;
  done: boolean;
};

/** A workflow task that is on its way. */
export type OpenTask = { jobs: Job[]; updates: Update[] };

/** One run of a workflow as the server has it. */
export class Run {
  status: 'running' | 'completed' | 'failed' | 'continued' = 'running';
  readonly history: RecordedTask[] = [];
  readonly updates = new Map<string, Update>();
  readonly timers = new Map<number, Timer>();
  events = 1;
  memo: { sequence: number } | undefined;
  buffered: Job[] = [];
  admitted: Update[] = [];
  task: OpenTask | undefined;
  /** The run in the memory of the worker that completed its last task. */
  cached: Execution | undefined;

  constructor(
    readonly caseId: string,
    readonly beginning: Beginning & { readonly input: CaseInput },
  ) {}

  /** True when the workflow has something to be told. */
  get isWaiting(): boolean {
    return this.history.length === 0 || this.buffered.length > 0 || this.admitted.length > 0;
  }

  record(task: RecordedTask): void {
    this.history.push(task);
    this.events += 3 + task.jobs.length + task.commands.length;
  }
}

/** A run in memory, with the jobs it was not told yet. */
export type Replayed = { readonly execution: Execution; readonly jobs: readonly Job[] };

/**
 * Brings a run into memory from its history. A task that asked for nothing looks like a heartbeat: it is not told by itself but
 * together with the next one, as the SDK does without a cache.
 */
export async function replay(run: Run, workflow: (input: CaseInput) => Promise<void>): Promise<Replayed> {
  const execution = new Execution(run.beginning, workflow);
  let jobs: Job[] = [];
  for (const { now, historyLength, updates, commands, ...task } of run.history) {
    jobs.push(...task.jobs);
    if (commands.length === 0) {
      continue;
    }
    const patches = commands.flatMap(({ kind, detail }) => (kind === 'patch' ? [String(detail)] : []));
    const activated = await execution.activate({ now, historyLength, replaying: true, updates, jobs, patches });
    compare(run, commands, activated.commands);
    jobs = [];
  }
  return { execution, jobs };
}

function compare(run: Run, recorded: readonly Command[], made: readonly Command[]): void {
  const different = recorded.findIndex((one, index) => {
    const other = made[index];
    return other === undefined || other.kind !== one.kind || other.id !== one.id || other.detail !== one.detail;
  });
  if (different >= 0 || recorded.length !== made.length) {
    const list = (commands: readonly Command[]) => commands.map(({ kind, id }) => `${kind} ${id}`).join(', ');
    throw new Violation(
      `non-determinism in ${run.caseId} at command ${different}: the history has [${list(recorded)}], the replay made [${list(made)}]`,
    );
  }
}
