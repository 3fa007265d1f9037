import { performance } from 'node:perf_hooks';
import { comparison, figure, type Figure } from '../core/figure.js';
import { alternate } from '../core/rounds.js';
import { quantile } from '../core/statistics.js';
import { waitFor } from '../core/waiting.js';
import { startBarePipe } from '../ground/bare-pipe.js';
import type { Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';
import { caseJourney } from '../load/case-journey.js';
import { pace } from '../load/rotation.js';
import { watch } from '../load/watched-stream.js';
import { maximumOf } from './commands.js';

/** How soon another person sees what was answered. */
export const seen: Measure = {
  name: 'seen',
  title: "Answered to seen on another person's live stream",
  async run(bench) {
    const installation = await install(bench);
    const pipe = await startBarePipe(bench, installation.databaseUrl);
    try {
      const most = await maximumOf(bench, installation);
      const seconds = bench.quick ? 5 : 20;
      const figures: Figure[] = [];
      await playRelais(installation, 10, 3);
      await pipe.play(10, 3);
      for (const [name, rate] of [
        ['at 10/s', 10],
        ['at half the maximum', most / 2],
      ] as const) {
        const { relais, bare } = await alternate(
          bench.rounds,
          () => playRelais(installation, rate, seconds),
          () => pipe.play(rate, seconds),
        );
        figures.push(...figuresOf(name, relais, bare, rate === 10));
      }
      return {
        figures,
        remarks: [
          `The maximum is ${most.toFixed(1)} commands/s, at concurrency 32. The watcher is the coordinator, the senders are actors.`,
          'Bare: from calling produce (acks=all, idempotent) to the notice of PostgreSQL after another process consumed the record and inserted a row; one record at a time.',
          'A command can be seen before its answer is here: the answer carries the whole case. Such times are negative.',
        ],
      };
    } finally {
      await pipe.stop();
      await installation.stop();
    }
  },
};

type Round = { readonly delays: readonly number[]; readonly fromSending: readonly number[] };

async function playRelais(installation: Installation, rate: number, seconds: number): Promise<Round> {
  const arrived = new Map<string, number>();
  const answered = new Map<string, number>();
  const stream = await watch(installation.coordinator, ({ event, data, at }) => {
    if (event === 'case') {
      const { caseId, sequence } = JSON.parse(data) as { caseId: string; sequence: number };
      arrived.set(`${caseId}:${sequence}`, at);
    }
  });
  try {
    const run = await pace(rate, seconds, () =>
      caseJourney(installation.people, ({ caseId, sequence }) =>
        answered.set(`${caseId}:${sequence}`, performance.now()),
      ),
    );
    await waitFor(() => [...answered.keys()].every((id) => arrived.has(id)), 'everything answered is seen', 30_000);
    return {
      delays: [...answered].map(([id, at]) => (arrived.get(id) ?? Number.NaN) - at),
      fromSending: run.latencies,
    };
  } finally {
    stream.close();
  }
}

function figuresOf(name: string, relais: readonly Round[], bare: readonly number[][], barred: boolean): Figure[] {
  const of = (share: number) => relais.map((round) => quantile(round.delays, share));
  const other = (share: number) => bare.map((delays) => quantile(delays, share));
  return [
    ...(barred
      ? [
          figure(`seen p50 ${name}`, 'ms', of(0.5), { most: 100 }),
          figure(`seen p95 ${name}`, 'ms', of(0.95), { most: 300 }),
        ]
      : []),
    comparison(`seen p50 ${name}, against bare`, 'ms', of(0.5), other(0.5)),
    comparison(`seen p95 ${name}, against bare`, 'ms', of(0.95), other(0.95)),
    figure(
      `answer p50 ${name}`,
      'ms',
      relais.map((round) => quantile(round.fromSending, 0.5)),
    ),
  ];
}
