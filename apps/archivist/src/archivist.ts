import {
  fromRecord,
  isUnderstood,
  type BatchHandler,
  type Handled,
  type ParseRecord,
  type RecordBatch,
} from '#messaging';
import {
  eraseArchived,
  insertArchived,
  lockArchivePlace,
  readArchivePlaces,
  readArchiveSubjects,
  saveArchivePlace,
  saveArchiveSubjects,
} from '#persistence/analysis';
import { isFaultOfData, type Database, type Sql } from '#persistence/kernel';
import { Patience, reasonOf, type Logger } from '#runtime';
import { takeIn, type Incoming } from './taking-in.js';

type ArchivistOptions = {
  readonly database: Pick<Database, 'query' | 'transaction'>;
  readonly logger: Logger;
  readonly parse?: ParseRecord;
  /** Told of every batch once it is stored: how many of its events had not arrived before. */
  readonly onTaken?: (events: number) => void;
  /** Told of a record that is passed over, because it cannot be read or PostgreSQL refuses it. */
  readonly onPassedOver?: () => void;
};

type Batch = Pick<RecordBatch, 'topic' | 'partition' | 'position' | 'next'> & {
  readonly incoming: readonly Incoming[];
};

/**
 * Takes records into the archive, each event once. A record that cannot be read is passed over: the projector keeps it as a
 * dead letter, and driven again it comes once more.
 */
export class Archivist implements BatchHandler {
  private readonly parse: ParseRecord;
  private readonly patience: Patience;

  constructor(private readonly options: ArchivistOptions) {
    this.parse = options.parse ?? fromRecord;
    this.patience = new Patience(options.logger);
  }

  /** One sentence about why nothing is taken in at the moment, undefined when all is well. */
  trouble(): string | undefined {
    return this.patience.trouble();
  }

  async positionsOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    const all = await this.patience.persist(
      `${topic} places`,
      () => readArchivePlaces(this.options.database, topic),
      async () => undefined,
    );
    return new Map(partitions.map((partition) => [partition, all.get(partition) ?? 0n]));
  }

  async handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled> {
    const incoming: Incoming[] = [];
    for (const record of batch.records) {
      const parsed = this.parse(record);
      if (isUnderstood(parsed)) {
        incoming.push({ ...parsed, record });
      } else {
        this.passOver(record, parsed.reason);
      }
    }
    return { position: await this.apply({ ...batch, incoming }, keepAlive) };
  }

  /** Applies a batch whole or, when PostgreSQL refuses something in it, in halves until that stands alone and is passed over. */
  private async apply(batch: Batch, keepAlive: () => Promise<void>): Promise<bigint> {
    const place = `${batch.topic}/${batch.partition}`;
    const reached = await this.patience.persist(place, () => this.tryToApply(batch), keepAlive);
    if (typeof reached === 'bigint') {
      return reached;
    }
    const [first, ...others] = batch.incoming;
    if (first === undefined) {
      return batch.next;
    }
    if (others.length === 0) {
      this.passOver(first.record, reached.fault);
      return this.apply({ ...batch, incoming: [] }, keepAlive);
    }
    const middle = Math.ceil(batch.incoming.length / 2);
    const rest = batch.incoming.slice(middle);
    const border = rest[0]?.record.offset ?? batch.next;
    const half = await this.apply({ ...batch, incoming: batch.incoming.slice(0, middle), next: border }, keepAlive);
    return half === border ? this.apply({ ...batch, incoming: rest, position: border }, keepAlive) : half;
  }

  private async tryToApply(batch: Batch): Promise<bigint | { fault: string }> {
    try {
      const { position, fresh } = await this.options.database.transaction((sql) => store(sql, batch));
      this.options.onTaken?.(fresh);
      return position;
    } catch (error) {
      if (isFaultOfData(error)) {
        return { fault: reasonOf(error) };
      }
      throw error;
    }
  }

  private passOver({ topic, partition, offset }: Incoming['record'], fault: string): void {
    this.options.logger.warn(
      { place: `${topic}/${partition}`, offset: String(offset), fault },
      'a record is passed over',
    );
    this.options.onPassedOver?.();
  }
}

/** Stores what a batch comes to and moves the place, both or neither; nothing when the archive does not stand where the batch begins. */
async function store(sql: Sql, batch: Batch): Promise<{ position: bigint; fresh: number }> {
  const { topic, partition, incoming } = batch;
  const keys = [
    ...new Map(incoming.map(({ stream, subject }) => [`${stream} ${subject}`, { stream, subject }])).values(),
  ];
  const [position, known] = await Promise.all([
    lockArchivePlace(sql, topic, partition),
    keys.length > 0 ? readArchiveSubjects(sql, keys) : [],
  ]);
  if (position !== batch.position) {
    return { position, fresh: 0 };
  }
  const { rows, subjects, erased, fresh } = takeIn(incoming, known);
  await Promise.all([
    subjects.length > 0 ? saveArchiveSubjects(sql, subjects) : undefined,
    saveArchivePlace(sql, topic, partition, batch.next),
    erased.length > 0 ? eraseArchived(sql, erased) : undefined,
    rows.length > 0 ? insertArchived(sql, rows) : undefined,
  ]);
  return { position: batch.next, fresh };
}
