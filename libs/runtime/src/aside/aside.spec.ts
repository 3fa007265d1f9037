import { transformFileSync } from '@swc/core';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Aside, AsideBusy, type AsideOptions, AsideTooHeavy } from './aside.js';
import type { Task } from './task.js';
import { worked } from './working-thread.js';

const task = <Input, Output>(name: string, seconds = 600): Task<Input, Output> => ({ name, seconds });

const where = task<null, number>('where');
const failing = task<string, never>('failing');
/** Goes on until the test lets it, by a number that both see. */
const held = task<Int32Array, 'let go'>('held');
const endless = (how: string) => task<null, never>(how, 0.02);

const program = `
  import { isMainThread, threadId } from 'node:worker_threads';
  import { performAside } from './thread.mjs';
  performAside(
    ['where', () => (isMainThread ? 0 : threadId)],
    ['environment', () => Object.keys(process.env)],
    ['failing', async (word) => { throw new RangeError(word); }],
    ['held', (gate) => { Atomics.add(gate, 1, 1); Atomics.wait(gate, 0, 0); return 'let go'; }],
    ['a loop', () => { for (;;); }],
    ['an expression that goes back and forth', () => /^(a+)+$/.test('a'.repeat(60) + 'b')],
    ['a promise that is never kept', () => new Promise(() => setInterval(() => undefined, 1_000))],
    ['all memory', () => { for (const all = []; ; ) all.push({ at: all.length }); }],
    ['the end', () => process.exit(3)],
    ['unsendable', () => () => undefined],
  );
`;

let folder: string;
let aside: Aside;
const all: Aside[] = [];

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'relais-aside-'));
  const source = path.join(import.meta.dirname, 'thread.ts');
  fs.writeFileSync(
    path.join(folder, 'thread.mjs'),
    transformFileSync(source, {
      swcrc: false,
      configFile: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    }).code,
  );
  fs.writeFileSync(path.join(folder, 'program.mjs'), program);
});

afterEach(() => Promise.all(all.splice(0).map((one) => one.stop())));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function asideOf(options: Partial<AsideOptions> = {}): Aside {
  aside = new Aside({ program: path.join(folder, 'program.mjs'), ...options });
  all.push(aside);
  return aside;
}

/** A work that goes on until it is let go. */
function holding(person: string) {
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const outcome = aside.run(held, gate, person);
  const begun = async () => {
    while (Atomics.load(gate, 1) === 0) {
      await turn();
    }
  };
  const letGo = async () => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    return outcome;
  };
  return { outcome, begun, letGo, isBegun: () => Atomics.load(gate, 1) === 1 };
}

describe('a work', () => {
  it('is done on a thread that knows nothing of this process, while this one goes on', async () => {
    asideOf();
    const work = holding('anna');
    // Turns of the event loop of this thread.
    await work.begun();
    expect(await work.letGo()).toBe('let go');
    expect(await aside.run(where, null, 'anna')).toBeGreaterThan(0);
    expect(await aside.run(task<null, string[]>('environment'), null, 'anna')).toEqual([]);
  });

  it('that throws tells what it threw, and its thread goes on', async () => {
    asideOf();
    await expect(aside.run(failing, 'no', 'anna')).rejects.toMatchObject({ name: 'RangeError', message: 'no' });
    await expect(aside.run(task('unknown'), null, 'anna')).rejects.toThrow('no thread knows the task unknown');
    const before = await aside.run(where, null, 'anna');
    expect(await aside.run(where, null, 'anna')).toBe(before);
  });

  it.each(['a loop', 'an expression that goes back and forth', 'a promise that is never kept'])(
    'that takes too long is ended with its thread: %s',
    async (how) => {
      asideOf({ most: 1 });
      const before = await aside.run(where, null, 'anna');
      const heavy = aside.run(endless(how), null, 'anna');
      const next = aside.run(where, null, 'ben');
      await expect(heavy).rejects.toThrow(AsideTooHeavy);
      expect(await next).not.toBe(before);
    },
  );

  it.each<[what: string, secondsAt: (look: number) => number | undefined, isEnded: boolean]>([
    ['that others keep from the processor may take its time', () => 0, false],
    ['that works as long as it may is ended', (look) => (look < 3 ? 0 : 3_600), true],
    ['whose time nobody counts is ended by the clock', () => undefined, true],
  ])('%s', async (_, secondsAt, isEnded) => {
    const looks: (number | undefined)[] = [];
    asideOf({ patience: 1e6, worked: () => looks[looks.push(secondsAt(looks.length)) - 1] });
    const gate = new Int32Array(new SharedArrayBuffer(8));
    const outcome = aside.run(task<Int32Array, string>('held', 0.01), gate, 'anna');
    if (isEnded) {
      await expect(outcome).rejects.toThrow(AsideTooHeavy);
      return;
    }
    while (looks.length < 4) {
      await turn();
    }
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    expect(await outcome).toBe('let go');
  });

  it('is counted by the system, where it does', async () => {
    const counts: number[] = [];
    // What is written down is what was decided by: a moment later it is more. No clock decides, on however busy a machine.
    asideOf({
      patience: 1e6,
      worked: (countedIn) => {
        const count = worked(countedIn);
        counts.push(count ?? -1);
        return count;
      },
    });
    await expect(aside.run(endless('a loop'), null, 'anna')).rejects.toThrow(AsideTooHeavy);
    expect(process.platform !== 'linux' || (counts.at(-1) ?? 0) >= 0.02).toBe(true);
  });

  it('that takes too much memory is ended with its thread', async () => {
    asideOf({ megabytes: 24 });
    await expect(aside.run(task('all memory'), null, 'anna')).rejects.toThrow(AsideTooHeavy);
    expect(await aside.run(where, null, 'anna')).toBeGreaterThan(0);
  });

  it('whose thread ends by itself, or whose words cannot be sent, fails alone', async () => {
    asideOf({ most: 1 });
    await expect(aside.run(task('the end'), null, 'anna')).rejects.toThrow('a thread ended by itself');
    await expect(aside.run(task('unsendable'), null, 'anna')).rejects.toThrow('DataCloneError');
    await expect(aside.run(task<unknown, never>('where'), () => undefined, 'anna')).rejects.toMatchObject({
      name: 'DataCloneError',
    });
    expect(await aside.run(where, null, 'anna')).toBeGreaterThan(0);
  });
});

describe('the line', () => {
  it('gives each person one thread at a time, so that nobody waits for one who asks much', async () => {
    asideOf({ most: 2 });
    const [first, second, third] = [holding('anna'), holding('anna'), holding('anna')];
    const other = holding('ben');
    await Promise.all([first.begun(), other.begun()]);
    expect([second.isBegun(), third.isBegun()]).toEqual([false, false]);
    await other.letGo();
    const another = holding('carl');
    await another.begun();
    expect(second.isBegun()).toBe(false);
    await first.letGo();
    await second.begun();
    expect(third.isBegun()).toBe(false);
    await Promise.all([second, another, third].map((one) => one.letGo()));
  });

  it('has an end, for everybody and for each', async () => {
    asideOf({ most: 1, line: 3, lineEach: 2 });
    const running = holding('anna');
    const waiting = [holding('anna'), holding('anna')];
    await expect(aside.run(where, null, 'anna')).rejects.toThrow(AsideBusy);
    const ben = aside.run(where, null, 'ben');
    await expect(aside.run(where, null, 'carl')).rejects.toThrow(AsideBusy);
    for (const one of [running, ...waiting]) {
      await one.letGo();
    }
    expect(await ben).toBeGreaterThan(0);
    expect(await aside.run(where, null, 'carl')).toBeGreaterThan(0);
  });

  it('is sent away at the end, and so is what runs', async () => {
    asideOf({ most: 1 });
    const running = holding('anna');
    const sentAway = [running.outcome, aside.run(where, null, 'ben')].map((one) =>
      expect(one).rejects.toThrow(AsideBusy),
    );
    await running.begun();
    await aside.stop();
    await Promise.all(sentAway);
    await expect(aside.run(where, null, 'carl')).rejects.toThrow(AsideBusy);
  });
});

it('ends threads that nobody needs', async () => {
  asideOf({ idle: 1 });
  const before = await aside.run(where, null, 'anna');
  let after = before;
  for (let pause = 2; after === before; pause *= 2) {
    await delay(pause);
    after = await aside.run(where, null, 'anna');
  }
  expect(after).toBeGreaterThan(before);
});
