import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { commandLineOf } from './foreign.mjs';
import { writeWhole } from './files.mjs';
import { observeProcesses } from './processes.mjs';
import { say } from './say.mjs';

/** @typedef {import('./processes.mjs').Living} Living */

const END_WITHIN_MS = 20_000;
const WRITE_AGAIN_MS = 1_000;

/**
 * Keeps the list of our living processes in a file, so that the next start can end what a killed one left running. Without it
 * all goes on: a full disk is no reason to end.
 * @param {string} file
 */
export function recordProcesses(file) {
  /** @type {Living[]} */
  let newest = [];
  /** @type {NodeJS.Timeout | undefined} */
  let again;
  const write = () => {
    try {
      writeWhole(file, JSON.stringify(newest));
      again = undefined;
    } catch (error) {
      if (!again) {
        say(`Which processes run cannot be written down: ${error instanceof Error ? error.message : error}`);
      }
      again = setTimeout(write, WRITE_AGAIN_MS).unref();
    }
  };
  observeProcesses((now) => {
    newest = entriesOf(now);
    if (!again) {
      write();
    }
  });
}

/** What is told of living processes, so that another process can end them. @param {Living[]} living @returns {Living[]} */
export function entriesOf(living) {
  return living.map(({ name, pid, mark, signal }) => ({ name, pid, mark, signal }));
}

/** The processes in such a file; none when there is no file, or only the beginning of one. @param {string} file @returns {Living[]} */
export function readLeftovers(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

/**
 * Ends the processes in such a file that still live and are what they were.
 * @param {string} file
 */
export async function endLeftovers(file) {
  await endAll(readLeftovers(file));
  fs.rmSync(file, { force: true });
}

/** Ends those that still live and are what they were, in good order. @param {Living[]} entries in the order of their start */
export async function endAll(entries) {
  // The last started go first: those that use the servers before the servers.
  for (const entry of entries.toReversed()) {
    if (await isStill(entry)) {
      say(`Ending ${entry.name}, left running by an interrupted start (process ${entry.pid}).`);
      await end(entry);
    }
  }
}

/** @param {Living} entry */
async function isStill({ pid, mark }) {
  return Boolean((await commandLineOf(pid))?.includes(mark));
}

/** @param {Living} entry */
async function end(entry) {
  signal(entry.pid, entry.signal);
  const until = Date.now() + END_WITHIN_MS;
  while (await isStill(entry)) {
    if (Date.now() > until) {
      signal(entry.pid, 'SIGKILL');
    }
    await delay(100);
  }
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // it ended by itself in between
  }
}
