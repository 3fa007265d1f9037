import { createLogger, type Logger } from './logger.js';

type Stop = () => Promise<void> | void;

const signals = ['SIGTERM', 'SIGINT'] as const;

let logger: Logger | undefined;
let deadline = 10_000;
let installed = false;
let ending: Promise<void> | undefined;
const stops: Stop[] = [];

function log(): Logger {
  logger ??= createLogger('process');
  return logger;
}

async function stopAll(): Promise<boolean> {
  let clean = true;
  for (const stop of stops.toReversed()) {
    try {
      await stop();
    } catch (error) {
      clean = false;
      log().error({ err: error }, 'stopping failed');
    }
  }
  return clean;
}

/** Exit code of a process that only a person can help: starting it again is of no use (scripts/tools/supervisor.mjs). */
export const beyondHelp = 78;

function end(exitCode: number): void {
  if (ending !== undefined) {
    return;
  }
  setTimeout(() => {
    log().error({ deadline }, 'not everything stopped in time');
    process.exit(exitCode || 1);
  }, deadline).unref();
  ending = stopAll().then((clean) => {
    log().info('stopped');
    process.exit(clean ? exitCode : exitCode || 1);
  });
}

/** Ends the process because something in it died that must not; what was started is stopped first. */
export function takeDown(error: unknown, what = 'a part of the process died'): void {
  log().fatal({ err: error }, what);
  end(1);
}

/** Ends the process because of what only a person can change, which it says in sentences; never comes back. */
export function giveUp(sentences: readonly string[]): Promise<never> {
  log().fatal({ reasons: sentences }, 'the process cannot run like this');
  process.stderr.write(`${sentences.join('\n')}\n`);
  end(beyondHelp);
  return new Promise<never>(() => undefined);
}

function install(): void {
  if (installed) {
    return;
  }
  installed = true;
  for (const signal of signals) {
    process.on(signal, () => {
      log().info({ signal }, 'stopping');
      end(0);
    });
  }
  process.on('unhandledRejection', (reason) => takeDown(reason, 'unhandled rejection'));
  process.on('uncaughtException', (error) => takeDown(error, 'uncaught exception'));
}

/** Takes ownership of the signals of the process at its start; `deadlineMs` is how long stopping may take. */
export function ownProcess(options: { readonly logger: Logger; readonly deadlineMs?: number }): void {
  logger = options.logger;
  deadline = options.deadlineMs ?? deadline;
  install();
}

/** Registers what ends a thing that was started; at SIGTERM or SIGINT the last started is stopped first. */
export function onShutdown(stop: Stop): void {
  install();
  stops.push(stop);
}
