import type { CaseInput, CommandRequest } from '#workflows';
import type { World } from '../world.js';
import { Activities, type ActivityBreaks, type Worker } from './activities.js';
import type { Activated, Command, Execution, Job } from './execution.js';
import { replay, Run, type Activity, type OpenTask, type Outcome, type Update } from './run.js';

/** Answers to an update that no workflow gave. */
export type Unhandled = { readonly gone: 'never' | 'ended' } | { readonly lost: true };

type Answering = (answer: Outcome | Unhandled) => void;

const taskTimeout = 5_000;

/** A small Temporal server: workflow tasks over a history, updates, timers, activities at least once, continue-as-new. */
export class Temporal {
  /** The runs of each case, oldest first. */
  readonly runs = new Map<string, Run[]>();
  private readonly activities: Activities;

  constructor(
    private readonly world: World,
    private readonly worker: Worker,
    private readonly workflow: (input: CaseInput) => Promise<void>,
    private readonly limits: CaseInput['limits'],
    breaks: ActivityBreaks = {},
  ) {
    this.activities = new Activities(world, worker, breaks, (run, job) => this.tell(run, job));
  }

  /** Takes an update; one that opens a case starts its workflow when there is none, or one that was never opened. */
  update(caseId: string, request: CommandRequest, answer: Answering): void {
    let run = this.lastRun(caseId);
    if (request.command.type === 'open-case' && (run === undefined || run.status === 'failed')) {
      run = this.startRun(caseId, { caseId, ...(this.limits === undefined ? {} : { limits: this.limits }) }, new Map());
    }
    const known = run?.updates.get(request.commandId);
    if (known?.outcome !== undefined) {
      answer(known.outcome);
    } else if (run?.status !== 'running') {
      answer({ gone: run?.status === 'completed' ? 'ended' : 'never' });
    } else if (known !== undefined) {
      known.waiting.push(answer);
    } else {
      const update: Update = { request, waiting: [answer] };
      run.updates.set(request.commandId, update);
      run.admitted.push(update);
      this.schedule(run);
    }
  }

  /** Loses what is in the server's memory only: updates that no workflow has accepted, and tasks on their way. */
  crash(): void {
    this.world.say(() => 'the Temporal server dies');
    for (const run of this.running()) {
      const { task } = run;
      this.forget(run, run.admitted.splice(0));
      if (task !== undefined) {
        this.forget(run, task.updates.splice(0));
        this.abandon(run, task, 'the server died');
      }
    }
  }

  lastRun(caseId: string): Run | undefined {
    return this.runs.get(caseId)?.at(-1);
  }

  private running(): Run[] {
    return [...this.runs.keys()].flatMap((caseId) => {
      const run = this.lastRun(caseId);
      return run?.status === 'running' ? [run] : [];
    });
  }

  private startRun(caseId: string, input: CaseInput, searchAttributes: ReadonlyMap<string, unknown>): Run {
    const run = new Run(caseId, { input, startedAt: this.world.now, searchAttributes });
    this.runs.set(caseId, [...(this.runs.get(caseId) ?? []), run]);
    this.schedule(run);
    return run;
  }

  private schedule(run: Run): void {
    if (run.status === 'running' && run.task === undefined && run.isWaiting) {
      const task: OpenTask = { jobs: [], updates: [] };
      run.task = task;
      this.world.after(this.world.latency(), () => this.startTask(run, task));
    }
  }

  private async startTask(run: Run, task: OpenTask): Promise<void> {
    const { world, worker } = this;
    if (run.task !== task) {
      return;
    }
    if (!worker.process.isUp) {
      world.after(100, () => this.startTask(run, task));
      return;
    }
    task.jobs.push(...run.buffered.splice(0));
    task.updates.push(...run.admitted.splice(0));
    const [now, historyLength, { life }] = [world.now, run.events, worker.process];
    const { cached } = run;
    run.cached = undefined;
    const wanted = run.history.length;
    const { execution, jobs } =
      cached === undefined || world.goesWrong('evict', 0.1)
        ? await replay(run, this.workflow)
        : { execution: cached, jobs: [] };
    const activated = await execution.activate({
      now,
      historyLength,
      replaying: false,
      updates: task.updates.map((one) => one.request),
      jobs: [...jobs, ...task.jobs],
    });
    this.activities.performAtOnce(activated.commands);
    world.after(world.latency(), () => {
      if (run.task !== task || run.history.length !== wanted) {
        return;
      }
      if (worker.process.life !== life || world.goesWrong('crash', 0.02)) {
        worker.process.die('before a workflow task was recorded');
        world.after(taskTimeout, () => this.abandon(run, task, 'its worker died'));
        return;
      }
      this.complete(run, task, execution, activated, { now, historyLength });
    });
  }

  /** Gives a task up; its effects were never there, and what it was told is told again. */
  private abandon(run: Run, task: OpenTask, why: string): void {
    if (run.task !== task) {
      return;
    }
    this.world.say(() => `a workflow task of ${nameOf(run)} is given up: ${why}`);
    run.task = undefined;
    run.buffered.unshift(...task.jobs);
    run.admitted.unshift(...task.updates);
    this.schedule(run);
  }

  private complete(
    run: Run,
    task: OpenTask,
    execution: Execution,
    { commands, rejected }: Activated,
    at: { readonly now: number; readonly historyLength: number },
  ): void {
    const isLast = commands.some(({ kind }) => kind === 'continue-as-new' || kind === 'end' || kind === 'fail');
    if (isLast && run.buffered.length > 0) {
      this.abandon(run, task, 'something happened meanwhile');
      return;
    }
    run.task = undefined;
    for (const update of task.updates) {
      const { commandId } = update.request;
      if (rejected.has(commandId)) {
        run.updates.delete(commandId);
        settle(update, { error: rejected.get(commandId) });
      }
    }
    // A task that only refused leaves no trace.
    if (run.history.length === 0 || task.jobs.length > 0 || commands.length > 0) {
      const updates = task.updates.map((one) => one.request).filter(({ commandId }) => !rejected.has(commandId));
      run.record({ ...at, jobs: task.jobs, updates, commands });
      this.world.say(
        () => `${nameOf(run)}: ${commands.map(({ kind, id }) => `${kind} ${id}`).join(', ') || 'nothing'}`,
      );
    }
    commands.forEach((command) => this.carryOut(run, command));
    run.cached = execution;
    this.schedule(run);
  }

  private carryOut(run: Run, { kind, id, detail, carried }: Command): void {
    switch (kind) {
      case 'schedule-activity': {
        const activity = {
          ...(carried as Pick<Activity, 'name' | 'given'>),
          number: Number(id),
          attempt: 0,
          done: false,
        };
        this.activities.attempt(run, activity);
        return;
      }
      case 'start-timer': {
        const timer = { number: Number(id), target: carried as number };
        run.timers.set(timer.number, timer);
        this.world.after(Number(detail), () => this.fire(run, timer.number), true);
        return;
      }
      case 'cancel-timer':
        run.timers.delete(Number(id));
        // It may have fired while the task was on its way.
        run.buffered = run.buffered.filter((job) => !('timer' in job && job.timer === id));
        return;
      case 'complete': {
        const update = run.updates.get(String(id));
        return update && settle(update, carried as Outcome);
      }
      case 'memo':
        run.memo = carried as { sequence: number };
        return;
      case 'continue-as-new':
        return this.continueRun(run, carried as CaseInput);
      case 'end':
        run.status = 'completed';
        return this.forget(run, run.admitted.splice(0));
      case 'fail':
        run.status = 'failed';
        return this.forget(run, run.admitted.splice(0));
      case 'accept':
      case 'search-attributes':
        return;
      default:
        return kind satisfies never;
    }
  }

  private continueRun(run: Run, input: CaseInput): void {
    run.status = 'continued';
    run.timers.clear();
    const pairs = run.history.flatMap(({ commands }) =>
      commands.flatMap((one) => (one.kind === 'search-attributes' ? (one.carried as [string, unknown][]) : [])),
    );
    const searchAttributes = new Map([...run.beginning.searchAttributes, ...pairs]);
    this.startRun(run.caseId, input, searchAttributes);
    this.forget(run, run.admitted.splice(0));
  }

  private fire(run: Run, number: number): void {
    if (run.status === 'running' && run.timers.delete(number)) {
      this.world.say(() => `${nameOf(run)}: timer ${number} fires`);
      run.buffered.push({ timer: number });
      this.schedule(run);
    }
  }

  private tell(run: Run, job: Job): void {
    run.buffered.push(job);
    this.schedule(run);
  }

  private forget(run: Run, updates: readonly Update[]): void {
    for (const update of updates) {
      run.updates.delete(update.request.commandId);
      update.waiting.splice(0).forEach((answer) => (answer as Answering)({ lost: true }));
    }
  }
}

function settle(update: Update, outcome: Outcome): void {
  update.outcome = outcome;
  update.waiting.splice(0).forEach((answer) => answer(outcome));
}

function nameOf({ caseId }: Run): string {
  return `case ${caseId.slice(-2)}`;
}
