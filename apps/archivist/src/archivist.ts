import {
  applyInHalves,
  fromRecord,
  isUnderstood,
  markOf,
  type Attempt,
  type BatchHandler,
  type BatchOf,
  type Handled,
  type Mark,
  type ParseRecord,
  type RecordBatch,
} from '#messaging';
import {
  eraseArchived,
  insertArchived,
  lockArchivePlace,
  readArchiveMarks,
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

  marksOf(topic: string): Promise<ReadonlyMap<number, Mark>> {
    return readArchiveMarks(this.options.database, topic);
  }

  async handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled> {
    const records = batch.records.flatMap((record): Incoming[] => {
      const parsed = this.parse(record);
      return isUnderstood(parsed) ? [{ ...parsed, record }] : this.passOver(record, parsed.reason);
    });
    const place = `${batch.topic}/${batch.partition}`;
    const position = await applyInHalves(
      { ...batch, records },
      {
        attempt: (part) => this.patience.persist(place, () => this.tryToApply(part), keepAlive),
        instead: ({ record }, fault) => this.passOver(record, fault),
      },
    );
    return { position };
  }

  private async tryToApply(batch: BatchOf<Incoming>): Promise<Attempt> {
    try {
      const { position, fresh } = await this.options.database.transaction((sql) => store(sql, batch));
      this.options.onTaken?.(fresh);
      return { position };
    } catch (error) {
      if (isFaultOfData(error)) {
        return { fault: reasonOf(error) };
      }
      throw error;
    }
  }

  /** Tells of a record that is passed over, and has nothing to apply in its place. */
  private passOver({ topic, partition, offset }: Incoming['record'], fault: string): [] {
    this.options.logger.warn(
      { place: `${topic}/${partition}`, offset: String(offset), fault },
      'a record is passed over',
    );
    this.options.onPassedOver?.();
    return [];
  }
}

/** Stores what a batch comes to and moves the place, both or neither; nothing when the archive does not stand where the batch begins. */
async function store(sql: Sql, batch: BatchOf<Incoming>): Promise<{ position: bigint; fresh: number }> {
  const { topic, partition, records: incoming } = batch;
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
  const last = incoming.at(-1)?.record;
  await Promise.all([
    subjects.length > 0 ? saveArchiveSubjects(sql, subjects) : undefined,
    saveArchivePlace(sql, { topic, partition, next: batch.next, mark: last && markOf(last) }),
    erased.length > 0 ? eraseArchived(sql, erased) : undefined,
    rows.length > 0 ? insertArchived(sql, rows) : undefined,
  ]);
  return { position: batch.next, fresh };
}
