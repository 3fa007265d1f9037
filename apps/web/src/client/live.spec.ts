import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { followLive, isConnected, onLive, type LiveNews } from './live.js';
import { queryClient } from './query-client.js';
import { sessionQuery } from './session.js';

/** A stream of the browser that the test speaks for. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;

  constructor() {
    super();
    Stream.all.push(this);
  }

  close(): void {
    this.readyState = 2;
  }

  opens(): void {
    this.dispatchEvent(new Event('open'));
  }

  beats(): void {
    this.dispatchEvent(new MessageEvent('beat', { data: '{"build":null}' }));
  }

  /** Breaks; the browser takes it up again by itself unless it is closed for good. */
  breaks(readyState: 0 | 2): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }

  says(news: LiveNews['case']): void {
    this.dispatchEvent(new MessageEvent('case', { data: JSON.stringify(news) }));
  }
}

const page = new EventTarget();
const online = { onLine: true };
const shown = { visibilityState: 'visible', querySelector: () => null };
const saved = { ...globalThis };
let stop: () => void;
let told: number[];
/** What was fetched anew. */
let fetched: (readonly unknown[] | 'all')[];
/** What the server was asked. */
let asked: string[];

function say(type: 'offline' | 'online'): void {
  online.onLine = type === 'online';
  page.dispatchEvent(new Event(type));
}

const newest = () => Stream.all.at(-1) as Stream;

beforeEach(() => {
  jest.useFakeTimers();
  Stream.all = [];
  online.onLine = true;
  shown.visibilityState = 'visible';
  [fetched, asked] = [[], []];
  jest.spyOn(queryClient, 'invalidateQueries').mockImplementation(async (filters) => {
    fetched.push(filters?.queryKey ?? 'all');
  });
  queryClient.setQueryData(sessionQuery().queryKey, { person: { personId: 'paul' } } as never);
  Object.assign(globalThis, {
    fetch: (url: string) => {
      asked.push(url);
      return new Promise(() => undefined);
    },
    EventSource: Stream,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    document: shown,
  });
  Object.defineProperty(globalThis, 'navigator', { value: online, configurable: true });
  told = [];
  const began = Date.now();
  const deafen = onLive(() => told.push(Date.now() - began));
  const leave = followLive([{ case: ({ caseId }) => [['case', caseId], ['inbox']] }]);
  stop = () => (leave(), deafen());
  newest().opens();
  newest().beats();
});

afterEach(() => {
  stop();
  queryClient.clear();
  jest.restoreAllMocks();
  Object.assign(globalThis, saved);
  jest.useRealTimers();
});

it('a line that falls silent is said to be gone within two seconds, and made anew', () => {
  told = [];
  jest.advanceTimersByTime(2_000);
  expect(told).toHaveLength(1);
  expect(told[0]).toBeLessThan(2_000);
  online.onLine = false;
  expect(isConnected()).toBe(false);
  jest.advanceTimersByTime(1_000);
  expect(Stream.all).toHaveLength(2);
  newest().opens();
  expect([told.length, isConnected()]).toEqual([2, true]);
});

it('a line that beats is live, however little else happens', () => {
  told = [];
  for (let second = 0; second < 60; second += 1) {
    jest.advanceTimersByTime(1_000);
    newest().beats();
  }
  expect([told, Stream.all.length]).toEqual([[], 1]);
});

it('what the browser says of the network counts at once, in both directions', () => {
  told = [];
  say('offline');
  expect([told.length, isConnected()]).toEqual([1, false]);
  say('online');
  jest.advanceTimersByTime(0);
  newest().opens();
  expect([told.length, isConnected()]).toEqual([2, true]);
});

it('a server of the version before, which does not beat, is not taken for gone', () => {
  stop();
  const changes: number[] = [];
  const leave = followLive([]);
  newest().opens();
  const deafen = onLive(() => changes.push(Date.now()));
  jest.advanceTimersByTime(60_000);
  deafen();
  leave();
  expect([changes, Stream.all.length]).toEqual([[], 2]);
});

it('a page that nobody sees is not taken for one whose line is gone: browsers slow its clocks down', () => {
  shown.visibilityState = 'hidden';
  newest().beats();
  told = [];
  jest.advanceTimersByTime(60_000);
  expect([told, Stream.all.length]).toEqual([[], 1]);
});

it('after a gap all is fetched anew, as nobody knows what happened meanwhile; at the beginning nothing is', () => {
  expect(fetched).toEqual([]);
  jest.advanceTimersByTime(3_000);
  newest().opens();
  expect([Stream.all.length, fetched]).toEqual([2, ['all']]);
});

it('the first change is fetched at once, those that follow closely together and once each', () => {
  newest().says({ caseId: 'one', sequence: 1 });
  expect(fetched).toEqual([['case', 'one']]);
  newest().says({ caseId: 'two', sequence: 1 });
  newest().says({ caseId: 'two', sequence: 2 });
  jest.advanceTimersByTime(249);
  expect(fetched).toHaveLength(1);
  jest.advanceTimersByTime(1);
  expect(fetched).toEqual([['case', 'one'], ['inbox'], ['case', 'two']]);
  newest().says({ caseId: 'three', sequence: 1 });
  expect(fetched.at(-1)).toEqual(['case', 'three']);
});

it('a stream that opens after an error asks whose session it opened with', () => {
  expect(asked).toEqual([]);
  newest().breaks(0);
  expect(asked).toEqual([]);
  newest().opens();
  expect([asked, Stream.all.length]).toEqual([['/api/v1/session'], 1]);
});

it('a stream that the server refuses asks at once whether the session is over', () => {
  newest().breaks(2);
  expect([asked, isConnected(), Stream.all.length]).toEqual([['/api/v1/session'], true, 1]);
  jest.advanceTimersByTime(10_000);
  expect(Stream.all).toHaveLength(2);
});
