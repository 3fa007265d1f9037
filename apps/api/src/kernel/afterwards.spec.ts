import { expect, it } from '@jest/globals';
import { Afterwards } from './afterwards.js';

it('what goes on after its answer is waited for at the end, and what fails is logged', async () => {
  const logged: unknown[] = [];
  const afterwards = new Afterwards({ error: (line: unknown) => void logged.push(line) } as never);
  const done: string[] = [];
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const failure = new Error('no');
  afterwards.do('one', async () => {
    await gate;
    done.push('one');
  });
  afterwards.do('another', () => Promise.reject(failure));
  const ended = afterwards.beforeApplicationShutdown().then(() => done.push('end'));
  go();
  await ended;
  expect(done).toEqual(['one', 'end']);
  expect(logged).toEqual([{ err: failure, what: 'another' }]);
});
