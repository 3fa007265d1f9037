import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { Announced, Answered, Asked, Task } from './task.js';

/** How a thread does one kind of work. */
export type Performing = readonly [name: string, perform: (input: never) => unknown];

/** Says how a task is performed. */
export function performing<Input, Output>(
  task: Task<Input, Output>,
  perform: (input: Input) => Output | Promise<Output>,
): Performing {
  return [task.name, perform];
}

/** Makes this thread do what an `Aside` asks of it. */
export function performAside(...all: readonly Performing[]): void {
  const byName = new Map(all);
  parentPort?.postMessage({ countedIn: countedIn() } satisfies Announced, []);
  parentPort?.on('message', ({ name, input }: Asked) => {
    void answerTo(byName.get(name), name, input).then(send);
  });
}

/** Where Linux counts the work of this thread; other systems do not tell it. */
function countedIn(): string | undefined {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}/schedstat`;
  } catch {
    return undefined;
  }
}

async function answerTo(perform: Performing[1] | undefined, name: string, input: unknown): Promise<Answered> {
  try {
    if (perform === undefined) {
      throw new Error(`no thread knows the task ${name}`);
    }
    return { output: await (perform as (input: unknown) => unknown)(input) };
  } catch (error) {
    return { error };
  }
}

function send(answer: Answered): void {
  try {
    parentPort?.postMessage(answer, []);
  } catch (error) {
    // An error of this kind cannot be sent itself.
    parentPort?.postMessage({ error: new Error(String(error)) } satisfies Answered, []);
  }
}
