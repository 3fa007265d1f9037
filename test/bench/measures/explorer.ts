import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { channels } from '#persistence/kernel';
import { signIn } from '../../support/http.js';
import { figure } from '../core/figure.js';
import { repeat } from '../core/rounds.js';
import { quantile } from '../core/statistics.js';
import { waitFor } from '../core/waiting.js';
import { fillArchive } from '../ground/archive-rows.js';
import type { Measure } from '../ground/bench.js';
import { install } from '../ground/installation.js';
import { connectTo } from '../ground/projection.js';
import { type Caller, read } from '../load/http-caller.js';
import { watch } from '../load/watched-stream.js';

const perFilter = 20;
const perSecond = 50;
const month = { from: '2025-03-01T00:00:00.000Z', until: '2025-03-31T23:59:59.999Z' };
const [sent, imported, closed, kept] = ['referral.sent', 'case.imported', 'case.closed', 'referral.kept'].map(
  (name) => `relais.${name}.v1`,
);

/** Filters alone and together: frequent and rare values, some that nothing has, some that never come together. */
const filters: readonly Readonly<Record<string, string | undefined>>[] = [
  {},
  month,
  { stream: 'directory' },
  { type: sent },
  { type: imported },
  { type: kept },
  { type: `${sent},${imported},${closed}` },
  { type: sent, ...month },
  { profession: 'mediator' },
  { profession: 'coach,lawyer' },
  { profession: 'mediator', type: closed },
  { profession: 'coach', type: sent, ...month },
  { difficulty: 'vat' },
  { difficulty: 'vat,rent', type: imported },
  { difficulty: 'vat', municipality: '21019' },
  { difficulty: 'vat', municipality: '21019', ...month },
  { municipality: '21001' },
  { municipality: '21019,21018,outside' },
  { municipality: 'outside', type: sent },
  { case: 'cfcd2084-95d5-65ef-66e7-dff9f98764da' },
  { case: 'CFC' },
  { case: 'ZZZ' },
];

/** The first page of the explorer, and the tail, over a large archive. */
export const explorer: Measure = {
  name: 'explorer',
  title: 'Explorer and tail over an archive of 4 million events',
  async run(bench) {
    const events = bench.quick ? 200_000 : 4_000_000;
    const installation = await install(bench);
    const sql = await connectTo(installation.databaseUrl);
    try {
      await fillArchive(sql, events);
      const analyst = await signIn(installation.apiUrl, 'anna-hub');
      const slowest = new Map<string, number>();
      const rounds = await repeat(bench.rounds, async () => {
        const pages = await askAll(analyst, slowest);
        return { pages, tail: await watchTail(sql, analyst, bench.quick ? 5 : 20) };
      });
      const [worst, atWorst] = [...slowest].toSorted(([, one], [, other]) => other - one)[0] ?? ['', 0];
      return {
        figures: [
          ...([0.5, 0.95] as const).map((share) =>
            figure(
              `first page p${share * 100}, all filters`,
              'ms',
              rounds.map(({ pages }) => quantile(pages, share)),
              { most: 100 },
            ),
          ),
          figure('first page p95 of the slowest filter', 'ms', [atWorst], { most: 100 }),
          figure(
            'inserted to told p95',
            'ms',
            rounds.map(({ tail }) => quantile(tail, 0.95)),
            { most: 500 },
          ),
        ],
        remarks: [
          `${events} events; ${filters.length} filters, each ${perFilter} times, one after the other; GET /api/v1/analysis/events with 100 events. The slowest filter is "${worst}".`,
          `The tail hears of ${perSecond} events a second, each inserted with its notice in a transaction of its own.`,
        ],
      };
    } finally {
      await sql.end();
      await installation.stop();
    }
  },
};

/** Milliseconds of every page; notes the worst p95 of each filter. */
async function askAll(analyst: Caller, slowest: Map<string, number>): Promise<number[]> {
  const all: number[] = [];
  for (const filter of filters) {
    const search = new URLSearchParams();
    Object.entries(filter).forEach(([name, value = '']) => search.append(name, value));
    const times: number[] = [];
    for (let time = 0; time < perFilter; time++) {
      const from = performance.now();
      await read(analyst, `/analysis/events?${search.toString()}`);
      times.push(performance.now() - from);
    }
    const name = search.toString();
    slowest.set(name, Math.max(slowest.get(name) ?? 0, quantile(times, 0.95)));
    all.push(...times);
  }
  return all;
}

/** Milliseconds from the beginning of an insertion until the tail told of it. */
async function watchTail(sql: pg.Client, analyst: Caller, seconds: number): Promise<number[]> {
  const told = new Map<string, number>();
  const inserted = new Map<string, number>();
  const tail = await watch(analyst, ({ id, at }) => void told.set(id, at), '/analysis/events/tail');
  try {
    for (let one = 0; one < seconds * perSecond; one++) {
      const at = performance.now();
      const { rows } = await sql.query<{ position: number }>(insertion, [channels.archive]);
      inserted.set(String(rows[0]?.position), at);
      await waitFor(() => Promise.resolve(performance.now() >= at + 1_000 / perSecond), 'the next event');
    }
    await waitFor(() => Promise.resolve([...inserted.keys()].every((id) => told.has(id))), 'all events are told');
  } finally {
    tail.close();
  }
  return [...inserted].map(([id, at]) => (told.get(id) ?? Number.NaN) - at);
}

/** As an archivist inserts it: with the notice, which is sent when the transaction ends. */
const insertion = `
  WITH one AS (
    INSERT INTO archive.event (position, stream, type, subject, code, sequence, event_id, time, by_kind, municipality,
                               difficulty, profession, data, topic, partition, "offset")
    SELECT nextval('archive.event_positions'), stream, type, gen_random_uuid(), code, 1, event_id, now(), by_kind, municipality,
           difficulty, profession, data, topic, 1, "offset"
      FROM archive.event WHERE position = 1
    RETURNING position)
  SELECT position, pg_notify($1, '') FROM one`;
