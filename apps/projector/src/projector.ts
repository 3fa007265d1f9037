import {
  applyInHalves,
  fromRecord,
  type Attempt,
  type BatchHandler,
  type DeadRecord,
  type Handled,
  type Mark,
  type ParseRecord,
  type RecordBatch,
} from '#messaging';
import { readMarks, readPositions, type Database, type ProjectionName } from '#persistence/kernel';
import { Patience, reasonOf, type Logger } from '#runtime';
import { applyBatch, type ReadBatch, type ReadRecord } from './application.js';
import { isFaultOfRecord } from './faults.js';

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

/** Applies records to a projection. It never gives up on a batch and never skips a record. */
export class Projector implements BatchHandler {
  private readonly parse: ParseRecord;
  private readonly patience: Patience;

  constructor(private readonly options: ProjectorOptions) {
    this.parse = options.parse ?? fromRecord;
    this.patience = new Patience(options.logger);
  }

  /** One sentence about why nothing is applied at the moment, undefined when all is well. */
  trouble(): string | undefined {
    return this.patience.trouble();
  }

  async positionsOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    const { database, schema } = this.options;
    const all = await this.patience.persist(
      `${topic} positions`,
      () => readPositions(database, schema, topic),
      async () => undefined,
    );
    return new Map(partitions.map((partition) => [partition, all.get(partition) ?? 0n]));
  }

  marksOf(topic: string): Promise<ReadonlyMap<number, Mark>> {
    return readMarks(this.options.database, this.options.schema, topic);
  }

  async handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled> {
    const records = batch.records.map((record) => ({ record, parsed: this.parse(record) }));
    const place = `${batch.topic}/${batch.partition}`;
    const position = await applyInHalves<ReadRecord>(
      { ...batch, records },
      {
        attempt: (part) => this.patience.persist(place, () => this.tryToApply(part), keepAlive),
        instead: ({ record }, detail) => [{ record, parsed: { reason: 'rejected', detail } }],
      },
    );
    return { position };
  }

  private async tryToApply(batch: ReadBatch): Promise<Attempt> {
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
}
