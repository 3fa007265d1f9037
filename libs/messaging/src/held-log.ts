import type { Kafka } from 'kafkajs';
import { markOf, type Mark } from './mark.js';
import { RecordReader } from './record-reader.js';
import { TopicWatch } from './topics.js';

/** Where somebody has read to in a partition, and by which record they know its log again, if by any. */
export type ReadUpTo = {
  readonly topic: string;
  readonly partition: number;
  readonly next: bigint;
  readonly mark: Mark | undefined;
};

/** Tells whether Kafka still holds the log that somebody has read from. */
export class HeldLog {
  private readonly watch: TopicWatch;
  private readonly reader: RecordReader;
  private line: Promise<unknown> = Promise.resolve();

  constructor(kafka: Kafka) {
    this.watch = new TopicWatch(kafka);
    this.reader = new RecordReader(kafka);
  }

  /**
   * One sentence about what is lost of it, undefined when what comes next is what follows.
   * @throws when Kafka cannot be asked
   */
  async lossOf(read: ReadUpTo): Promise<string | undefined> {
    return this.inLine(async () => this.compare(read, await this.endsOf(read)));
  }

  /**
   * The same for one who wants to read all of it again.
   * @throws when Kafka cannot be asked
   */
  async lossOfAll(read: ReadUpTo): Promise<string | undefined> {
    return this.inLine(async () => {
      const ends = await this.endsOf(read);
      const { topic, partition, next } = read;
      return ends.first > 0n && next > 0n
        ? `${topic}/${partition} begins at ${ends.first} and was read from its beginning`
        : this.compare(read, ends);
    });
  }

  /** One question after the other: a connection on which one fails is closed, and who still asks on it would open it again for ever. */
  private inLine<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const answer = this.line.then(ask);
    this.line = answer.catch(() => undefined);
    return answer;
  }

  private async endsOf({ topic, partition }: ReadUpTo): Promise<{ readonly first: bigint; readonly end: bigint }> {
    return (await this.watch.endsOf(topic)).get(partition) ?? { first: 0n, end: 0n };
  }

  private async compare(
    { topic, partition, next, mark }: ReadUpTo,
    { first, end }: { readonly first: bigint; readonly end: bigint },
  ): Promise<string | undefined> {
    const place = `${topic}/${partition}`;
    if (next > end) {
      return `${place} ends at ${end} and was read up to ${next}`;
    }
    if (next < first) {
      return `${place} begins at ${first} and was read only up to ${next}`;
    }
    if (mark === undefined || mark.offset >= next || mark.offset < first) {
      return undefined;
    }
    const record = await this.reader.read(topic, partition, mark.offset);
    return record !== undefined && markOf(record).hash === mark.hash
      ? undefined
      : `${place} holds at ${mark.offset} another record than the one that was read there: it is another log`;
  }

  async stop(): Promise<void> {
    await Promise.all([this.watch.stop(), this.reader.stop()]);
  }
}
