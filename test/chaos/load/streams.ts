import { setTimeout as delay } from 'node:timers/promises';
import { openStream, type EventStream, type Received } from '../../support/event-stream.js';
import type { Caller } from './caller.js';

/** What one connection of a stream received. */
export type Connection = {
  readonly apiUrl: string;
  /** The Last-Event-ID it was opened with. */
  readonly resumedFrom: string | undefined;
  readonly firstId: string;
  readonly received: readonly Received[];
};

/** A stream that a person holds open, over all its connections. */
export type WatchedStream = {
  readonly personId: string;
  /** Oldest first; the last one grows while the stream is open. */
  readonly connections: readonly Connection[];
  close(): Promise<void>;
};

/** What the server asks clients to wait before they come back. */
const pause = 2_000;

/** Holds a stream open until it is closed; a lost connection is made again, perhaps at another API, where the last message left off. */
export function watchStream(caller: Caller, nextApi: () => string): WatchedStream {
  const connections: Connection[] = [];
  const closing = new AbortController();
  let current: EventStream | undefined;

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      const apiUrl = nextApi();
      const resumedFrom = current?.lastId();
      const opening = new AbortController();
      const abort = () => opening.abort();
      closing.signal.addEventListener('abort', abort, { once: true });
      try {
        const client = await caller.clientOf(apiUrl);
        current = await openStream(client, resumedFrom, opening);
        connections.push({ apiUrl, resumedFrom, firstId: current.firstId, received: current.received });
        await current.ended;
      } catch {
        // Refused, or never begun; the session may be the reason.
        caller.signOut();
      } finally {
        closing.signal.removeEventListener('abort', abort);
      }
      await delay(pause, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  const watching = watch();
  return {
    personId: caller.person.personId,
    connections,
    close: async () => {
      closing.abort();
      await watching;
    },
  };
}
