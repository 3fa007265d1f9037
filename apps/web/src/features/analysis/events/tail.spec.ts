import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AnalysisEvent } from '#contracts/analysis';
import { ApiProblem } from '../../../client/problem.js';
import { makeTail, mostKept, type Source, type Tail } from './tail.js';

/** A connection that says what it is told to. */
class Played {
  readyState = 1;
  closed = false;
  private readonly listeners = new Map<string, ((message: unknown) => void)[]>();

  addEventListener(name: string, listener: (message: unknown) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  close(): void {
    this.closed = true;
  }

  say(name: string, data: unknown = {}): void {
    this.listeners.get(name)?.forEach((listener) => listener({ data: JSON.stringify(data) }));
  }
}

let sources: Played[];
let tail: Tail;
let leave: () => void;
let refusal: ApiProblem | undefined;

/** The newest connection. */
function line(): Played {
  const last = sources.at(-1);
  if (last === undefined) {
    throw new Error('nobody has connected');
  }
  return last;
}

function come(from: number, until: number): void {
  for (let position = from; position <= until; position += 1) {
    line().say('event', { position });
  }
}

function shown(): readonly number[] {
  jest.advanceTimersByTime(200);
  return tail.state().events.map(({ position }) => position);
}

beforeEach(() => {
  jest.useFakeTimers();
  sources = [];
  refusal = undefined;
  tail = makeTail({
    open: () => {
      const made = new Played();
      sources.push(made);
      return made as unknown as Source;
    },
    why: async () => refusal,
  });
  leave = tail.subscribe(() => undefined);
  line().say('open');
});

afterEach(() => {
  leave();
  jest.useRealTimers();
});

describe('what was read before', () => {
  it('stays below what comes, and is not counted as having come', () => {
    const kept = [3, 2, 1].map((position) => ({ position })) as unknown as AnalysisEvent[];
    const source = new Played();
    const followed = makeTail({ kept, open: () => source as unknown as Source });
    const stop = followed.subscribe(() => undefined);
    source.say('event', { position: 4 });
    jest.advanceTimersByTime(200);
    stop();
    expect(followed.state().events.map(({ position }) => position)).toEqual([4, 3, 2, 1]);
    expect(followed.state().received).toBe(1);
  });
});

describe('a tail', () => {
  it('shows what comes, the newest first, and how fast', () => {
    come(1, 3);
    expect(shown()).toEqual([3, 2, 1]);
    expect(tail.state()).toMatchObject({ connection: 'live', received: 3, rate: 0.3, waiting: 0 });
    jest.advanceTimersByTime(11_000);
    expect(tail.state().rate).toBe(0);
  });

  it.each(['pause', 'hold'] as const)(
    'keeps what comes waiting during %s, counts it, and shows it afterwards',
    (way) => {
      come(1, 2);
      expect(shown()).toEqual([2, 1]);
      tail[way](true);
      come(3, 5);
      expect(shown()).toEqual([2, 1]);
      expect(tail.state().waiting).toBe(3);
      tail[way](false);
      expect(shown()).toEqual([5, 4, 3, 2, 1]);
      expect(tail.state().waiting).toBe(0);
    },
  );

  it('keeps a bounded number, shown and waiting alike, and counts all that waited', () => {
    tail.pause(true);
    come(1, 3 * mostKept);
    jest.advanceTimersByTime(200);
    expect(tail.state().waiting).toBe(3 * mostKept);
    tail.pause(false);
    expect(shown()).toHaveLength(mostKept);
    expect(shown()[0]).toBe(3 * mostKept);
  });

  it('adds up what the server left out', () => {
    line().say('skipped', { skipped: 7 });
    line().say('skipped', { skipped: 5 });
    expect(tail.state().skipped).toBe(12);
  });

  it('says that it is cut off, and that something may be missing once the browser had given up', () => {
    line().say('error');
    expect(tail.state()).toMatchObject({ connection: 'away', gap: false });
    line().readyState = 2;
    line().say('error');
    jest.advanceTimersByTime(2_000);
    expect(sources).toHaveLength(2);
    line().say('open');
    expect(tail.state()).toMatchObject({ connection: 'live', gap: true });
  });

  it('says why it is refused and does not ask again by itself', async () => {
    refusal = new ApiProblem(400, 'bad-input', 'unknown profession');
    line().readyState = 2;
    line().say('error');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sources).toHaveLength(1);
    expect(tail.state()).toMatchObject({ connection: 'refused', refusal: { message: 'unknown profession' } });
    refusal = undefined;
    tail.again();
    line().say('open');
    expect(tail.state()).toMatchObject({ connection: 'live', refusal: undefined });
  });

  it('stops for good, keeps what was shown, and begins again when asked', () => {
    come(1, 1);
    tail.stop();
    expect(line().closed).toBe(true);
    expect(tail.state()).toMatchObject({ connection: 'stopped', rate: 0 });
    expect(shown()).toEqual([1]);
    tail.again();
    expect(sources).toHaveLength(2);
  });

  it('lets go of its connection when nobody looks any more', () => {
    leave();
    expect(line().closed).toBe(true);
  });
});
