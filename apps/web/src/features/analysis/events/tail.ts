import type { AnalysisEvent } from '#contracts/analysis';
import i18next from 'i18next';
import { address, problemOf } from '../../../client/api.js';
import type { ApiProblem } from '../../../client/problem.js';
import type { FilterQuery } from './filter.js';

/** Most events kept, shown and waiting alike. */
export const mostKept = 2_000;

const drawMilliseconds = 200;
const rateSeconds = 10;
const slowestReconnect = 30_000;

/** What a tail shows now. */
export type TailState = {
  readonly connection: 'connecting' | 'live' | 'away' | 'stopped' | 'refused';
  /** Why asking again would not help. */
  readonly refusal: ApiProblem | undefined;
  /** Newest first, `mostKept` at most. */
  readonly events: readonly AnalysisEvent[];
  /** Events that came while it was paused or held. */
  readonly waiting: number;
  readonly paused: boolean;
  /** Events the server left out because too many came. */
  readonly skipped: number;
  /** The connection was lost for so long that events in between may be missing. */
  readonly gap: boolean;
  /** Events that came altogether. */
  readonly received: number;
  /** Events per second over the last ten seconds. */
  readonly rate: number;
};

/** Follows events as they come. */
export type Tail = {
  readonly state: () => TailState;
  /** Follows from the first listener on, until the last one is gone. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Holds back what arrives, because a person asked for it. */
  readonly pause: (paused: boolean) => void;
  /** Keeps what comes waiting, because a person reads further down. */
  readonly hold: (held: boolean) => void;
  /** Ends it for good, unless it is begun again. */
  readonly stop: () => void;
  readonly again: () => void;
};

/** True when nothing comes until it is begun again. */
export function isOver({ connection }: Pick<TailState, 'connection'>): boolean {
  return connection === 'stopped' || connection === 'refused';
}

/** Where events come from: a part of `EventSource` that tests stand in for. */
export type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

/** What a tail is made with. */
type Means = {
  /** Connects anew. */
  readonly open: () => Source;
  /** Why a connection was given up, if asking again would not help: an event source does not say. */
  readonly why?: () => Promise<ApiProblem | undefined>;
  /** What was shown before it is followed; newer ones come on top. */
  readonly kept?: readonly AnalysisEvent[];
  readonly clock?: () => number;
};

/** A tail. As long as a connection lives the browser resumes on its own. */
export function makeTail({ open, why = async () => undefined, kept = [], clock = Date.now }: Means): Tail {
  let source: Source | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let held = false;
  let waiting: AnalysisEvent[] = [];
  let seconds: { readonly second: number; count: number }[] = [];
  let state: TailState = {
    connection: 'connecting',
    refusal: undefined,
    events: kept,
    waiting: 0,
    paused: false,
    skipped: 0,
    gap: false,
    received: 0,
    rate: 0,
  };
  let arrived = 0;
  const listeners = new Set<() => void>();

  const become = (part: Partial<TailState>) => {
    state = { ...state, ...part };
    listeners.forEach((tell) => tell());
  };
  const rate = () => {
    const now = Math.floor(clock() / 1000);
    seconds = seconds.filter(({ second }) => second > now - rateSeconds);
    return seconds.reduce((sum, { count }) => sum + count, 0) / rateSeconds;
  };
  const draw = () => {
    drawing = undefined;
    const shown = state.paused || held ? undefined : waiting;
    if (shown === undefined) {
      become({ waiting: arrived, rate: rate() });
      return;
    }
    become({ events: [...shown.toReversed(), ...state.events].slice(0, mostKept), waiting: 0, rate: rate() });
    waiting = [];
    arrived = 0;
  };
  const soon = () => {
    drawing ??= setTimeout(draw, drawMilliseconds);
  };
  const tick = () => {
    if (state.rate !== rate()) {
      become({ rate: rate() });
    }
  };

  const onEvent = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as AnalysisEvent;
    const second = Math.floor(clock() / 1000);
    const last = seconds.at(-1);
    if (last?.second === second) {
      last.count += 1;
    } else {
      seconds.push({ second, count: 1 });
    }
    arrived += 1;
    waiting = waiting.length < 2 * mostKept ? waiting : waiting.slice(-mostKept);
    waiting.push(event);
    state = { ...state, received: state.received + 1 };
    soon();
  };
  const connect = () => {
    const opened = open();
    source = opened;
    opened.addEventListener('open', () => {
      become({ connection: 'live', gap: state.gap || failures > 0 });
      failures = 0;
    });
    opened.addEventListener('event', onEvent as EventListener);
    opened.addEventListener('skipped', ((message: MessageEvent<string>) => {
      const { skipped } = JSON.parse(message.data) as { readonly skipped: number };
      become({ skipped: state.skipped + skipped });
    }) as EventListener);
    opened.addEventListener('error', () => {
      become({ connection: 'away' });
      if (opened.readyState === 2) {
        failures += 1;
        again = setTimeout(connect, Math.min(slowestReconnect, 1000 * 2 ** failures));
        void why().then((refusal) => {
          if (refusal !== undefined && source === opened) {
            end();
            become({ connection: 'refused', refusal });
          }
        });
      }
    });
  };
  const begin = () => {
    become({ connection: 'connecting', refusal: undefined });
    ticking = setInterval(tick, 1000);
    connect();
  };
  const end = () => {
    clearTimeout(again);
    clearTimeout(drawing);
    clearInterval(ticking);
    drawing = undefined;
    source?.close();
    source = undefined;
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1 && !isOver(state)) {
        begin();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          end();
        }
      };
    },
    pause: (paused) => {
      become({ paused });
      soon();
    },
    hold: (next) => {
      if (held !== next) {
        held = next;
        soon();
      }
    },
    stop: () => {
      end();
      draw();
      become({ connection: 'stopped', rate: 0 });
    },
    again: begin,
  };
}

/** What the API says to a request that it will not answer otherwise; undefined when it would, or may in a moment. */
async function refusalAt(place: string): Promise<ApiProblem | undefined> {
  const leaving = new AbortController();
  try {
    const response = await fetch(place, { signal: leaving.signal, headers: { 'accept-language': i18next.language } });
    return response.status >= 400 && response.status < 500 && response.status !== 429
      ? await problemOf(response)
      : undefined;
  } catch {
    return undefined;
  } finally {
    leaving.abort();
  }
}

/** Follows the events of a filter over `GET /api/v1/analysis/events/tail`; the browser resumes by `Last-Event-ID` itself. */
export function tailOf(filter: FilterQuery, kept: readonly AnalysisEvent[] = []): Tail {
  const place = address('/analysis/events/tail', filter);
  return makeTail({ kept, open: () => new EventSource(place), why: () => refusalAt(place) });
}
