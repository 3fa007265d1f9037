import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Kept } from './kept.js';
import { Outbox, outbox as outboxOfPage, type Unanswered } from './outbox.js';
import { ApiProblem } from './problem.js';

const nowhere = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};
const sessionOf = (personId: string, byte: number) => ({
  person: { personId },
  deviceKey: Buffer.alloc(32, byte).toString('base64url'),
});
const note: Unanswered = {
  path: '/notes',
  body: { note: 'x' },
  key: 'k1',
  about: 'Note',
  draft: 'case note',
  attempts: 0,
};

const offline = () => new ApiProblem(0, 'offline', 'offline');
const signedOut = () => new ApiProblem(401, 'signed-out', 'signed out');
const away = () => new ApiProblem(503, 'engine-away', 'away');
const refused = () => new ApiProblem(422, 'bad-input', 'refused');

/** A server that answers what is given, one answer an attempt, and a connection that is there or not. */
class Line {
  connected = true;
  readonly attempts: number[] = [];
  readonly keys: string[] = [];
  answers: (unknown | Error)[] = [];
  private waiting: (() => void)[] = [];

  readonly ways = {
    isConnected: () => this.connected,
    connected: (_failures: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
    pause: async () => undefined,
    post: async ({ attempts, key }: Unanswered, signal: AbortSignal) => {
      this.attempts.push(attempts);
      this.keys.push(key);
      const answer = this.answers.shift();
      if (answer === undefined) {
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
      }
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
  };

  comesBack(): void {
    this.connected = true;
    this.waiting.splice(0).forEach((go) => go());
  }
}

let line: Line;
let unanswered: Kept;
let drafts: Kept;
let outbox: Outbox;

const settled = () => jest.advanceTimersByTimeAsync(0);
const list = () => unanswered.get('commands without an answer');

beforeEach(async () => {
  line = new Line();
  unanswered = new Kept(nowhere);
  drafts = new Kept(nowhere);
  await unanswered.open(sessionOf('paul', 1));
  await drafts.open(sessionOf('paul', 1));
  drafts.set('case note', { note: 'x' });
  outbox = new Outbox({ unanswered, drafts }, line.ways);
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('a command', () => {
  it('is answered, and nothing of it is kept', async () => {
    line.answers = ['done'];
    expect(await outbox.send(note)).toBe('done');
    expect([line.attempts, list(), drafts.get('case note')]).toEqual([[1], undefined, undefined]);
  });

  it('without a connection waits with what was written, says so, and goes once when it is back', async () => {
    line.connected = false;
    line.answers = ['done'];
    const sent = outbox.send(note);
    await settled();
    expect([outbox.held(), list(), line.attempts]).toEqual([[note], [note], []]);
    expect(drafts.get('case note')).toEqual({ note: 'x' });
    line.comesBack();
    expect(await sent).toBe('done');
    expect([line.attempts, outbox.held(), list()]).toEqual([[1], [], undefined]);
  });

  it('whose answer is lost is asked again under the same key, as a later attempt', async () => {
    line.answers = [offline(), 'done'];
    const sent = outbox.send(note);
    await settled();
    expect(outbox.held()).toMatchObject([{ key: 'k1', attempts: 1 }]);
    line.comesBack();
    expect(await sent).toBe('done');
    expect([line.attempts, line.keys]).toEqual([
      [1, 2],
      ['k1', 'k1'],
    ]);
  });

  it('that waits for no connection but long for its answer is told too', async () => {
    const sent = outbox.send(note);
    await settled();
    expect(outbox.held()).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(outbox.held()).toMatchObject([{ key: 'k1' }]);
    outbox.withdraw('k1');
    await expect(sent).rejects.toMatchObject({ code: 'withdrawn' });
  });

  it('can be taken back while it waits: it is never sent, and the draft stays', async () => {
    line.connected = false;
    const sent = outbox.send(note);
    await settled();
    outbox.withdraw('k1');
    await expect(sent).rejects.toMatchObject({ code: 'withdrawn', passing: false });
    line.comesBack();
    await settled();
    expect([line.attempts, outbox.held(), list()]).toEqual([[], [], undefined]);
    expect(drafts.get('case note')).toEqual({ note: 'x' });
  });

  it('that an engine is away for is tried three times, then told', async () => {
    line.answers = [away(), away(), away(), 'never'];
    await expect(outbox.send(note)).rejects.toMatchObject({ status: 503 });
    expect([line.attempts, list()]).toEqual([[1, 2, 3], undefined]);
    expect(drafts.get('case note')).toEqual({ note: 'x' });
  });

  it('that is refused is not sent again, and the draft stays', async () => {
    line.answers = [refused(), 'never'];
    await expect(outbox.send(note)).rejects.toMatchObject({ status: 422 });
    expect([line.attempts, list()]).toEqual([[1], undefined]);
    expect(drafts.get('case note')).toEqual({ note: 'x' });
  });

  it('goes on after a reload, with its key and as a later attempt', async () => {
    line.connected = false;
    void outbox.send(note).catch(() => undefined);
    await settled();
    unanswered.set('commands without an answer', [{ ...note, attempts: 1 }]);
    line.connected = true;
    line.answers = ['done'];
    const told: unknown[] = [];
    new Outbox({ unanswered, drafts }, line.ways).resume(({ about }, error) => told.push(about, error));
    await settled();
    expect([told, line.attempts, list(), drafts.get('case note')]).toEqual([
      ['Note', undefined],
      [2],
      undefined,
      undefined,
    ]);
  });

  it('that is on its way is not sent a second time by going on with what has no answer', async () => {
    const sent = outbox.send(note);
    await settled();
    outbox.resume(() => undefined);
    await settled();
    expect([line.attempts, list()]).toEqual([[1], [{ ...note, attempts: 1 }]]);
    outbox.withdraw('k1');
    await expect(sent).rejects.toMatchObject({ code: 'withdrawn' });
  });

  it('waits when the session is over, and goes when the same person signs in again', async () => {
    line.answers = [signedOut(), 'done'];
    const sent = outbox.send(note);
    await settled();
    await unanswered.open(sessionOf('paul', 2));
    line.comesBack();
    expect(await sent).toBe('done');
  });

  it('is never sent in the name of another person', async () => {
    line.answers = [signedOut(), 'never'];
    const sent = outbox.send(note);
    await settled();
    await unanswered.open(sessionOf('tom', 2));
    line.comesBack();
    await expect(sent).rejects.toMatchObject({ code: 'withdrawn' });
    expect(line.attempts).toEqual([1]);
  });
});

describe('an attempt of the page', () => {
  const before = { fetch: globalThis.fetch, navigator: Object.getOwnPropertyDescriptor(globalThis, 'navigator') };
  let attempts: string[];
  let answers: (Response | undefined)[];

  beforeEach(() => {
    attempts = [];
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
    globalThis.fetch = (_url, { headers, signal } = {}) => {
      attempts.push(new Headers(headers).get('idempotency-attempt') ?? '');
      const answer = answers.shift();
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as unknown));
        if (answer !== undefined) {
          resolve(answer);
        }
      });
    };
    // The browser's own clock is not the one of this test.
    jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      const late = new AbortController();
      setTimeout(() => late.abort(new DOMException('too late', 'TimeoutError')), milliseconds);
      return late.signal;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    globalThis.fetch = before.fetch;
    Object.defineProperty(globalThis, 'navigator', before.navigator ?? { value: undefined, configurable: true });
  });

  it.each([
    ['as a later one', note, ['1', '2']],
    ['as a first one where what it comes to is the same whenever it arrives', { ...note, timeless: true }, ['1', '1']],
  ])('without an answer for twenty seconds is made again, %s', async (_how, command, told) => {
    answers = [undefined, Response.json('done')];
    const sent = outboxOfPage.send(command);
    await jest.advanceTimersByTimeAsync(19_900);
    expect(attempts).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(attempts).toEqual(told);
    expect(await sent).toBe('done');
  });
});
