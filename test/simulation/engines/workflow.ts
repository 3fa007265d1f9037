// Stands in for `@temporalio/workflow`: what the shell of a case uses of it.
import { CancelledFailure } from '@temporalio/common';
import type { CaseEvent } from '#contracts/case';
import type { CaseInput, CommandRequest, CommandResult } from '#workflows';
import { ContinuedAsNew, execution } from './execution.js';

export { ApplicationFailure } from '@temporalio/common';

type Definition = { readonly type: 'update' | 'query' | 'signal'; readonly name: string };

export const defineUpdate = (name: string): Definition => ({ type: 'update', name });
export const defineQuery = (name: string): Definition => ({ type: 'query', name });
/** Named beside the shell of a case, which hears none. */
export const defineSignal = (name: string): Definition => ({ type: 'signal', name });

export function setHandler(
  { type, name }: Definition,
  handle: ((request: CommandRequest) => CommandResult) & (() => unknown),
  { validator }: { validator?: (request: CommandRequest) => void } = {},
): void {
  const run = execution();
  if (type === 'query') {
    run.query = handle;
    return;
  }
  // Nobody looks at a case here; the commands that came with the start wait for their own handler. The definition itself needs this module.
  if (name === 'look') {
    return;
  }
  run.handle = handle;
  run.validate = validator;
  run.dispatchEarly();
}

export const allHandlersFinished = (): boolean => execution().handling === 0;

export function workflowInfo(): object {
  const { historyLength, beginning } = execution();
  return {
    historyLength,
    runStartTime: new Date(beginning.startedAt),
    typedSearchAttributes: { get: ({ name }: { name: string }) => beginning.searchAttributes.get(name) },
  };
}

export const upsertMemo = (memo: { sequence: number }): void => execution().push('memo', 0, memo.sequence, memo);

export function upsertSearchAttributes(pairs: readonly { key: { name: string }; value: unknown }[]): void {
  const values = pairs.map(({ key, value }) => [key.name, value] as const);
  execution().push('search-attributes', 0, values.map(([, value]) => String(value)).join(' '), values);
}

export const patched = (change: string): boolean => execution().patched(change);

export function condition(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) {
      resolve();
      return;
    }
    execution().conditions.add({ holds, resolve });
  });
}

/** The input is written down at this moment, as in the SDK: what the workflow changes afterwards the next run does not get. */
export const continueAsNew = (input: CaseInput): Promise<never> =>
  Promise.reject(new ContinuedAsNew(JSON.parse(JSON.stringify(input)) as CaseInput));

export function proxyActivities(): object {
  const schedule =
    (name: string) =>
    (given: readonly CaseEvent[] | string): Promise<unknown> =>
      new Promise((resolve) => {
        const run = execution();
        const number = run.nextNumber();
        run.activities.set(number, { resolve });
        const detail = typeof given === 'string' ? given : given.map((event) => event.id).join(' ');
        run.push('schedule-activity', number, `${name} ${detail}`, { name, given });
      });
  return { publishEvents: schedule('publishEvents'), eraseNotes: schedule('eraseNotes') };
}

export const log = {
  error: (message: string, fields: object): void =>
    execution().fail(new Error(`${message}: ${JSON.stringify(fields)}`)),
};

/** Cancelling reaches what waits in the scope a microtask later, as in the SDK. */
export class CancellationScope {
  static current: CancellationScope | undefined;
  readonly requested: Promise<never>;
  cancel: () => void = () => undefined;

  constructor() {
    this.requested = new Promise((_resolve, reject) => {
      this.cancel = () => reject(new CancelledFailure('Cancellation scope cancelled'));
    });
    this.requested.catch(() => undefined);
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = CancellationScope.current;
    CancellationScope.current = this;
    try {
      return work();
    } finally {
      CancellationScope.current = before;
    }
  }
}

export const isCancellation = (error: unknown): boolean => error instanceof CancelledFailure;

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const run = execution();
    const number = run.nextNumber();
    CancellationScope.current?.requested.catch((error: unknown) => {
      if (run.timers.delete(number)) {
        run.push('cancel-timer', number, '');
        reject(error);
      }
    });
    run.push('start-timer', number, milliseconds, run.now + milliseconds);
    run.timers.set(number, { resolve: () => resolve() });
  });
}
