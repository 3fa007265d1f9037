import { setTimeout as delay } from 'node:timers/promises';
import type { BatchHandler, Handled, Mark, RecordBatch } from '#messaging';

const pause = 50;

/** Lets batches through until it is closed. */
export class Gate implements BatchHandler {
  private closed = false;
  private inside = 0;

  constructor(private readonly handler: BatchHandler) {}

  positionsOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    return this.handler.positionsOf(topic, partitions);
  }

  async marksOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, Mark>> {
    return (await this.handler.marksOf?.(topic, partitions)) ?? new Map();
  }

  async handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled> {
    if (this.closed) {
      await delay(pause);
      return { position: batch.position };
    }
    this.inside++;
    try {
      return await this.handler.handle(batch, keepAlive);
    } finally {
      this.inside--;
    }
  }

  /** Lets nothing in any more and waits until nothing is inside. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.inside > 0) {
      await delay(pause / 10);
    }
  }

  open(): void {
    this.closed = false;
  }
}
