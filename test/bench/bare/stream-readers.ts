import net from 'node:net';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { serve } from '../core/child.js';
import type { Caller } from '../load/http-caller.js';
import { watch, type WatchedStream } from '../load/watched-stream.js';

/** What the readers found: delays (ms) from the notice of PostgreSQL to each stream, frames per stream. */
export type Found = { readonly delays: readonly number[]; readonly fewest: number; readonly most: number };

type Opening = { readonly caller: Caller; readonly count: number };
type Listening = { readonly databaseUrl: string; readonly channel: string };

const atOnce = 50;
/** Notices by their payload. */
const noticed = new Map<string, number>();
let streams: WatchedStream[] = [];
let counts: number[] = [];
let arrivals: { readonly event: string; readonly at: number }[] = [];
let listener: pg.Client | undefined;

serve({
  /** Hears the same notices as the server that is measured, at the same time. */
  listen: async ({ databaseUrl, channel }: Listening) => {
    await listener?.end();
    listener = new pg.Client({ connectionString: databaseUrl });
    await listener.connect();
    listener.on('notification', ({ payload = '' }) => noticed.set(payload, performance.now()));
    await listener.query(`LISTEN ${channel}`);
  },
  open: async ({ caller, count }: Opening) => {
    for (let from = 0; from < count; from += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => openOne(caller, from + index));
      streams.push(...(await Promise.all(some)));
    }
  },
  /** Forgets what came so far. */
  begin: async () => {
    noticed.clear();
    arrivals = [];
    counts = counts.map(() => 0);
  },
  found: async (): Promise<Found> => {
    const since = await noticesByEvent();
    return {
      delays: arrivals.flatMap(({ event, at }) => {
        const from = since.get(event);
        return from === undefined ? [] : [at - from];
      }),
      fewest: Math.min(...counts),
      most: Math.max(...counts),
    };
  },
  close: async () => {
    streams.forEach((stream) => stream.close());
    streams = [];
    counts = [];
  },
  /** Opens a stream and never reads from it. */
  openSlow: async ({ apiUrl, cookie }: Caller) => {
    const { hostname, port } = new URL(apiUrl);
    const socket = net.connect({ host: hostname, port: Number(port) });
    socket.pause();
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(`GET /api/v1/stream HTTP/1.1\r\nhost: ${hostname}\r\ncookie: ${cookie}\r\n\r\n`);
  },
});

async function openOne(caller: Caller, index: number): Promise<WatchedStream> {
  counts[index] = 0;
  return watch(caller, ({ event, data, at }) => {
    if (event === 'case') {
      counts[index] = (counts[index] ?? 0) + 1;
      arrivals.push({ event: eventIn(data), at });
    }
  });
}

/** The event that a frame tells of: its case and sequence. */
function eventIn(data: string): string {
  const { caseId, sequence } = JSON.parse(data) as { caseId: string; sequence: number };
  return `${caseId}:${sequence}`;
}

/** When each event was noticed. A notice of Relais is a position in the feed, a bare one the frame itself. */
async function noticesByEvent(): Promise<Map<string, number>> {
  const positions = [...noticed.keys()].filter((payload) => /^\d+$/.test(payload));
  const rows =
    positions.length === 0
      ? []
      : ((
          await listener?.query<{ position: string; event: string }>(
            `SELECT position::text, subject || ':' || sequence AS event FROM projection.feed WHERE position = ANY ($1::bigint[])`,
            [positions],
          )
        )?.rows ?? []);
  const events = new Map(rows.map(({ position, event }) => [position, event]));
  return new Map(
    [...noticed].map(([payload, at]) => [
      events.get(payload) ?? eventIn(/^data: (.*)$/m.exec(payload)?.[1] ?? '{}'),
      at,
    ]),
  );
}
