import { eventTopics, lostPlaces, topicOf, type Losses, type LostPlace, type TopicWatch } from '#messaging';
import { readPositions, type Database } from '#persistence/kernel';

/** One partition: what was applied and what there is. */
export type Progress = {
  readonly topic: string;
  readonly partition: number;
  readonly position: bigint;
  readonly end: bigint;
};

/** A partition as others are told of it. */
export type PartitionEnd = Pick<Progress, 'topic' | 'partition'> & {
  readonly end: string;
  /** Seconds without progress although records wait. */
  readonly standing: number;
  /** Kafka ends before what was applied: records are lost. */
  readonly lost: boolean;
};

/** Compares what was applied with what Kafka holds. */
export class ProgressWatch {
  private losses: Losses = new Map();
  private readonly moved = new Map<string, { position: bigint; at: number }>();

  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly topics: Pick<TopicWatch, 'endsOf'>,
    private readonly prefix: string,
  ) {}

  /** Notes which partitions this process does not read, because their log is another one. */
  note(losses: Losses): void {
    this.losses = losses;
  }

  /** One sentence about a partition that is not read, undefined when all are. */
  loss(): string | undefined {
    return [...this.losses.values()][0];
  }

  /** All partitions now. */
  async read(): Promise<Progress[]> {
    const all: Progress[] = [];
    for (const name of eventTopics) {
      const topic = topicOf(this.prefix, name);
      // In this order: otherwise what is applied in between looks as if Kafka had lost it.
      const positions = await readPositions(this.database, 'projection', topic);
      for (const [partition, { end }] of await this.topics.endsOf(topic)) {
        all.push({ topic, partition, position: positions.get(partition) ?? 0n, end });
      }
    }
    return all;
  }

  /** All partitions as reported to others; to be asked every few seconds. */
  async tell(): Promise<{ ends: PartitionEnd[]; lost: LostPlace[] }> {
    const now = performance.now();
    const ends = (await this.read()).map(({ topic, partition, position, end }) => {
      const place = `${topic}/${partition}`;
      const before = this.moved.get(place);
      const stands = before !== undefined && before.position === position && end > position;
      const at = stands ? before.at : now;
      this.moved.set(place, { position, at });
      return { topic, partition, end: String(end), standing: (now - at) / 1_000, lost: position > end };
    });
    return { ends, lost: lostPlaces(this.losses) };
  }
}
