// Started by `npm start` beside everything else: when that one is gone without having stopped its processes, as after `kill -9`,
// it ends them in good order. It reads what lives, a list in each line, from a pipe whose end tells that nobody writes any more.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { endAll, entriesOf } from './leftovers.mjs';
import { areStartsRefused, livingProcesses, observeProcesses } from './processes.mjs';

const file = fileURLToPath(import.meta.url);
const PAUSE_MS = 1_000;

/** @typedef {import('./processes.mjs').Living} Living */

/** Starts a guardian of the processes of this one; another one when it ends. @param {string} logs folder of its log */
export function startGuardian(logs) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let guardian;
  /** @param {Living[]} living */
  const tell = (living) => guardian?.stdin?.write(`${JSON.stringify(entriesOf(living))}\n`);
  const start = () => {
    if (areStartsRefused()) {
      return;
    }
    const log = fs.openSync(path.join(logs, 'guardian.log'), 'a');
    // In a group of its own: a Ctrl-C in the terminal is not meant for it.
    const child = spawn(process.execPath, [file, 'guard'], { detached: true, stdio: ['pipe', log, log] });
    fs.closeSync(log);
    child.stdin?.on('error', () => undefined);
    child.once('error', () => undefined);
    child.once('close', () => {
      guardian = undefined;
      setTimeout(tryToStart, PAUSE_MS).unref();
    });
    child.unref();
    guardian = child;
    tell(livingProcesses());
  };
  const tryToStart = () => {
    try {
      start();
    } catch {
      // A full disk, perhaps: everything else goes on without it meanwhile.
      setTimeout(tryToStart, PAUSE_MS).unref();
    }
  };
  tryToStart();
  observeProcesses(tell);
}

async function guard() {
  /** @type {Living[]} */
  let living = [];
  for await (const line of readline.createInterface({ input: process.stdin })) {
    living = whole(line) ?? living;
  }
  await endAll(living);
}

/** A list, unless whoever wrote it was killed in the middle. @param {string} line @returns {Living[] | undefined} */
function whole(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

if (process.argv[1] === file && process.argv[2] === 'guard') {
  await guard();
}
