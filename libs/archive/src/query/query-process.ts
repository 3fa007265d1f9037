import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { layout } from '../layout.js';
import { faultFor } from './faults.js';
import { resultFile, type Fault, type Job, type JobMessage } from './job.js';

/** What the operating system lets one query process have. */
export type ProcessLimits = {
  readonly memoryBytes: number;
  readonly cpuSeconds: number;
  readonly fileBytes: number;
  readonly files: number;
};

const outOfMemory = new Set<NodeJS.Signals>(['SIGABRT', 'SIGKILL', 'SIGBUS']);

/** Compiled, also when this module runs from its source, as in tests. */
const program = import.meta.filename.endsWith('.ts')
  ? path.resolve('dist/libs/archive/src/query/child.js')
  : path.join(import.meta.dirname, 'child.js');

const living = new Set<ChildProcess>();
process.once('exit', () => living.forEach((child) => child.kill('SIGKILL')));

/** One process for one query, with a scratch folder of its own that goes away with it. */
export class QueryProcess {
  readonly gone: Promise<void>;
  private readonly scratch: string;
  private readonly child: ChildProcess;
  private ending: NodeJS.Signals | 'exit' | undefined;
  private closedBy: Fault | undefined;
  private hasJob = false;
  private hasExited = false;

  /** Starts the process; it gets ready while nobody waits for it. `folder` is the archive's. */
  constructor(folder: string, limits: ProcessLimits) {
    this.scratch = path.join(path.resolve(folder), layout.scratch, `query-${randomUUID()}`);
    mkdirSync(this.scratch, { recursive: true });
    const { memoryBytes, cpuSeconds, fileBytes, files } = limits;
    // Data in KiB; files in blocks of 512 bytes. At the soft limit of CPU time the process ends by a signal that says so.
    const ulimits = [
      `ulimit -d ${Math.floor(memoryBytes / 1024)}`,
      `ulimit -S -t ${cpuSeconds}`,
      `ulimit -H -t ${cpuSeconds + 5}`,
      `ulimit -n ${files}`,
      `ulimit -f ${Math.floor(fileBytes / 512)}`,
      'ulimit -c 0',
    ];
    this.child = spawn(
      '/bin/sh',
      ['-c', `${ulimits.join(' && ')} && exec "$0" "$@"`, process.execPath, '--max-old-space-size=200', program],
      // No environment: nothing that this process knows is to be found there.
      { cwd: this.scratch, env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
    );
    living.add(this.child);
    this.child.stdin?.on('error', () => undefined);
    this.gone = new Promise((resolve) => {
      const ended = (how: NodeJS.Signals | 'exit') => {
        this.ending = how;
        living.delete(this.child);
        if (!this.hasJob) {
          this.clear();
        }
        resolve();
      };
      this.child.once('error', () => ended('exit'));
      this.child.once('exit', () => (this.hasExited = true));
      this.child.once('close', (_, signal) => ended(signal ?? 'exit'));
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isAlive(): boolean {
    return this.ending === undefined;
  }

  /** Gives the one job; the last message is `done` or `fault`, whatever happens to the process. `keep` sees the file of a job before it goes. */
  async *run(job: Job, keep: (file: string) => Promise<void>): AsyncGenerator<JobMessage> {
    this.hasJob = true;
    this.child.stdin?.write(`${JSON.stringify(job)}\n`);
    const output = this.child.stdout;
    if (output === null) {
      throw new Error('a query process writes to a pipe');
    }
    for await (const line of createInterface({ input: output, crlfDelay: Infinity })) {
      const message = read(line);
      if (message?.kind === 'fault') {
        yield this.closedBy === undefined ? message : { kind: 'fault', fault: this.closedBy };
        return;
      }
      if (message?.kind === 'done') {
        if (this.closedBy !== undefined) {
          // Rows that came after that were not given.
          yield { kind: 'fault', fault: this.closedBy };
          return;
        }
        if (job.into.kind === 'file') {
          await keep(path.join(this.scratch, resultFile));
        }
        yield message;
        return;
      }
      if (message !== undefined && this.closedBy === undefined) {
        yield message;
      }
    }
    await this.gone;
    yield { kind: 'fault', fault: this.closedBy ?? faultOfEnding(this.ending) };
  }

  /** Ends the process; whoever waits for its answer gets `fault`. What a process that ended on its own has said still counts, however late it is read. */
  end(fault: Fault = faultFor('stopped', 'stopped')): void {
    if (!this.hasExited) {
      this.closedBy ??= fault;
      this.child.kill('SIGKILL');
    }
  }

  /** Ends the process and removes what it wrote. */
  async dispose(): Promise<void> {
    this.end();
    await this.gone;
    this.clear();
  }

  private clear(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

function faultOfEnding(ending: NodeJS.Signals | 'exit' | undefined): Fault {
  if (ending === 'SIGXCPU') {
    return faultFor('time', 'time');
  }
  return ending !== undefined && ending !== 'exit' && outOfMemory.has(ending)
    ? faultFor('memory', 'memory')
    : faultFor('failed', 'failed');
}

/** A line of the process; undefined for half a line of one that died while it wrote. */
function read(line: string): JobMessage | undefined {
  try {
    return JSON.parse(line) as JobMessage;
  } catch {
    return undefined;
  }
}
