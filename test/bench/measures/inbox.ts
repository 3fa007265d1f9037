import { performance } from 'node:perf_hooks';
import { standardPolicy, type CaseEvent } from '#contracts/case';
import { profileOf } from '../../../scripts/demo/facts.js';
import { happens, randomFrom } from '../../../scripts/demo/random.js';
import { actorOf, consent } from '../../support/builders.js';
import { play } from '../../support/playing.js';
import { figure } from '../core/figure.js';
import { repeat } from '../core/rounds.js';
import { quantile } from '../core/statistics.js';
import { waitFor } from '../core/waiting.js';
import { uuidFrom } from '../events/playing.js';
import { publishAll } from '../events/stream.js';
import type { Measure } from '../ground/bench.js';
import { install } from '../ground/installation.js';
import { appliedIn, connectTo } from '../ground/projection.js';
import { read } from '../load/http-caller.js';

const lead = { serviceId: 'beci-desk', organisationId: 'beci', profession: 'coach' } as const;
const service = { serviceId: 'itaa-accountants', organisationId: 'itaa', profession: 'accountant' } as const;
const pages = 200;

/** The first page of an inbox that is very full. */
export const inbox: Measure = {
  name: 'inbox',
  title: 'Inbox of a service with 20,000 open referrals',
  async run(bench) {
    const referrals = bench.quick ? 2_000 : 20_000;
    const installation = await install(bench);
    const sql = await connectTo(installation.databaseUrl);
    try {
      const events = eventsOf(referrals);
      await publishAll(bench.engines.kafka.address, installation.prefix, events);
      await waitFor(async () => (await appliedIn(sql)) >= events.length, 'all referrals are in the inbox');
      await sql.query('ANALYZE');
      const rounds = await repeat(bench.rounds, async () => {
        const times: number[] = [];
        for (let page = 0; page < pages; page++) {
          const from = performance.now();
          await read(installation.people.accountant, '/inbox');
          times.push(performance.now() - from);
        }
        return times;
      });
      return {
        figures: [
          figure(
            'first page p50',
            'ms',
            rounds.map((times) => quantile(times, 0.5)),
          ),
          figure(
            'first page p95',
            'ms',
            rounds.map((times) => quantile(times, 0.95)),
            { most: 60 },
          ),
        ],
        remarks: [
          `${referrals} cases with one open referral each to the same service; GET /api/v1/inbox without filters, ${pages} times one after the other, while nothing else happens. The page has a count per bucket.`,
        ],
      };
    } finally {
      await sql.end();
      await installation.stop();
    }
  },
};

function eventsOf(referrals: number): CaseEvent[] {
  const random = randomFrom(referrals);
  return Array.from({ length: referrals }).flatMap(() => {
    const scene = play(new Date(Date.now() - Math.floor(random() * 86_400_000)).toISOString());
    const { facts } = profileOf(random, happens(random, 0.33));
    const by = actorOf(lead);
    scene.tell(by, {
      type: 'open-case',
      caseId: uuidFrom(random),
      facts,
      consent: consent(),
      policy: standardPolicy,
      lead,
    });
    const targets = [{ referralId: uuidFrom(random), service }];
    scene.tell(by, { type: 'refer', mode: 'each', proposesLead: false, targets });
    return [...scene.events];
  });
}
