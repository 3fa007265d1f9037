import { randomFrom } from '../../../scripts/demo/random.js';
import type { Arena, Engine, Part } from '../arena/arena.js';
import { check, drained, type Report } from '../checker/check.js';
import type { Ledger } from '../load/ledger.js';
import { startLoad, type LoadOptions } from '../load/load.js';
import { accept, type Episode } from './episode.js';
import { NotPossible, type Planted, type Scene } from './fault.js';
import { emptyRow, type Row } from './row.js';

/** A run: a load, what is done to it, and what it is called. */
export type Trial = {
  readonly name: string;
  readonly what: string;
  readonly comparedWith: Part | Engine;
  readonly load: LoadOptions;
  /** Whether the time to drained and the bare restart are measured at the end. */
  readonly measures: boolean;
  /** Milliseconds within which everything must be level in the end. */
  readonly patience: number;
  /** Breaks and heals; when it returns, all is healed and the load goes on. */
  play(scene: Scene): Promise<readonly Episode[]>;
};

/** Commands accepted before anything is broken. */
const steady = 20;

/** Runs a trial in an arena: load, faults, settling, draining, checking. It never throws because of what it finds. */
export async function runTrial(arena: Arena, trial: Trial): Promise<Row> {
  try {
    const row = await run(arena, trial);
    return trial.measures ? { ...row, bareRestart: await bareRestart(arena, trial.comparedWith) } : row;
  } catch (error) {
    if (error instanceof NotPossible) {
      return emptyRow(trial, { notRun: error.message });
    }
    await arena.heal().catch(() => undefined);
    return emptyRow(trial, { findings: [`the run broke off: ${reasonOf(error)}`] });
  }
}

async function run(arena: Arena, trial: Trial): Promise<Row> {
  const { name, what, comparedWith, load: options, measures, patience, play } = trial;
  const load = await startLoad(arena.ground, options);
  try {
    const random = randomFrom(options.seed);
    const scene: Scene = { arena, load, draw: (limit) => Math.floor(random() * limit) };
    await accept(scene, steady, 'before anything is broken');
    const episodes = await play(scene);
    const from = episodes.at(-1)?.healedFrom ?? Date.now();
    const [ledger, first] = await Promise.all([load.settle(), measures ? drain(arena, patience) : undefined]);
    const last = first?.failure === undefined ? await drain(arena, patience, ledger) : first;
    const report = await examine(arena, ledger, episodes);
    return {
      fault: name,
      what,
      comparedWith,
      strikes: episodes.length,
      ...counted(report),
      longestSilence: Math.max(0, ...episodes.map((episode) => episode.longestSilence)),
      ...(first?.at !== undefined && { drainedIn: first.at - from }),
      findings: [...(last.failure ?? []), ...episodes.flatMap((episode) => episode.findings), ...report.findings],
      operations: report.operations,
      notes: [...new Set(episodes.flatMap((episode) => episode.notes))],
    };
  } finally {
    await load.stop();
  }
}

type Drain = { readonly at?: number; readonly failure?: readonly string[] };

/** When everything was level (milliseconds since 1970), or what was not in the end; what is stored is compared all the same. */
async function drain({ ground }: Arena, patience: number, ledger?: Ledger): Promise<Drain> {
  const begun = Date.now();
  try {
    return { at: begun + (await drained(ground, ledger, patience)) };
  } catch (error) {
    return { failure: [reasonOf(error)] };
  }
}

/** It stays in the topic, so later runs in the same arena meet it too. */
const plantedIn = new WeakMap<Arena, readonly Planted[]>();

async function examine(arena: Arena, ledger: Ledger, episodes: readonly Episode[]): Promise<Report> {
  const { ground } = arena;
  const planted = [...(plantedIn.get(arena) ?? []), ...episodes.flatMap((episode) => episode.planted ?? [])];
  plantedIn.set(arena, planted);
  const deadLetters = planted.reduce((sum, one) => sum + one.deadLetters, 0);
  return check(ground, ledger, undefined, { deadLetters, planted: planted.flatMap((one) => one.caseIds) });
}

function counted({ accepted, refused, unknown, lost, doubled, gaps }: Report) {
  return { accepted, refused, unknown, lost, doubled, gaps };
}

/** How long a process takes that is killed with nothing to do, until it serves again. */
async function bareRestart(arena: Arena, role: Part | Engine): Promise<number | undefined> {
  const [player] =
    role === 'api' || role === 'worker' || role === 'projector' ? arena.parts[role] : [arena.engines[role]];
  await player?.kill();
  const from = Date.now();
  await player?.restart();
  return Date.now() - from;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? [error.message, error.cause].filter(Boolean).map(String).join(': ') : String(error);
}
