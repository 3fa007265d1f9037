import fs from 'node:fs';
import { type Otherwise, type TestProcess } from '../../support/processes.js';
import type { ServerProcess } from '../../support/scripts.js';

/** A process of Relais. */
export type Part = 'api' | 'worker' | 'projector';

/** A server that Relais stands on. */
export type Engine = 'temporal' | 'kafka' | 'postgres';

/** A process of Relais or an engine, as a fault sees it. */
export type Player = {
  readonly name: string;
  pid(): number | undefined;
  /** Ends it, with SIGKILL unless said otherwise, and waits for the end. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Waits until it serves. What is given (parts only) holds until the next restart. */
  restart(otherwise?: Otherwise): Promise<void>;
  /** Stops it in the middle of what it does (SIGSTOP). */
  pause(): void;
  resume(): void;
  logs(): string;
};

/** A process of Relais as a player. */
export function partPlayer(name: string, process: TestProcess): Player {
  return {
    name,
    pid: process.pid,
    kill: (signal = 'SIGKILL') => process.kill(signal),
    restart: process.restart,
    pause: () => send(process.pid(), 'SIGSTOP'),
    resume: () => send(process.pid(), 'SIGCONT'),
    logs: process.logs,
  };
}

/** An engine as a player; its folder and port stay the same over a restart. */
export function enginePlayer(name: Engine, log: string, start: () => Promise<ServerProcess>): Player {
  let running: ServerProcess | undefined;
  const pid = () => (running?.alive() === true ? running.pid : undefined);
  return {
    name,
    pid,
    kill: async (signal = 'SIGKILL') => {
      const children = childrenOf(pid());
      // Asked to end in good order, an engine ends its children by itself.
      await running?.stop(signal);
      children.forEach((child) => signal === 'SIGKILL' && send(child, signal));
    },
    restart: async () => {
      running = await start();
    },
    // PostgreSQL serves with children that are in no group with it. The parent goes first: it must not make new ones.
    pause: () => [pid(), ...childrenOf(pid())].forEach((one) => send(one, 'SIGSTOP')),
    resume: () => [...childrenOf(pid()), pid()].forEach((one) => send(one, 'SIGCONT')),
    logs: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : ''),
  };
}

function childrenOf(pid: number | undefined): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return pid !== undefined && fs.existsSync(file)
    ? fs.readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number)
    : [];
}

function send(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) {
      process.kill(pid, signal);
    }
  } catch {
    // It ended in between.
  }
}
