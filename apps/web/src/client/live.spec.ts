import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { followLive, isConnected, onLive } from './live.js';

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
}

const page = new EventTarget();
const online = { onLine: true };
const saved = { ...globalThis };
let stop: () => void;
let told: number[];

function say(type: 'offline' | 'online'): void {
  online.onLine = type === 'online';
  page.dispatchEvent(new Event(type));
}

const newest = () => Stream.all.at(-1) as Stream;

beforeEach(() => {
  jest.useFakeTimers();
  Stream.all = [];
  online.onLine = true;
  Object.assign(globalThis, {
    EventSource: Stream,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    document: { visibilityState: 'visible', querySelector: () => null },
  });
  Object.defineProperty(globalThis, 'navigator', { value: online, configurable: true });
  told = [];
  const began = Date.now();
  const deafen = onLive(() => told.push(Date.now() - began));
  const leave = followLive([]);
  stop = () => (leave(), deafen());
  newest().opens();
  newest().beats();
});

afterEach(() => {
  stop();
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
