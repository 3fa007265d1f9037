import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { layout } from '../layout.js';
import { faultFor } from './faults.js';
import type { Job, JobMessage } from './job.js';
import { QueryProcess } from './query-process.js';

/** What queries may use. */
export type RunnerOptions = {
  /** The archive's. */
  readonly folder: string;
  /** Queries at a time; one more is told that it is too many. */
  readonly most?: number;
  /** Processes that wait for a query once there was a first, so that it need not wait for them. */
  readonly warm?: number;
};

/** What one query may use; `keep` sees the file of a job of kind `file`, which is gone afterwards. */
export type RunOptions = {
  readonly seconds: number;
  readonly signal?: AbortSignal;
  readonly keep?: (file: string) => Promise<void>;
};

const threads = 2;
const limits = {
  /** More than DuckDB allows itself: its own limit does not count all that it takes. */
  memoryBytes: 2_000_000_000,
  files: 1_024,
  /** A result for the screen is small; what sorts and groups may use the disk a little. */
  rowsFileBytes: 1_000_000_000,
  fileBytes: 4_000_000_000,
};

/** Seconds of one query; processes that wait get CPU time for so many. */
export const runSeconds = 30;

/** Queries at a time, unless a runner is told another number. */
export const mostQueries = 3;

const sweptAfter = 3_600_000;

/** Runs queries, each in a process of its own that is never used again. */
export class QueryRunner {
  private readonly waiting: QueryProcess[] = [];
  private readonly running = new Set<QueryProcess>();
  private readonly most: number;
  private readonly warm: number;
  private stopped = false;

  constructor(private readonly options: RunnerOptions) {
    this.most = options.most ?? mostQueries;
    this.warm = options.warm ?? 2;
  }

  /** Removes what processes that were killed have left. Nothing waits for queries yet: most APIs are never asked any. */
  start(): void {
    const scratch = path.join(this.options.folder, layout.scratch);
    mkdirSync(scratch, { recursive: true });
    sweep(scratch);
  }

  /** Ends everything. */
  async stop(): Promise<void> {
    this.stopped = true;
    const all = [...this.waiting, ...this.running];
    await Promise.all(all.map((one) => one.dispose()));
  }

  /** Process ids of the queries that run now. */
  get pids(): number[] {
    return [...this.running].flatMap((one) => one.pid ?? []);
  }

  /**
   * Runs a query; the last message is `done` or `fault`. Whoever stops reading, or aborts, ends the process.
   */
  async *run(job: Job, { seconds, signal, keep = async () => undefined }: RunOptions): AsyncGenerator<JobMessage> {
    if (this.running.size >= this.most || this.stopped) {
      yield { kind: 'fault', fault: faultFor('busy', 'busy') };
      return;
    }
    const one = job.into.kind === 'rows' ? this.take() : this.begin(seconds, limits.fileBytes);
    this.running.add(one);
    const stop = () => one.end();
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) {
      stop();
    }
    const timer = setTimeout(() => one.end(faultFor('time', 'time')), seconds * 1_000);
    try {
      yield* one.run(job, keep);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      await one.dispose();
      this.running.delete(one);
      this.refill();
    }
  }

  private take(): QueryProcess {
    let one = this.waiting.shift();
    while (one !== undefined && !one.isAlive) {
      one = this.waiting.shift();
    }
    return one ?? this.beginWarm();
  }

  private refill(): void {
    while (!this.stopped && this.waiting.filter((one) => one.isAlive).length < this.warm) {
      this.waiting.push(this.beginWarm());
    }
  }

  private beginWarm(): QueryProcess {
    return this.begin(runSeconds, limits.rowsFileBytes);
  }

  private begin(seconds: number, fileBytes: number): QueryProcess {
    const { memoryBytes, files } = limits;
    const cpuSeconds = seconds * threads + 10;
    return new QueryProcess(this.options.folder, { memoryBytes, files, fileBytes, cpuSeconds });
  }
}

/** Removes scratch folders of queries that no process uses any more: none lives that long. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, name.name);
    if (name.name.startsWith('query-') && Date.now() - statSync(place).mtimeMs > sweptAfter) {
      rmSync(place, { recursive: true, force: true });
    }
  }
}
