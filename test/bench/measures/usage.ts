import { setTimeout as delay } from 'node:timers/promises';
import { figure, type Figure } from '../core/figure.js';
import { usageOf, usageOfTree, type Usage } from '../core/usage.js';
import type { Bench, Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';
import { caseJourney } from '../load/case-journey.js';
import { rotate } from '../load/rotation.js';

const parts = ['api', 'worker', 'projector'] as const;

/** Memory and CPU of each process, at rest and under load. */
export const usage: Measure = {
  name: 'usage',
  title: 'Memory and CPU of each process',
  async run(bench) {
    const installation = await install(bench);
    const watched = watch(bench, installation);
    const rest = bench.quick ? 10 : 60;
    try {
      await delay(rest * 1000);
      const idle = await watched(() => delay(rest * 1000));
      const load = { concurrency: 10, journeys: bench.quick ? 20 : 150 };
      const busy = await watched(() => rotate(load, () => caseJourney(installation.people)));
      return {
        figures: [
          ...figuresOf('idle', idle),
          sumOf('idle', idle),
          ...figuresOf('at concurrency 10', busy),
          sumOf('at concurrency 10', busy),
        ],
        remarks: [
          `Idle: ${rest} s after the start, measured over the next ${rest} s, no case and nobody signed in on a page. CPU in seconds per minute; PostgreSQL is all its processes, whose shared memory counts in each.`,
        ],
      };
    } finally {
      await installation.stop();
    }
  },
};

type Used = Usage & { readonly name: string };

function watch({ engines }: Bench, installation: Installation) {
  const { temporal, kafka, postgres } = engines;
  const look = (): Used[] => [
    ...parts.map((name) => ({ name, ...usageOf(installation[name].pid() ?? 0) })),
    { name: 'temporal', ...usageOf(temporal.pid) },
    { name: 'kafka', ...usageOf(kafka.pid) },
    { name: 'postgres', ...usageOfTree(postgres.pid) },
  ];
  return async (during: () => Promise<unknown>): Promise<Used[]> => {
    const before = look();
    const from = Date.now();
    await during();
    const minutes = (Date.now() - from) / 60_000;
    return look().map(({ name, cpu, memory }, index) => ({
      name,
      memory,
      cpu: (cpu - (before[index]?.cpu ?? 0)) / minutes,
    }));
  };
}

function figuresOf(when: string, used: readonly Used[]): Figure[] {
  return used.flatMap(({ name, cpu, memory }) => [
    figure(`${name} ${when}, CPU`, 's/min', [cpu]),
    figure(`${name} ${when}, memory`, 'MB', [memory]),
  ]);
}

function sumOf(when: string, used: readonly Used[]): Figure {
  const own = used.filter(({ name }) => parts.some((part) => part === name));
  const memory = own.reduce((sum, one) => sum + one.memory, 0);
  return figure(`api + worker + projector ${when}, memory`, 'MB', [memory], { most: 700 });
}
