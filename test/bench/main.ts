import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { optionsOf, WrongUse, type Options } from './core/options.js';
import { isReached, type Outcome } from './core/figure.js';
import { sectionOf } from './core/table.js';
import { startEngines, type Engines } from './ground/engines.js';
import type { Bench } from './ground/bench.js';
import { measures } from './measures/index.js';

/** `npm run bench -- [--list] [--only a,b] [--rounds n] [--quick] [--profile api,worker,projector,archivist]` */
async function main(): Promise<number> {
  const options = optionsOf(
    process.argv.slice(2),
    measures.map(({ name }) => name),
  );
  if (options === undefined) {
    measures.forEach(({ name, title }) => console.log(`${name.padEnd(12)} ${title}`));
    return 0;
  }
  const engines = await startEngines();
  const end = endOnSignal(engines);
  try {
    return await measure(options, engines);
  } finally {
    await end();
  }
}

async function measure(options: Options, engines: Engines): Promise<number> {
  const started = new Date();
  const bench: Bench = { ...options, engines, say: (line) => console.error(line), maximum: 0 };
  const outcomes: Record<string, Outcome> = {};
  const failed: string[] = [];
  for (const { name, title, run } of measures) {
    if (options.only.length > 0 && !options.only.includes(name)) {
      continue;
    }
    bench.say(`${new Date().toISOString().slice(11, 19)} ${title} ...`);
    try {
      outcomes[name] = await run(bench);
      console.log(sectionOf(title, outcomes[name]));
    } catch (error) {
      failed.push(name);
      console.error(`${name} could not be measured:`, error);
    }
    write(started, options, outcomes);
  }
  const figures = Object.values(outcomes).flatMap((one) => one.figures);
  const missed = figures.filter((one) => isReached(one) === false);
  const barred = figures.filter((one) => isReached(one) !== undefined);
  console.log(`${barred.length - missed.length} of ${barred.length} bars reached. ${fileOf(started)}`);
  return failed.length === 0 ? 0 : 1;
}

const fileOf = (started: Date) => path.join('.relais/bench', `${started.toISOString().replaceAll(':', '-')}.json`);

function write(started: Date, options: Options, outcomes: Readonly<Record<string, Outcome>>): void {
  const machine = { node: process.version, cores: os.cpus().length, model: os.cpus()[0]?.model, memory: os.totalmem() };
  mkdirSync(path.dirname(fileOf(started)), { recursive: true });
  writeFileSync(fileOf(started), JSON.stringify({ started, machine, options, outcomes }, undefined, 2));
}

/** Stops the engines at the end, also after a Ctrl-C; what else was started ends with this process. */
function endOnSignal(engines: Engines): () => Promise<void> {
  let ending: Promise<void> | undefined;
  const end = () => (ending ??= engines.stop());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void end().finally(() => process.exit(130)));
  }
  return end;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof WrongUse ? error.message : error);
    process.exit(error instanceof WrongUse ? 2 : 1);
  },
);
