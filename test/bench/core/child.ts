import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

type Question = { readonly id: number; readonly name: string; readonly argument: unknown };
type Reply = { readonly id: number; readonly answer?: unknown; readonly failure?: string };

/** A bare counterpart that runs in a process of its own, as the parts of Relais do. */
export type Child = {
  readonly pid: number;
  ask<Answer>(name: string, argument?: unknown): Promise<Answer>;
  stop(): Promise<void>;
};

const living = new Set<ChildProcess>();
process.once('exit', () => living.forEach((child) => child.kill('SIGKILL')));

/** Starts a file of `test/bench/bare` (without ending). */
export function startChild(name: string): Child {
  const file = path.join(process.cwd(), 'dist/test/bench/bare', `${name}.js`);
  const child = fork(file, { serialization: 'advanced' });
  living.add(child);
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (reason: Error) => void }>();
  let last = 0;
  child.on('message', ({ id, answer, failure }: Reply) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) {
      asker?.resolve(answer);
    } else {
      asker?.reject(new Error(`${name}: ${failure}`));
    }
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      living.delete(child);
      waiting.forEach(({ reject }) => reject(new Error(`${name} ended`)));
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    ask: <Answer>(question: string, argument?: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: (answer) => resolve(answer as Answer), reject });
        child.send({ id, name: question, argument } satisfies Question);
      }),
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Answers the questions of the process that started this one, and ends with it. */
export function serve(answers: Readonly<Record<string, (argument: never) => Promise<unknown>>>): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ id, name, argument }: Question) => {
    const reply = (rest: Omit<Reply, 'id'>) => process.send?.({ id, ...rest } satisfies Reply);
    const answer = answers[name] as ((argument: unknown) => Promise<unknown>) | undefined;
    if (answer === undefined) {
      reply({ failure: `nobody answers ${name}` });
      return;
    }
    answer(argument).then(
      (given) => reply({ answer: given }),
      (error: unknown) => reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
