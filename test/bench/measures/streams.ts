import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { startChild, type Child } from '../core/child.js';
import { comparison, figure } from '../core/figure.js';
import { alternate } from '../core/rounds.js';
import { quantile } from '../core/statistics.js';
import { usageOf } from '../core/usage.js';
import type { Found } from '../bare/stream-readers.js';
import { eventsOfManyCases, publishAll } from '../events/stream.js';
import { waitFor } from '../core/waiting.js';
import type { Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';
import { appliedIn, connectTo } from '../ground/projection.js';
import { caseJourney } from '../load/case-journey.js';
import type { Caller } from '../load/http-caller.js';
import { pace } from '../load/rotation.js';

const rate = 10;
const settling = 3_000;

/** Many live streams on one API. */
export const streams: Measure = {
  name: 'streams',
  title: '1,000 live streams on one API against a plain HTTP server that writes the same frames',
  async run(bench) {
    const count = bench.quick ? 200 : 1_000;
    const seconds = bench.quick ? 5 : 15;
    const installation = await install(bench);
    const sql = await connectTo(installation.databaseUrl);
    const server = startChild('stream-server');
    try {
      const port = await server.ask<number>('start', installation.databaseUrl);
      const plain: Caller = { apiUrl: `http://127.0.0.1:${port}`, cookie: '' };
      // The first commands of a fresh API take its event loop for long.
      await pace(rate, seconds, () => caseJourney(installation.people));
      const rounds = await alternate(
        bench.rounds,
        () =>
          withReaders(async (readers) => {
            await readers.ask('listen', { databaseUrl: installation.databaseUrl, channel: 'relais_feed' });
            return play(readers, installation.coordinator, count, installation.api.pid() ?? 0, () =>
              pace(rate, seconds, () => caseJourney(installation.people)),
            );
          }),
        () =>
          withReaders(async (readers) => {
            await readers.ask('listen', { databaseUrl: installation.databaseUrl, channel: 'bare_frames' });
            return play(readers, plain, count, server.pid, () => notify(sql, seconds));
          }),
      );
      const slow = await withReaders((readers) =>
        slowClient(readers, installation, sql, bench.engines.kafka.address, bench.quick),
      );
      const of = (which: (round: Round) => number) => [rounds.relais.map(which), rounds.bare.map(which)] as const;
      const at = (share: number) => of(({ found }) => quantile(found.delays, share));
      return {
        figures: [
          comparison(`delivery to ${count} streams p50`, 'ms', ...at(0.5)),
          comparison(`delivery to ${count} streams p99`, 'ms', ...at(0.99)),
          comparison('memory per stream', 'KB', ...of(({ perStream }) => perStream)),
          figure('memory the API gained with a client that never reads', 'MB', [slow.gained]),
        ],
        remarks: [
          `${rate} commands/s, each seen by all ${count} streams; delivery is from the notice of PostgreSQL, heard by the readers' process at the same time as by the server, to the frame in each stream. The readers share one process, whose reading is part of both figures.`,
          `Frames per stream in the last round: Relais ${rounds.relais.at(-1)?.found.fewest} to ${rounds.relais.at(-1)?.found.most}, plain ${rounds.bare.at(-1)?.found.fewest} to ${rounds.bare.at(-1)?.found.most}.`,
          `Slow client: ${slow.events} events in a burst beside 20 ordinary streams, which got ${slow.found.fewest} to ${slow.found.most} frames each; the client that never read was ${slow.dropped ? 'dropped' : 'NOT dropped'}.`,
        ],
      };
    } finally {
      await server.stop();
      await sql.end();
      await installation.stop();
    }
  },
};

type Round = { readonly found: Found; readonly perStream: number };

async function withReaders<Result>(work: (readers: Child) => Promise<Result>): Promise<Result> {
  const readers = startChild('stream-readers');
  try {
    return await work(readers);
  } finally {
    await readers.stop();
  }
}

async function play(
  readers: Child,
  caller: Caller,
  count: number,
  pid: number,
  during: () => Promise<unknown>,
): Promise<Round> {
  await delay(settling);
  const before = usageOf(pid).memory;
  await readers.ask('open', { caller, count });
  await delay(settling);
  const perStream = ((usageOf(pid).memory - before) * 1000) / count;
  await readers.ask('begin');
  await during();
  await delay(settling);
  return { found: await readers.ask<Found>('found'), perStream };
}

/** Notices that carry a frame like those of Relais. */
async function notify(sql: pg.Client, seconds: number): Promise<void> {
  const from = Date.now();
  for (let position = 1; position <= rate * seconds; position++) {
    await delay(Math.max(0, from + (position * 1000) / rate - Date.now()));
    const data = {
      caseId: '00000000-0000-4000-8000-000000000001',
      code: 'R4K7-9TQZ',
      sequence: position,
      type: 'relais.referral.progressed.v1',
    };
    await sql.query('SELECT pg_notify($1, $2)', [
      'bare_frames',
      `id: 1-${position}\nevent: case\ndata: ${JSON.stringify(data)}\n\n`,
    ]);
  }
}

async function slowClient(
  readers: Child,
  { api, coordinator, prefix }: Installation,
  sql: pg.Client,
  brokers: string,
  quick: boolean,
) {
  await readers.ask('open', { caller: coordinator, count: 20 });
  await readers.ask('openSlow', coordinator);
  await readers.ask('begin');
  await delay(settling);
  const pid = api.pid() ?? 0;
  const connected = await connectionsOf(api.url);
  const before = usageOf(pid).memory;
  const events = eventsOfManyCases(quick ? 12_000 : 60_000);
  const applied = await appliedIn(sql);
  await publishAll(brokers, prefix, events);
  await waitFor(async () => (await appliedIn(sql)) >= applied + events.length, 'the burst is applied');
  await delay(settling);
  const gained = usageOf(pid).memory - before;
  const dropped = (await connectionsOf(api.url)) < connected;
  return { gained, dropped, events: events.length, found: await readers.ask<Found>('found') };
}

/** Open streams by the word of the API's metrics. */
async function connectionsOf(apiUrl: string): Promise<number> {
  const text = await (await fetch(`${apiUrl}/metrics`)).text();
  return Number(/^relais_live_clients (\d+)$/m.exec(text)?.[1]);
}
