// `npm run simulate -- --schedules 100000 --seed 1`; `--seed S --schedules 1 --trace` plays one again and tells everything.
import { register } from 'node:module';
import { loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readOptions, type Options } from './options.js';
import type { Part, Progress } from './player.js';

const threads = 2;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const failed = options.schedules === 1 ? options.seed : await playAll(options);
  return failed === undefined ? 0 : tellFailure(options, failed);
}

/** Plays all schedules; answers the lowest seed that is known to fail. */
async function playAll({ schedules, seed, commands, without }: Options): Promise<number | undefined> {
  const begun = performance.now();
  const failures: number[] = [];
  let [played, given] = [0, 0];
  const play = (part: Part) =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./player.js', import.meta.url), { workerData: part });
      worker.on('message', (progress: Progress) => {
        played += progress.played;
        given += progress.commands;
        failures.push(...(progress.failed === undefined ? [] : [progress.failed]));
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
  const like = { without, ...(commands === undefined ? {} : { commands }) };
  await Promise.all(
    Array.from({ length: threads }, (_, index) =>
      play({ first: seed + index, step: threads, end: seed + schedules, like }),
    ),
  );
  const minutes = (performance.now() - begun) / 60_000;
  console.log(
    `${played} schedules with ${given} commands in ${(minutes * 60).toFixed(1)} s: ${Math.round(played / minutes)} schedules a minute ` +
      `on ${threads} threads, load ${loadavg()[0]?.toFixed(1)}`,
  );
  return failures.sort((one, other) => one - other)[0];
}

/** Plays a schedule in this thread and says how to play it again; 0 when it does not fail. */
async function tellFailure({ trace, commands, without }: Options, seed: number): Promise<number> {
  register('./loader.js', import.meta.url);
  const { failureOf, shrunk } = await import('./shrinking.js');
  const asGiven = { seed, without, ...(commands === undefined ? {} : { commands }) };
  const failure = await failureOf({ ...asGiven, ...(trace ? { trace: console.log } : {}) });
  if (failure === undefined) {
    console.log(`schedule ${seed} is in order`);
    return 0;
  }
  const smallest = trace ? asGiven : { without, ...(await shrunk(asGiven)) };
  if (!trace) {
    await failureOf({ ...smallest, trace: console.log });
  }
  console.log(`schedule ${seed} fails: ${(await failureOf(smallest)) ?? failure}`);
  const flags = [
    `--seed ${seed} --schedules 1 --trace`,
    smallest.commands === undefined ? '' : ` --commands ${smallest.commands}`,
    smallest.without.length === 0 ? '' : ` --without ${smallest.without.join(',')}`,
  ];
  console.log(`npm run simulate -- ${flags.join('')}`);
  return 1;
}

process.exitCode = await main();
