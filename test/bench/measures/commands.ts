import { randomUUID } from 'node:crypto';
import { startChild } from '../core/child.js';
import { comparison, figure, type Figure } from '../core/figure.js';
import { alternate, repeat } from '../core/rounds.js';
import { quantile, spreadOf } from '../core/statistics.js';
import { usageOf } from '../core/usage.js';
import type { Bench, Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';
import { caseJourney, journeyLength } from '../load/case-journey.js';
import { rotate, type Run } from '../load/rotation.js';

type Round = Run & { readonly cpu: Readonly<Record<string, number>> };

const settings = [
  { concurrency: 1, journeys: 20 },
  { concurrency: 10, journeys: 50 },
  { concurrency: 32, journeys: 128 },
];

/** Commands through HTTP against bare updates that each start one activity. */
export const commands: Measure = {
  name: 'commands',
  title: 'Commands through HTTP against bare updates with one activity each',
  async run(bench) {
    const installation = await install(bench);
    const bare = await startBare(bench);
    const figures: Figure[] = [];
    const remarks: string[] = [
      `A journey is ${journeyLength} commands of one case: open, refer to two services, accept, first contact, progress, hold, resume, notes, close.`,
      'The bare client is a process of its own that calls Temporal directly and loops by itself; Relais is driven by this process through HTTP to the API.',
      'A bare update answers at once and starts its activity in the background, as Relais does.',
    ];
    try {
      await playRelais(bench, installation, { concurrency: 4, journeys: 8 });
      await bare.play({ concurrency: 4, journeys: 8, awaited: false });
      for (const { concurrency, journeys } of settings) {
        const load = { concurrency, journeys: bench.quick ? Math.ceil(journeys / 4) : journeys };
        const { relais, bare: other } = await alternate(
          bench.rounds,
          () => playRelais(bench, installation, load),
          () => bare.play({ ...load, awaited: false }),
        );
        figures.push(...figuresOf(concurrency, relais, other));
        remarks.push(
          `Concurrency ${concurrency}: CPU per command (ms), median round: ${cpuOf(relais)}; bare ${cpuOf(other)}.`,
        );
        bench.maximum = Math.max(bench.maximum, spreadOf(relais.map(rateOf)).median);
      }
      const waiting = await repeat(Math.min(bench.rounds, 3), () =>
        bare.play({ concurrency: 10, journeys: 20, awaited: true }),
      );
      figures.push(figure('bare updates that wait for the activity, at 10', 'updates/s', waiting.map(rateOf)));
    } finally {
      await installation.stop();
      await bare.stop();
    }
    return { figures, remarks };
  },
};

/** The most commands per second, measured now if this run has not measured it yet. */
export async function maximumOf(bench: Bench, installation: Installation): Promise<number> {
  if (bench.maximum === 0) {
    await playRelais(bench, installation, { concurrency: 4, journeys: 8 });
    const runs = await repeat(2, () => playRelais(bench, installation, { concurrency: 32, journeys: 64 }));
    bench.maximum = spreadOf(runs.map(rateOf)).median;
  }
  return bench.maximum;
}

type Load = { readonly concurrency: number; readonly journeys: number };

async function playRelais({ engines }: Bench, installation: Installation, load: Load): Promise<Round> {
  const { api, worker, projector, people } = installation;
  const pids = {
    driver: process.pid,
    api: api.pid(),
    worker: worker.pid(),
    projector: projector.pid(),
    ...pidsOf(engines),
  };
  return watched(pids, () => rotate(load, () => caseJourney(people)));
}

async function startBare({ engines }: Bench) {
  const place = { address: engines.temporal.address, taskQueue: `bare-${randomUUID()}` };
  const worker = startChild('worker');
  const client = startChild('client');
  await worker.ask('start', place);
  return {
    play: (load: Load & { awaited: boolean }) =>
      watched({ client: client.pid, worker: worker.pid, ...pidsOf(engines) }, () =>
        client.ask<Run>('load', { ...place, ...load, length: journeyLength }),
      ),
    stop: async () => {
      await client.stop();
      await worker.stop();
    },
  };
}

const pidsOf = ({ temporal, kafka }: Bench['engines']) => ({ temporal: temporal.pid, kafka: kafka.pid });

async function watched(pids: Readonly<Record<string, number | undefined>>, play: () => Promise<Run>): Promise<Round> {
  const used = () => Object.entries(pids).map(([name, pid]) => [name, usageOf(pid ?? 0).cpu] as const);
  const before = new Map(used());
  const run = await play();
  return { ...run, cpu: Object.fromEntries(used().map(([name, cpu]) => [name, cpu - (before.get(name) ?? 0)])) };
}

function figuresOf(concurrency: number, relais: readonly Round[], bare: readonly Round[]): Figure[] {
  const rates = comparison(
    `commands at concurrency ${concurrency}`,
    'commands/s',
    relais.map(rateOf),
    bare.map(rateOf),
    {
      least: 0.7,
    },
  );
  const share = (value: number) => (round: Round) => quantile(round.latencies, value);
  const answers = (name: string, value: number, most: number) =>
    comparison(`answer ${name} at ${concurrency}`, 'ms', relais.map(share(value)), bare.map(share(value)), { most });
  return concurrency > 10 ? [rates] : [rates, answers('p50', 0.5, 1.5), answers('p99', 0.99, 2)];
}

function rateOf({ latencies, seconds }: Run): number {
  return latencies.length / seconds;
}

function cpuOf(rounds: readonly Round[]): string {
  const names = Object.keys(rounds[0]?.cpu ?? {});
  return names
    .map((name) => {
      const perCommand = rounds.map(({ cpu, latencies }) => ((cpu[name] ?? 0) * 1000) / latencies.length);
      return `${name} ${spreadOf(perCommand).median.toFixed(1)}`;
    })
    .join(', ');
}
