import { performance } from 'node:perf_hooks';
import { figure } from '../core/figure.js';
import { repeat } from '../core/rounds.js';
import { quantile } from '../core/statistics.js';
import type { Measure } from '../ground/bench.js';
import { install } from '../ground/installation.js';
import { read } from '../load/http-caller.js';

const asked = 2_000;
const warming = 300;

/** What finding out who asks adds to a request. */
export const session: Measure = {
  name: 'session',
  title: 'Who asks: the session of each request',
  async run(bench) {
    const installation = await install(bench);
    const { accountant } = installation.people;
    /** In turns, so that both see the same machine. */
    const inTurns = async (times: number) => {
      const waits: Record<'open' | 'known', number[]> = { open: [], known: [] };
      for (let turn = 0; turn < times; turn++) {
        for (const [kind, path] of [
          ['open', '/sign-in'],
          ['known', '/session'],
        ] as const) {
          const from = performance.now();
          await read(accountant, path);
          waits[kind].push(performance.now() - from);
        }
      }
      return waits;
    };
    try {
      await inTurns(warming);
      const rounds = await repeat(bench.rounds, () => inTurns(bench.quick ? asked / 4 : asked));
      const medians = rounds.map(({ open, known }) => [quantile(open, 0.5), quantile(known, 0.5)] as const);
      return {
        figures: [
          figure(
            'added at p50',
            'ms',
            medians.map(([open, known]) => known - open),
            { most: 1 },
          ),
        ],
        remarks: [
          'GET /api/v1/session, which asks for nothing but who it is, against GET /api/v1/sign-in, which is open to all and reads nothing; in turns, one after the other, while nothing else happens.',
        ],
      };
    } finally {
      await installation.stop();
    }
  },
};
