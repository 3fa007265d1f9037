import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { region } from '#contracts/kernel/codes';
import { shiftWeek, sundayOf, weekOf } from '#domain/calendar';
import { filtersOf, firstQuestion, questionsOf, spansOf, type CubeQuestion } from '#figures';
import { comparison, figure } from '../core/figure.js';
import { repeat } from '../core/rounds.js';
import { quantile } from '../core/statistics.js';
import type { Bench, Measure } from '../ground/bench.js';
import { addCases, fillHistory } from '../ground/history.js';
import { install, type Installation } from '../ground/installation.js';
import { connectTo } from '../ground/projection.js';
import { read, send } from '../load/http-caller.js';
import { watchDashboard } from '../load/watched-dashboard.js';

const newsOfOneEpoch = 10_000;
const tiers = ['published', 'exact'] as const;

type Tier = (typeof tiers)[number];
type Ground = { readonly installation: Installation; readonly sql: pg.Client; readonly closedIn: number };

/** What the dashboard costs when there is much behind it. */
export const dashboard: Measure = {
  name: 'dashboard',
  title: 'Dashboard over three years of 0.4 and of 4 million events',
  async run(bench) {
    const [few, many] = bench.quick ? [20_000, 200_000] : [400_000, 4_000_000];
    const [small, large] = [await prepare(bench, few), await prepare(bench, many)];
    try {
      const rounds = await repeat(bench.rounds, async () => ({
        small: await askAll(small),
        large: await askAll(large),
        raw: await groupRaw(large),
      }));
      const of = (ground: 'small' | 'large', tier: Tier) =>
        rounds.map((round) => quantile(round[ground].get(tier) ?? [], 0.95));
      const raw = rounds.map((round) => quantile(round.raw, 0.5));
      const closing = await closeTenThousand(large.installation);
      const seen = await watchDashboard(large.installation, { times: bench.quick ? 5 : 20 });
      return {
        figures: [
          ...tiers.flatMap((tier) => [
            comparison(`${tier} routes p95, raw GROUP BY p50`, 'ms', of('large', tier), raw, { most: 1 / 50 }),
            comparison(`${tier} routes p95, ten times the events`, 'ms', of('large', tier), of('small', tier), {
              most: 1.2,
            }),
          ]),
          figure('closing three years of history at 0.4 million', 's', [small.closedIn]),
          figure('closing three years of history at 4 million', 's', [large.closedIn]),
          figure(`closing an epoch with ${newsOfOneEpoch} more cases`, 's', [closing], { most: 10 }),
          figure('first view in the browser, cold cache', 'ms', seen.firstViews, { most: 1_500 }),
          figure('answered to moved on screen p95', 'ms', [quantile(seen.moves, 0.95)], { most: 1_000 }),
          figure('answered to moved on screen p50', 'ms', [quantile(seen.moves, 0.5)]),
        ],
        remarks: [
          `Every question of the page, without filters and with one, one after the other. Raw: the same three figures (difficulty by week, municipality, professions that referrals go between) grouped from the event log of ${many} events.`,
          'In the browser at the larger size; the coordinator watches the exact figures while a case is opened.',
        ],
      };
    } finally {
      await Promise.all([small, large].map(stop));
    }
  },
};

async function prepare(bench: Bench, events: number): Promise<Ground> {
  const installation = await install(bench);
  const from = performance.now();
  const history = await fillHistory(installation.databaseUrl, events);
  bench.say(
    `  ${history.events} events of ${history.cases} cases, ${history.cells} cells, in ${Math.round((performance.now() - from) / 1000)} s`,
  );
  const closedIn = await close(installation);
  bench.say(`  their epochs were closed in ${closedIn.toFixed(1)} s`);
  const sql = await connectTo(installation.databaseUrl);
  await sql.query('VACUUM ANALYZE');
  return { installation, sql, closedIn };
}

async function stop({ installation, sql }: Ground): Promise<void> {
  await sql.end();
  await installation.stop();
}

/** Seconds until what is known is published. */
async function close({ coordinator }: Installation): Promise<number> {
  const from = performance.now();
  await send(coordinator, '/monitoring/epochs', {});
  return (performance.now() - from) / 1000;
}

async function closeTenThousand(installation: Installation): Promise<number> {
  await addCases(installation.databaseUrl, newsOfOneEpoch);
  return close(installation);
}

/** Milliseconds of every question the page asks, by tier. */
async function askAll({ installation }: Ground): Promise<Map<Tier, number[]>> {
  const times = new Map<Tier, number[]>(tiers.map((tier) => [tier, []]));
  for (const question of questions()) {
    for (const tier of tiers) {
      const path = pathOf(tier, question);
      const from = performance.now();
      await read(installation.coordinator, path);
      times.get(tier)?.push(performance.now() - from);
    }
  }
  return times;
}

function questions(): CubeQuestion[] {
  const last = shiftWeek(weekOf(new Date().toISOString(), region.calendar), -1);
  return [{}, { sector: 'horeca' }, { group: 'public-debt' }].flatMap((search) => {
    const filters = filtersOf(search);
    const covered = { first: shiftWeek(last, -200), last, isOpen: false, reach: sundayOf(last), history: null };
    const spans = spansOf(covered, 'year');
    return [firstQuestion(filters), ...Object.values(questionsOf(filters, spans))];
  });
}

function pathOf(tier: Tier, { cube, where = [], ...rest }: CubeQuestion): string {
  const query = new URLSearchParams(rest);
  where.forEach((one) => query.append('where', one));
  return `/monitoring/${tier}/cubes/${cube}?${query.toString()}`;
}

const rawQuestions = [
  `SELECT date_trunc('week', time), jsonb_array_elements(data->'facts'->'difficulties')->>'difficulty', count(*)
     FROM projection.event_log WHERE type = 'relais.case.opened.v1' GROUP BY 1, 2`,
  `SELECT data->'facts'->>'municipality', count(*)
     FROM projection.event_log WHERE type = 'relais.case.opened.v1' GROUP BY 1`,
  `SELECT by->>'serviceId', data->'to'->>'profession', count(*)
     FROM projection.event_log WHERE type = 'relais.referral.sent.v1' GROUP BY 1, 2`,
];

/** Milliseconds of the same figures from the events themselves. */
async function groupRaw({ sql }: Ground): Promise<number[]> {
  const times: number[] = [];
  for (const question of rawQuestions) {
    const from = performance.now();
    await sql.query(question);
    times.push(performance.now() - from);
  }
  return times;
}
