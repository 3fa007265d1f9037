// One thread of the simulator: plays every so many-th schedule until one fails.
import { register } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Play } from './world.js';

/** What a thread is to play. */
export type Part = {
  readonly first: number;
  readonly step: number;
  readonly end: number;
  readonly like: Omit<Play, 'seed'>;
};

/** What a thread says now and then; `failed` is the seed it stopped at. */
export type Progress = { readonly played: number; readonly commands: number; readonly failed?: number };

register('./loader.js', import.meta.url);
const { playSchedule } = await import('./schedule.js');
// A refusal is an error with a stack; thousands of them a second are looked at by nobody.
Error.stackTraceLimit = 0;

const { first, step, end, like } = workerData as Part;
const report = 200;
let [played, commands] = [0, 0];
const tell = (failed?: number): void => {
  parentPort?.postMessage({ played, commands, ...(failed === undefined ? {} : { failed }) } satisfies Progress, []);
  [played, commands] = [0, 0];
};
for (let seed = first; seed < end; seed += step) {
  try {
    commands += (await playSchedule({ ...like, seed })).commands;
  } catch {
    tell(seed);
    break;
  }
  played++;
  if (played === report) {
    tell();
    // Lets the thread be ended.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
tell();
