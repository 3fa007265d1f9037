import { setTimeout as delay } from 'node:timers/promises';
import {
  fromRecord,
  type BatchHandler,
  type DeadRecord,
  type Handled,
  type ParseRecord,
  type RecordBatch,
} from '#messaging';
import { readPositions, type Database, type ProjectionName } from '#persistence';
import type { Logger } from '#runtime';
import { applyBatch, type ReadBatch } from './application.js';
import { isFaultOfRecord, reasonOf } from './faults.js';

type ProjectorOptions = {
  readonly database: Database;
  readonly schema: ProjectionName;
  readonly logger: Logger;
  readonly parse?: ParseRecord;
  /** Told of dead letters once they are stored. */
  readonly onDead?: (dead: readonly DeadRecord[]) => void;
  /** Told of every batch once it is stored. */
  readonly onApplied?: (events: number) => void;
};

const firstPause = 100;
const longestPause = 2_000;

/** Applies records to a projection. It never gives up on a batch and never skips a record. */
export class Projector implements BatchHandler {
  private readonly parse: ParseRecord;
  private readonly troubles = new Map<string, string>();

  constructor(private readonly options: ProjectorOptions) {
    this.parse = options.parse ?? fromRecord;
  }

  /** One sentence about why nothing is applied at the moment, undefined when all is well. */
  trouble(): string | undefined {
    return [...this.troubles.values()][0];
  }

  async positionsOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    const { database, schema } = this.options;
    const all = await this.persist(
      `${topic} positions`,
      () => readPositions(database, schema, topic),
      async () => undefined,
    );
    return new Map(partitions.map((partition) => [partition, all.get(partition) ?? 0n]));
  }

  async handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled> {
    const records = batch.records.map((record) => ({ record, parsed: this.parse(record) }));
    return { position: await this.apply({ ...batch, records }, keepAlive) };
  }

  /** Applies a batch whole or, when a record in it makes that impossible, in halves until that record stands alone. */
  private async apply(batch: ReadBatch, keepAlive: () => Promise<void>): Promise<bigint> {
    const place = `${batch.topic}/${batch.partition}`;
    const outcome = await this.persist(place, () => this.tryToApply(batch), keepAlive);
    if (!('fault' in outcome)) {
      return outcome.position;
    }
    const [first, ...others] = batch.records;
    if (first === undefined) {
      return batch.next;
    }
    if (others.length === 0) {
      const fault = { reason: 'rejected' as const, detail: outcome.fault };
      return this.apply({ ...batch, records: [{ ...first, parsed: fault }] }, keepAlive);
    }
    const middle = Math.ceil(batch.records.length / 2);
    const rest = batch.records.slice(middle);
    const border = rest[0]?.record.offset ?? batch.next;
    const reached = await this.apply({ ...batch, records: batch.records.slice(0, middle), next: border }, keepAlive);
    return reached === border ? this.apply({ ...batch, records: rest, position: border }, keepAlive) : reached;
  }

  private async tryToApply(batch: ReadBatch): Promise<{ position: bigint } | { fault: string }> {
    try {
      const { position, applied, dead } = await applyBatch(this.options, batch);
      if (dead.length > 0) {
        this.options.onDead?.(dead);
      }
      this.options.onApplied?.(applied);
      return { position };
    } catch (error) {
      if (isFaultOfRecord(error)) {
        return { fault: reasonOf(error) };
      }
      throw error;
    }
  }

  /** Tries until it works, with growing pauses; whoever asks for health is told. */
  private async persist<Result>(
    what: string,
    work: () => Promise<Result>,
    keepAlive: () => Promise<void>,
  ): Promise<Result> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        const result = await work();
        if (this.troubles.delete(what)) {
          this.options.logger.info({ what }, 'goes on');
        }
        return result;
      } catch (error) {
        this.options.logger.warn({ err: error, what, pause }, 'could not be applied, trying again');
        this.troubles.set(what, `${what} waits: ${reasonOf(error)}`);
        await delay(pause);
      }
      await keepAlive();
    }
  }
}
