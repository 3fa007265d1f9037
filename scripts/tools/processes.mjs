import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Trouble } from './say.mjs';

/**
 * @typedef {object} Running a started process
 * @property {number} pid
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited settles when the process has ended
 * @property {() => boolean} alive
 * @property {(signal?: NodeJS.Signals) => Promise<void>} stop asks, waits, kills after 20 s; returns after the end
 */

/**
 * @typedef {object} Living a process of ours that would outlive us
 * @property {string} name
 * @property {number} pid
 * @property {string} mark part of its command line by which it can be known again
 * @property {NodeJS.Signals} signal that ends it in good order
 */

/** @type {Map<number, Living & Running>} */
const living = new Map();
/** @type {((now: (Living & Running)[]) => void)[]} */
const observers = [];

/**
 * Tells a listener which of our processes live, now and whenever that changes; the last started comes last. It must not throw.
 * @param {(now: (Living & Running)[]) => void} listener
 */
export function observeProcesses(listener) {
  observers.push(listener);
  listener(livingProcesses());
}

function tellObservers() {
  observers.forEach((listener) => listener(livingProcesses()));
}

let startsRefused = false;

/** From now on no process is started: we are stopping. */
export function refuseStarts() {
  startsRefused = true;
}

/** Whether we are stopping. */
export function areStartsRefused() {
  return startsRefused;
}

/** The processes started here that still live, in the order of their start. */
export function livingProcesses() {
  return [...living.values()];
}

const KILL_AFTER_MS = 20_000;
const TAIL_BYTES = 4_000;

/**
 * @typedef {object} Command
 * @property {string} name for people
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {NodeJS.Signals} [stopSignal] SIGTERM unless said otherwise
 * @property {string} [mark] part of the arguments by which the process can be known again; the last unless said otherwise
 */

/**
 * Starts a process in a group of its own (a Ctrl-C in the terminal does not reach it), writing to a log file by itself,
 * so that it does not depend on this process staying alive.
 * @param {Command & { log: string }} options the log is appended to
 * @returns {Promise<Running>}
 */
export async function startProcess(options) {
  const output = openLog(options.log);
  try {
    return keepListed(options, await launch(options, { detached: true, stdio: ['ignore', output, output] }));
  } finally {
    fs.closeSync(output);
  }
}

/** Starts a process that writes where we write. @param {Command} options @returns {Promise<Running>} */
export async function startAttached(options) {
  return keepListed(options, await launch(options, { stdio: ['ignore', 'inherit', 'inherit'] }));
}

/** @param {string} log */
function openLog(log) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  return fs.openSync(log, 'a');
}

/**
 * @param {Command} options
 * @param {import('node:child_process').SpawnOptions} how
 * @returns {Promise<Running>}
 */
async function launch({ name, command, args, cwd, uid, gid, env = process.env, stopSignal = 'SIGTERM' }, how) {
  if (startsRefused) {
    throw new Trouble(`${name} is not started: we are stopping.`);
  }
  const child = spawn(command, args, { cwd, uid, gid, env, ...how });
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Trouble(`${name} could not be started: ${error.message}.`)));
  });
  const alive = () => child.exitCode === null && child.signalCode === null;
  /** @param {NodeJS.Signals} [signal] */
  const stop = async (signal = stopSignal) => {
    if (!alive()) {
      return;
    }
    child.kill(signal);
    const hardEnd = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await exited;
    clearTimeout(hardEnd);
  };
  return { pid: /** @type {number} */ (child.pid), exited, alive, stop };
}

/** @param {Command} options @param {Running} running */
function keepListed({ name, command, args, mark = args.at(-1) ?? command, stopSignal: signal = 'SIGTERM' }, running) {
  living.set(running.pid, { name, mark, signal, ...running });
  tellObservers();
  void forgetAtEnd(running);
  return running;
}

/** @param {Running} running */
async function forgetAtEnd({ pid, exited }) {
  await exited;
  living.delete(pid);
  tellObservers();
}

/**
 * Runs a command to its end with its output in a log file; it ends with this process.
 * @param {string} title used in the sentence when it fails
 * @param {string} command
 * @param {string[]} args
 * @param {{ log: string, cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number }} options
 */
export async function run(title, command, args, options) {
  const output = openLog(options.log);
  /** @type {import('node:child_process').SpawnOptions} */
  const how = { stdio: ['ignore', output, output] };
  const running = await launch({ name: title, command, args, ...options }, how).finally(() => fs.closeSync(output));
  const endWithUs = () => process.kill(running.pid, 'SIGTERM');
  process.once('exit', endWithUs);
  const { code, signal } = await running.exited;
  process.off('exit', endWithUs);
  if (code !== 0) {
    throw new Trouble(
      `${title} failed (${signal ?? `exit code ${code}`}). The end of ${options.log}:\n${tail(options.log)}`,
    );
  }
}

/**
 * Runs a command and returns what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number | null, out: string }>} code is null when it could not be started
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (out += chunk));
    child.once('error', () => resolve({ code: null, out }));
    child.once('close', (code) => resolve({ code, out }));
  });
}

/**
 * Waits until a started server answers; fails at once when its process ends.
 * @param {object} options
 * @param {string} options.name
 * @param {Running} options.running
 * @param {string} options.log
 * @param {() => Promise<boolean>} options.probe
 * @param {number} [options.timeoutMs]
 */
export async function waitUntilReady({ name, running, log, probe, timeoutMs = 90_000 }) {
  const until = Date.now() + timeoutMs;
  while (!(await probe().catch(() => false))) {
    if (!running.alive()) {
      throw new Trouble(`${name} ended while it was starting. The end of ${log}:\n${tail(log)}`);
    }
    if (Date.now() > until) {
      await running.stop('SIGKILL');
      throw new Trouble(`${name} did not answer within ${timeoutMs / 1000} s. The end of ${log}:\n${tail(log)}`);
    }
    await delay(50);
  }
}

/** The last lines of a log file. @param {string} log */
export function tail(log) {
  try {
    const text = fs.readFileSync(log, 'utf8');
    return text.slice(-TAIL_BYTES).trimEnd().split('\n').slice(-12).join('\n');
  } catch {
    return '(no log)';
  }
}
