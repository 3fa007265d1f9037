import type { CaseView } from '#contracts';
import { useSyncExternalStore } from 'react';
import { queryClient } from './query-client.js';

/** Whether changes arrive by themselves now, and when the last sign of life came. */
export type LiveState = { readonly state: 'connecting' | 'live' | 'away'; readonly since: number };

type CaseNews = { readonly caseId: string; readonly sequence: number };

const gatherMilliseconds = 250;
const slowestReconnect = 30_000;

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
function outdated(...queryKey: readonly unknown[]): void {
  if (gathering === undefined) {
    void queryClient.invalidateQueries({ queryKey });
    gathering = setTimeout(flush, gatherMilliseconds);
    return;
  }
  waiting.set(queryKey.join('/'), queryKey);
}

function onCase(message: MessageEvent<string>): void {
  const news = JSON.parse(message.data) as CaseNews;
  const known = queryClient.getQueryData<CaseView>(['case', news.caseId]);
  if (known === undefined || known.sequence < news.sequence) {
    outdated('case', news.caseId);
  }
  outdated('inbox');
  outdated('cases');
  outdated('own-figures');
}

/** Follows `GET /api/v1/stream` until the returned function is called; the browser resumes by `Last-Event-ID` itself. */
export function followLive(): () => void {
  let source: EventSource;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    source = new EventSource('/api/v1/stream');
    source.addEventListener('open', () => {
      if (failures > 0) {
        void queryClient.invalidateQueries();
      }
      failures = 0;
      become('live');
    });
    source.addEventListener('case', onCase);
    source.addEventListener('monitoring', () => {
      outdated('figures', 'exact');
      outdated('own-figures');
      outdated('operations');
    });
    source.addEventListener('published', () => outdated('figures', 'published'));
    source.addEventListener('directory', () => outdated('services'));
    source.addEventListener('resync', () => void queryClient.invalidateQueries());
    source.addEventListener('error', () => {
      become('away');
      if (source.readyState === EventSource.CLOSED) {
        failures += 1;
        again = setTimeout(connect, Math.min(slowestReconnect, 1000 * 2 ** failures));
      }
    });
  };
  connect();
  return () => {
    clearTimeout(again);
    source.close();
    become('connecting');
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of the live connection. */
export function useLive(): LiveState {
  return useSyncExternalStore(subscribe, () => current);
}
