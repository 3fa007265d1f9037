import type { KafkaRecord, Kafka } from '#messaging';
import type { Process } from '../process.js';
import type { World } from '../world.js';

/** A record in a partition. */
export type Stored = KafkaRecord & { readonly offset: number };

/** What a deliberately wrong broker does otherwise. */
export type KafkaBreaks = { readonly losesRecords?: boolean };

type Message = Pick<KafkaRecord, 'key' | 'headers' | 'value'>;
type Sending = { topicMessages: readonly { topic: string; messages: readonly Message[] }[] };
type Batch = {
  topic: string;
  partition: number;
  fetchedOffset: string;
  messages: { key: Buffer | null; headers: KafkaRecord['headers']; value: Buffer | null; offset: string }[];
  lastOffset(): string;
};
type Payload = {
  batch: Batch;
  resolveOffset(offset: string): void;
  heartbeat(): Promise<void>;
  isRunning(): boolean;
  isStale(): boolean;
};
type EachBatch = (payload: Payload) => Promise<void>;
type Joined = (event: { payload: { memberAssignment: Record<string, number[]> } }) => void;

const largestFetch = 12;

/** A small broker: one topic, partitions that only grow, and consumers that may be given anything again. */
export class Broker {
  readonly partitions: Stored[][];
  private readonly readers = new Set<ModelConsumer>();

  constructor(
    readonly world: World,
    readonly topic: string,
    partitions: number,
    private readonly breaks: KafkaBreaks = {},
  ) {
    this.partitions = Array.from({ length: partitions }, () => []);
  }

  /** The client of one life of a process. */
  clientOf(process: Process): Kafka {
    const client = {
      producer: () => ({
        connect: async () => undefined,
        disconnect: async () => undefined,
        sendBatch: (sending: Sending) => process.reach('a produce request', () => this.append(sending), true),
      }),
      consumer: () => new ModelConsumer(this, process),
      admin: () => ({
        connect: async () => undefined,
        disconnect: async () => undefined,
        fetchTopicOffsets: async () =>
          this.partitions.map(({ length }, partition) => ({ partition, low: '0', high: String(length) })),
      }),
    };
    return client as unknown as Kafka;
  }

  append({ topicMessages }: Sending): void {
    const messages = topicMessages.flatMap((one) => (one.topic === this.topic ? one.messages : []));
    for (const message of messages) {
      if (this.breaks.losesRecords && this.world.goesWrong('late', 0.05)) {
        continue;
      }
      // Kafka keeps the order; the projector does not rely on it.
      if (this.world.goesWrong('reorder', 0.02)) {
        this.world.say(() => `${message.headers['ce_id']} is delayed inside the broker`);
        this.world.after(10 * this.world.latency() + 100, () => this.store(message));
        continue;
      }
      this.store(message);
    }
  }

  /** Consumers of a life that ended are given nothing any more. */
  join(reader: ModelConsumer): void {
    this.readers.add(reader);
  }

  leave(reader: ModelConsumer): void {
    this.readers.delete(reader);
  }

  /** Lets every consumer begin somewhere before where it was. */
  rewind(): void {
    this.readers.forEach((reader) => reader.rewind());
  }

  private store({ key, headers, value }: Message): void {
    const partition = this.partitionOf(key);
    const records = this.partitions[partition];
    records?.push({ key, headers, value, offset: records.length });
    this.world.say(
      () => `Kafka has ${headers['ce_id']} ${headers['ce_type']} at ${partition}/${(records?.length ?? 0) - 1}`,
    );
    this.readers.forEach((reader) => reader.wake(partition));
  }

  private partitionOf(key: string | null): number {
    return Number.parseInt((key ?? '0').slice(-2), 16) % this.partitions.length;
  }
}

/** What kafkajs gives a consumer, as far as `ConsumerRunner` uses it. */
class ModelConsumer {
  readonly events = { GROUP_JOIN: 'consumer.group_join', CRASH: 'consumer.crash' };
  private joined: Joined = () => undefined;
  private eachBatch: EachBatch | undefined;
  private readonly positions: number[];
  private readonly busy: boolean[];
  /** Counts the seeks of a partition, so that a batch that was fetched before one is known as stale. */
  private readonly seeks: number[];
  private readonly life: number;

  constructor(
    private readonly broker: Broker,
    private readonly process: Process,
  ) {
    const zeros = broker.partitions.map(() => 0);
    [this.positions, this.seeks] = [[...zeros], [...zeros]];
    this.busy = broker.partitions.map(() => false);
    this.life = process.life;
  }

  on(event: string, listener: Joined): void {
    if (event === this.events.GROUP_JOIN) {
      this.joined = listener;
    }
  }

  async connect(): Promise<void> {}

  async subscribe(): Promise<void> {}

  async disconnect(): Promise<void> {
    this.broker.leave(this);
  }

  async commitOffsets(): Promise<void> {}

  async run({ eachBatch }: { eachBatch: EachBatch }): Promise<void> {
    this.eachBatch = eachBatch;
    this.broker.join(this);
    this.process.onDeath(() => this.broker.leave(this));
    this.rewind();
    const partitions = this.broker.partitions.map((_, partition) => partition);
    this.joined({ payload: { memberAssignment: { [this.broker.topic]: partitions } } });
    partitions.forEach((partition) => this.wake(partition));
  }

  seek({ partition, offset }: { partition: number; offset: string }): void {
    this.seeks[partition] = (this.seeks[partition] ?? 0) + 1;
    this.positions[partition] = Number(offset);
    this.wake(partition);
  }

  /** Begins again somewhere before, as after a rebalance or a reset of its group. */
  rewind(): void {
    this.positions.forEach((position, partition) => {
      this.positions[partition] = Math.floor(position * this.broker.world.actors());
      this.wake(partition);
    });
  }

  wake(partition: number): void {
    const { world } = this.broker;
    if (this.busy[partition] || this.eachBatch === undefined || !this.isRunning()) {
      return;
    }
    this.busy[partition] = true;
    world.after(world.latency(), () => void this.fetch(partition));
  }

  private async fetch(partition: number): Promise<void> {
    const from = this.positions[partition] ?? 0;
    const seeks = this.seeks[partition];
    const size = 1 + Math.floor(this.broker.world.actors() * largestFetch);
    const records = this.broker.partitions[partition]?.slice(from, from + size) ?? [];
    const last = records.at(-1);
    if (last !== undefined && this.eachBatch !== undefined) {
      let resolved: number | undefined;
      const handling = this.eachBatch({
        batch: batchOf(this.broker.topic, partition, from, records),
        resolveOffset: (offset) => (resolved = Number(offset) + 1),
        heartbeat: async () => undefined,
        isRunning: () => this.isRunning(),
        isStale: () => this.seeks[partition] !== seeks,
      });
      // kafkajs catches what a batch throws and fetches it again.
      await handling.catch(() => undefined);
      if (this.seeks[partition] === seeks && resolved !== undefined) {
        this.positions[partition] = resolved;
      }
    }
    this.busy[partition] = false;
    if ((this.positions[partition] ?? 0) < (this.broker.partitions[partition]?.length ?? 0)) {
      this.wake(partition);
    }
  }

  private isRunning(): boolean {
    return this.process.life === this.life && this.process.isUp;
  }
}

function batchOf(topic: string, partition: number, from: number, records: readonly Stored[]): Batch {
  return {
    topic,
    partition,
    fetchedOffset: String(from),
    messages: records.map(({ key, headers, value, offset }) => ({
      key: key === null ? null : Buffer.from(key),
      headers,
      value,
      offset: String(offset),
    })),
    lastOffset: () => String(from + records.length - 1),
  };
}
