import type { QueryKey } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { noteBuild } from './build.js';
import { queryClient } from './query-client.js';
import { refresh, verifySession } from './session.js';

/** Whether changes arrive by themselves now, and since when, in milliseconds (`Date.now()`). */
export type LiveState = { readonly state: 'connecting' | 'live' | 'away'; readonly since: number };

/** What the live stream says: which case moved, or that figures, publications, packs and remarks or the directory did. */
export type LiveNews = {
  readonly case: { readonly caseId: string; readonly sequence: number };
  readonly monitoring: unknown;
  readonly published: unknown;
  readonly withdrawn: unknown;
  readonly directory: unknown;
};

/** The keys of what is shown and is no longer true after news of a kind. */
export type Stale = { readonly [Kind in keyof LiveNews]?: (news: LiveNews[Kind]) => readonly QueryKey[] };

const kinds = Object.keys({
  case: true,
  monitoring: true,
  published: true,
  withdrawn: true,
  directory: true,
} satisfies Record<keyof LiveNews, true>) as readonly (keyof LiveNews)[];

const gatherMilliseconds = 250;
const slowestReconnect = 30_000;
/** The server gives a sign of life every second; without one for so long the connection is gone, whatever the browser believes. */
const silenceMilliseconds = 1_900;

let current: LiveState = { state: 'connecting', since: Date.now() };
const listeners = new Set<() => void>();
const waiting = new Map<string, readonly unknown[]>();
let gathering: ReturnType<typeof setTimeout> | undefined;

function become(state: LiveState['state']): void {
  if (current.state !== state) {
    current = { state, since: Date.now() };
    listeners.forEach((tell) => tell());
  }
}

function flush(): void {
  gathering = undefined;
  for (const queryKey of waiting.values()) {
    void queryClient.invalidateQueries({ queryKey });
  }
  waiting.clear();
}

/** The first change is fetched at once, those that follow closely together. */
function outdated(queryKey: QueryKey): void {
  if (gathering === undefined) {
    void queryClient.invalidateQueries({ queryKey });
    gathering = setTimeout(flush, gatherMilliseconds);
    return;
  }
  waiting.set(queryKey.join('/'), queryKey);
}

function tell<Kind extends keyof LiveNews>(subjects: readonly Stale[], kind: Kind, news: LiveNews[Kind]): void {
  subjects.flatMap((stale) => stale[kind]?.(news) ?? []).forEach(outdated);
}

/** Follows `GET /api/v1/stream` until the returned function is called; the browser resumes by `Last-Event-ID` itself. */
export function followLive(subjects: readonly Stale[]): () => void {
  let source: EventSource;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const reconnect = (milliseconds: number) => {
    clearTimeout(again);
    clearTimeout(silence);
    source.close();
    failures += 1;
    again = setTimeout(connect, milliseconds);
  };
  /** Nothing came although it should have: a line that is cut says nothing, so it is made anew. */
  const onSilence = () => {
    become('away');
    reconnect(Math.min(slowestReconnect, 500 * 2 ** failures));
  };
  const onBeat = ({ data }: MessageEvent<string>) => {
    become('live');
    noteBuild((JSON.parse(data) as { readonly build: string | null }).build);
    clearTimeout(silence);
    // Of a page that nobody sees browsers slow the clocks down.
    silence = document.visibilityState === 'visible' ? setTimeout(onSilence, silenceMilliseconds) : undefined;
  };
  const connect = () => {
    source = new EventSource('/api/v1/stream');
    source.addEventListener('open', () => {
      if (failures > 0) {
        void refresh();
      }
      // After an error it may be another session that this one opened with.
      if (current.state === 'away') {
        void verifySession();
      }
      failures = 0;
      become('live');
    });
    for (const kind of kinds) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) =>
        tell(subjects, kind, JSON.parse(data) as never),
      );
    }
    source.addEventListener('beat', onBeat);
    source.addEventListener('resync', () => void refresh());
    source.addEventListener('session', () => void verifySession().then(refresh));
    source.addEventListener('error', () => {
      become('away');
      if (source.readyState === EventSource.CLOSED) {
        void verifySession();
        reconnect(Math.min(slowestReconnect, 1000 * 2 ** (failures + 1)));
      }
    });
  };
  const onOffline = () => {
    become('away');
    reconnect(1_000);
  };
  const onOnline = () => reconnect(0);
  connect();
  addEventListener('offline', onOffline);
  addEventListener('online', onOnline);
  return () => {
    removeEventListener('offline', onOffline);
    removeEventListener('online', onOnline);
    clearTimeout(again);
    clearTimeout(silence);
    source.close();
    become('connecting');
  };
}

/** True when the server can be asked, as far as anybody knows. */
export function isConnected(): boolean {
  return current.state === 'live' || navigator.onLine;
}

/** Calls `listener` whenever the state of the live connection changes, until the returned function is called. */
export function onLive(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of the live connection. */
export function useLive(): LiveState {
  return useSyncExternalStore(onLive, () => current);
}
