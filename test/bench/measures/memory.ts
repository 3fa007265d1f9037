import { consent, facts } from '../../support/builders.js';
import { figure } from '../core/figure.js';
import { inTurn } from '../core/in-turn.js';
import { usageOf } from '../core/usage.js';
import type { Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';
import { insist, send } from '../load/http-caller.js';

const clients = 16;
const samples = 20;
/** For the cases in memory: few, so that the worker gives up some all the time and every run comes to its end. */
const megabytes = 60;
/** What code, heaps and what waits to be collected take once the worker is warm, whatever the number of cases. */
const warm = 150;

/** The worker keeps as many cases as its bound of memory allows, and takes no more however many commands come. */
export const memory: Measure = {
  name: 'memory',
  title: 'Memory over many commands, with a bound for cases',
  async run(bench) {
    const [cases, commands] = bench.quick ? [60, 2_000] : [75, 10_000];
    const installation = await install(bench, { CASE_MEMORY_MB: String(megabytes) });
    try {
      const atStart = used(installation);
      const paths = await inTurn(clients, Array.from({ length: cases }), () => begin(installation));
      const told: Used[] = [];
      for (let sample = 0; sample < samples; sample++) {
        const next = Array.from({ length: commands / samples }, (_, index) => paths[index % cases] ?? '');
        await inTurn(clients, next, (path) =>
          insist(installation.people.lead, path, { type: 'amend-facts', facts: facts() }),
        );
        told.push(used(installation));
      }
      const worker = told.map((one) => one.worker);
      return {
        figures: [
          figure('worker at the start', 'MB', [atStart.worker]),
          figure('worker at most', 'MB', [Math.max(...worker)], { most: atStart.worker + megabytes + warm }),
          figure(
            'the same over the last half, per 1,000 commands',
            'MB',
            [slopeOf(worker.slice(samples / 2), commands)],
            {
              most: 5,
            },
          ),
          figure('api + worker + projector at the end', 'MB', [told.at(-1)?.all ?? 0]),
        ],
        remarks: [`${commands} commands on ${cases} cases in turn; ${megabytes} MB for cases (CASE_MEMORY_MB).`],
      };
    } finally {
      await installation.stop();
    }
  },
};

type Used = { readonly worker: number; readonly all: number };

function used({ api, worker, projector }: Installation): Used {
  const [own = 0, ...others] = [worker, api, projector].map((one) => usageOf(one.pid() ?? 0).memory);
  return { worker: own, all: others.reduce((sum, one) => sum + one, own) };
}

async function begin({ people }: Installation): Promise<string> {
  const { caseId } = await send(people.lead, '/cases', { facts: facts(), consent: consent() });
  return `/cases/${caseId}/commands`;
}

/** Of the line through all samples: a heap goes up and down between two of them. */
function slopeOf(values: readonly number[], commands: number): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const rise = values.reduce((sum, one, index) => sum + (index - middle) * (one - mean), 0);
  const run = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return (rise / run / (commands / samples)) * 1_000;
}
