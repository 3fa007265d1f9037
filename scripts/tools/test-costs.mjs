import fs from 'node:fs';
import path from 'node:path';
import { cpuTime } from './cpu-time.mjs';
import { root } from './paths.mjs';

const SHOWN = 10;

/** @typedef {{ file: string, seconds: number, wall: number }} Cost of one file, in seconds; `seconds` are of CPU */

/**
 * The dearest files first, from what `test-environment.mjs` has written.
 * @param {string} file
 * @returns {Cost[]}
 */
export function readCosts(file) {
  if (!fs.existsSync(file)) {
    return [];
  }
  const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).toSorted((one, other) => other.seconds - one.seconds);
}

/**
 * What a run has cost, in lines; to be asked for when all that was started has ended.
 * @param {number} begunAt milliseconds since the epoch
 * @param {Cost[]} costs
 */
export function linesOfCosts(begunAt, costs) {
  const { user, system, whole } = cpuTime();
  const [wall, all] = [(Date.now() - begunAt) / 1e3, user + system].map((seconds) => seconds.toFixed(0));
  const of = whole ? 'of all that was started' : 'of this process alone: this system does not tell of the others';
  const lines = [
    `Wall time ${wall} s, CPU time ${all} s (user ${user.toFixed(0)}, system ${system.toFixed(0)}, ${of}).`,
  ];
  if (costs.length > 0) {
    lines.push('The dearest files, in seconds of CPU (and by the clock), without the servers that all share:');
  }
  for (const { file, seconds, wall: clock } of costs.slice(0, SHOWN)) {
    lines.push(`${seconds.toFixed(1).padStart(8)} (${clock.toFixed(1)})  ${path.relative(root, file)}`);
  }
  return lines;
}
