import type { Handled, Mark, ParseRecord, RecordBatch } from '#messaging';
import { savePositions, type Database } from '#persistence/kernel';
import type { Logger } from '#runtime';
import { Projector } from '../projector.js';
import type { Ends, NextProjection, Positions } from './next-projection.js';
import { positionsIn } from './progress.js';

type RecordingOptions = {
  readonly database: Database;
  readonly ends: Ends;
  readonly logger: Logger;
  readonly parse?: ParseRecord;
};

/** A projection that is built as the serving one is kept: slower, and a record that cannot be stored stands alone. */
export class RecordingProjection implements NextProjection {
  private readonly projector: Projector;

  private constructor(private readonly options: RecordingOptions) {
    this.projector = new Projector({ ...options, schema: 'projection_next' });
  }

  static async begin(options: RecordingOptions): Promise<RecordingProjection> {
    for (const [topic, ends] of options.ends) {
      const firsts = new Map([...ends].map(([partition, { first }]) => [partition, first]));
      await savePositions(options.database, 'projection_next', topic, firsts);
    }
    return new RecordingProjection(options);
  }

  positions(): Promise<Positions> {
    return positionsIn(this.options.database, 'projection_next', [...this.options.ends.keys()]);
  }

  positionsOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    return this.projector.positionsOf(topic, partitions);
  }

  marksOf(topic: string): Promise<ReadonlyMap<number, Mark>> {
    return this.projector.marksOf(topic);
  }

  handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled> {
    return this.projector.handle(batch, keepAlive);
  }

  async settle(): Promise<void> {
    // Every batch is written whole.
  }

  failure(): unknown {
    return undefined;
  }

  async close(): Promise<void> {
    // It holds nothing.
  }
}
