import type { BatchHandler } from './consumer.js';

/** A partition of a topic. */
export type Partition = { readonly topic: string; readonly partition: number };
type Seek = (partition: Partition, offset: bigint) => void;

/** Where a consumer stands in each partition it was assigned, according to the store and not to Kafka. */
export class PartitionPositions {
  private readonly known = new Map<string, bigint>();
  private assignment: Readonly<Record<string, number[]>> = {};

  constructor(
    private readonly store: Pick<BatchHandler, 'positionsOf'>,
    private readonly seek: Seek,
  ) {}

  /** Forgets everything and goes to where the store stands in these partitions. */
  async assign(assignment: Readonly<Record<string, number[]>>): Promise<void> {
    this.assignment = assignment;
    this.known.clear();
    for (const [topic, partitions] of Object.entries(assignment)) {
      const positions = await this.store.positionsOf(topic, partitions);
      if (this.assignment !== assignment) {
        return;
      }
      partitions.forEach((partition) => this.moveTo({ topic, partition }, positions.get(partition) ?? 0n));
    }
  }

  /** Goes to where the store stands in one partition, which may have changed. */
  async renew({ topic, partition }: Partition): Promise<void> {
    const { assignment } = this;
    const position = (await this.store.positionsOf(topic, [partition])).get(partition) ?? 0n;
    if (this.assignment === assignment && this.has({ topic, partition })) {
      this.moveTo({ topic, partition }, position);
    }
  }

  /** Whether the consumer was assigned the partition. */
  has({ topic, partition }: Partition): boolean {
    return this.assignment[topic]?.includes(partition) ?? false;
  }

  /** Where the consumer stands, undefined before it knows. */
  of(partition: Partition): bigint | undefined {
    return this.known.get(idOf(partition));
  }

  /** Goes back to the beginning of partitions of which the store knows nothing any more, because it was emptied. */
  async beginAgainWhereEmptied(): Promise<void> {
    const { assignment } = this;
    for (const [topic, partitions] of Object.entries(assignment)) {
      const positions = await this.store.positionsOf(topic, partitions);
      if (this.assignment !== assignment) {
        return;
      }
      partitions
        .filter(
          (partition) =>
            (positions.get(partition) ?? 0n) === 0n && (this.known.get(idOf({ topic, partition })) ?? 0n) > 0n,
        )
        .forEach((partition) => this.moveTo({ topic, partition }, 0n));
    }
  }

  /**
   * True when what was fetched begins where the store stands. Otherwise it was fetched before the consumer knew better, or
   * Kafka no longer holds what comes next; the consumer goes back to where it should be.
   */
  follows(partition: Partition, from: bigint): boolean {
    const position = this.known.get(idOf(partition));
    if (position !== undefined && position !== from) {
      this.seek(partition, position);
    }
    return position === from;
  }

  /** Notes that everything before `position` is applied. */
  advance(partition: Partition, position: bigint): void {
    this.known.set(idOf(partition), position);
  }

  /** Goes to another position. */
  moveTo(partition: Partition, position: bigint): void {
    this.advance(partition, position);
    this.seek(partition, position);
  }
}

/** Its name, `topic/partition`. */
export function idOf({ topic, partition }: Partition): string {
  return `${topic}/${partition}`;
}
