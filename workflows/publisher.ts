import type { CaseEvent } from '#contracts/case';
import { marksOf } from './published.js';

/** More events than a command can cause; the rest goes with the next batch. */
const largestBatch = 200;

/** Publishes a case's events in order, one batch at a time. */
export type Publisher = {
  add(events: readonly CaseEvent[]): void;
  /** Starts a batch when none is on its way; emits the activity's command at once, as design rule 2 asks. */
  start(): void;
  /** True while a batch is on its way. */
  isBusy(): boolean;
  /** Events that are not known to be published, oldest first. */
  unpublished(): readonly CaseEvent[];
};

type World = {
  readonly publish: (events: readonly CaseEvent[]) => Promise<string[]>;
  /** True when nothing more is to be started in this run. */
  readonly isLeaving: () => boolean;
  readonly failed: (reason: Error) => void;
  /** A batch is published and nothing follows it; must emit a command. */
  readonly settled: () => void;
};

/** Makes a publisher that begins with what an earlier run left. */
export function createPublisher({ publish, isLeaving, failed, settled }: World, left: readonly CaseEvent[]): Publisher {
  let queue = [...left];
  let busy = false;

  function start(): void {
    if (busy || queue.length === 0 || isLeaving()) {
      return;
    }
    busy = true;
    void publish(queue.slice(0, largestBatch)).then(published, failed);
  }

  /** Compares with the head of the queue and not with the batch: where batches are cut does not matter, order and content do. */
  function published(marks: readonly string[]): void {
    busy = false;
    const queued = marksOf(queue.slice(0, marks.length));
    const difference = marks.findIndex((mark, index) => mark !== queued[index]);
    if (marks.length === 0 || difference >= 0) {
      failed(
        new Error(`published ${marks[difference] ?? 'nothing'} where ${queued[difference] ?? 'nothing'} was queued`),
      );
      return;
    }
    queue = queue.slice(marks.length);
    start();
    if (!busy) {
      settled();
    }
  }

  return {
    add: (events) => {
      queue.push(...events);
    },
    start,
    isBusy: () => busy,
    unpublished: () => queue,
  };
}
