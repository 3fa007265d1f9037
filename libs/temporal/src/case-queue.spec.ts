import { describe, expect, it } from '@jest/globals';
import { CaseQueue } from './case-queue.js';
import { TooBusy } from './errors.js';

/** Work that ends when it is told to. */
function held() {
  const running: Array<() => void> = [];
  return {
    running,
    work: () => new Promise<void>((resolve) => running.push(resolve)),
  };
}

const later = () => Date.now() + 60_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of a case', () => {
  it('lets only so many through at a time, the others in order', async () => {
    const queue = new CaseQueue(2, 10);
    const { running, work } = held();
    const done: number[] = [];
    const all = [0, 1, 2, 3].map((number) => queue.run('a', later(), work).then(() => done.push(number)));
    await settled();
    expect(running).toHaveLength(2);
    running[0]?.();
    await settled();
    expect([running.length, done]).toEqual([3, [0]]);
    running.slice(1).forEach((end) => end());
    await settled();
    running[3]?.();
    await Promise.all(all);
    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('keeps cases apart', async () => {
    const queue = new CaseQueue(1, 10);
    const { running, work } = held();
    const both = [queue.run('a', later(), work), queue.run('b', later(), work)];
    await settled();
    expect(running).toHaveLength(2);
    running.forEach((end) => end());
    await Promise.all(both);
  });

  it('says at once that the line is too long', async () => {
    const queue = new CaseQueue(1, 1);
    const { running, work } = held();
    const first = queue.run('a', later(), work);
    const second = queue.run('a', later(), work);
    await expect(queue.run('a', later(), work)).rejects.toThrow(TooBusy);
    running[0]?.();
    await settled();
    running[1]?.();
    await Promise.all([first, second]);
  });

  it('gives up waiting when the time is over, and keeps nobody’s place', async () => {
    const queue = new CaseQueue(1, 10);
    const { running, work } = held();
    const first = queue.run('a', later(), work);
    await expect(queue.run('a', Date.now() + 5, work)).rejects.toThrow(TooBusy);
    running[0]?.();
    await first;
    const next = queue.run('a', later(), work);
    await settled();
    expect(running).toHaveLength(2);
    running[1]?.();
    await next;
  });

  it('goes on after work that failed', async () => {
    const queue = new CaseQueue(1, 10);
    const failing = async () => {
      throw new Error('no');
    };
    await expect(queue.run('a', later(), failing)).rejects.toThrow('no');
    expect(await queue.run('a', later(), async () => 'yes')).toBe('yes');
  });
});
