import type { Task } from './task.js';
import { type Limits, type Outcome, worked, WorkingThread } from './working-thread.js';

/** How much is done aside at once. */
export type AsideOptions = Partial<Limits> & {
  /** Path of the program of a thread, which calls `performAside`. */
  readonly program: string;
  /** Threads at a time. */
  readonly most?: number;
  /** Works that wait in line, of everybody and of one person. */
  readonly line?: number;
  readonly lineEach?: number;
  /** Milliseconds after which a thread that nobody needs is ended. */
  readonly idle?: number;
};

/** The line is long, or this process ends: ask again in a moment. */
export class AsideBusy extends Error {
  override readonly name = 'AsideBusy';
}

/** A work was ended because it took more time or memory than it may. */
export class AsideTooHeavy extends Error {
  override readonly name = 'AsideTooHeavy';
}

/** One work, from the moment it is asked for. */
type Work = {
  readonly name: string;
  readonly seconds: number;
  readonly input: unknown;
  readonly person: string;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Does what takes long on threads beside the event loop, which goes on meanwhile. Each person has one thread at a time; what there is no
 * thread for waits in line. A work that takes too long or too much ends with its thread.
 */
export class Aside {
  private readonly options: Required<AsideOptions>;
  private readonly resting: WorkingThread[] = [];
  private readonly working = new Map<WorkingThread, Work>();
  private line: readonly Work[] = [];
  private stopped = false;

  constructor(options: AsideOptions) {
    this.options = { most: 2, line: 20, lineEach: 8, idle: 30_000, megabytes: 512, patience: 10, worked, ...options };
  }

  /**
   * Performs a task, which `person` waits for.
   * @throws AsideBusy, AsideTooHeavy, or whatever its performing threw
   */
  async run<Input, Output>({ name, seconds }: Task<Input, Output>, input: Input, person: string): Promise<Output> {
    const own = this.line.filter((one) => one.person === person);
    if (this.stopped || this.line.length >= this.options.line || own.length >= this.options.lineEach) {
      throw new AsideBusy(`${name} finds a long line`);
    }
    const output = await new Promise<unknown>((resolve, reject) => {
      this.line = [...this.line, { name, seconds, input, person, resolve, reject }];
      this.proceed();
    });
    return output as Output;
  }

  /** Ends all threads; whoever still waits hears that this process is busy. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.line.forEach(({ reject, name }) => reject(new AsideBusy(`${name} is not begun any more`)));
    this.line = [];
    await Promise.all([...this.resting, ...this.working.keys()].map((thread) => thread.end()));
  }

  private proceed(): void {
    while (this.working.size < this.options.most) {
      const served = new Set([...this.working.values()].map(({ person }) => person));
      const next = this.line.find(({ person }) => !served.has(person));
      if (next === undefined) {
        return;
      }
      this.line = this.line.filter((one) => one !== next);
      void this.perform(next);
    }
  }

  private async perform(work: Work): Promise<void> {
    const { name, seconds, input } = work;
    const thread = this.thread();
    this.working.set(thread, work);
    const outcome = await thread.ask({ name, input }, seconds).catch((error: unknown): Outcome => ({ error }));
    this.tell(work, outcome);
    // A thread that was ended is gone by now, so that there are never more than there may be.
    this.working.delete(thread);
    if (thread.isThere) {
      this.resting.push(thread);
      thread.rest(this.options.idle);
    }
    this.proceed();
  }

  private thread(): WorkingThread {
    let thread = this.resting.pop();
    while (thread !== undefined && !thread.isThere) {
      thread = this.resting.pop();
    }
    return thread ?? new WorkingThread(this.options.program, this.options);
  }

  private tell({ name, seconds, resolve, reject }: Work, outcome: Outcome): void {
    if (outcome === 'ended') {
      reject(
        this.stopped
          ? new AsideBusy(`${name} was stopped`)
          : new AsideTooHeavy(`${name} took more than ${seconds} s of work, or more memory than it may`),
      );
    } else if ('error' in outcome) {
      reject(outcome.error);
    } else {
      resolve(outcome.output);
    }
  }
}
