import { Partitioners, type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import { silent, type Log } from './client.js';
import { standardPublicUrl, toRecord } from './cloud-event.js';
import { streamOf, type AnyEvent, type KafkaRecord } from './record.js';
import { topicOf, type TopicName } from './topics.js';
import { within } from './within.js';

/** A record on its way to a topic, named without the prefix. */
export type OutgoingRecord = KafkaRecord & { readonly topic: TopicName };

type Waiting = {
  readonly records: readonly OutgoingRecord[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
};

const largestBatch = 1_000;
const patienceToStop = 2_000;
/** A broker takes 1 MiB for a partition at once by default, and all records may be for the same one. */
const mostBytes = 800_000;
/** Headers, key and framing of one record, generously. */
const bytesAround = 700;

/**
 * Publishes in order and without duplicates of its own making; what is asked for at the same time travels together.
 * A failed publication may have arrived: the caller publishes it again, and readers know an event by its subject and sequence.
 */
export class EventPublisher {
  private producer: Producer | undefined;
  private queue: Waiting[] = [];
  private sending: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly prefix: string,
    private readonly log: Log = silent,
    private readonly publicUrl: string = standardPublicUrl,
  ) {}

  /** Resolves when all the events are durable in Kafka; events of one subject must be given in their order. */
  async publish(events: readonly AnyEvent[]): Promise<void> {
    await this.send(
      events.map((event) => ({ topic: `${streamOf(event)}.v1` as const, ...toRecord(event, this.publicUrl) })),
    );
  }

  /** Resolves when all the records are durable in Kafka. */
  async send(records: readonly OutgoingRecord[]): Promise<void> {
    if (this.stopped) {
      throw new Error('the publisher is stopped');
    }
    if (records.length === 0) {
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.queue.push({ records, resolve, reject });
      this.sending ??= this.sendAll();
    });
  }

  /** Lets what is on its way arrive if that is soon, then disconnects. */
  async stop(): Promise<void> {
    this.stopped = true;
    await within(patienceToStop, this.sending ?? Promise.resolve()).catch(() => undefined);
    await this.discardProducer();
  }

  private async sendAll(): Promise<void> {
    for (let batch = this.takeBatch(); batch.length > 0; batch = this.takeBatch()) {
      try {
        await this.sendBatch(batch.flatMap((one) => one.records));
        batch.forEach((one) => one.resolve());
      } catch (error) {
        this.log.warn({ err: error }, 'publishing failed');
        // Its sequence numbers are in doubt now: the broker could take the next batch for a repetition of this one.
        await this.discardProducer();
        batch.forEach((one) => one.reject(error));
      }
    }
    // In the moment in which nothing more waits: what is asked for after it begins anew.
    this.sending = undefined;
  }

  private takeBatch(): Waiting[] {
    let records = 0;
    const end = this.queue.findIndex((one) => (records += one.records.length) > largestBatch);
    return this.queue.splice(0, end === -1 ? this.queue.length : Math.max(end, 1));
  }

  private async sendBatch(records: readonly OutgoingRecord[]): Promise<void> {
    const producer = await this.connectedProducer();
    for (const part of partsOf(records)) {
      await producer.sendBatch({ acks: -1, topicMessages: this.byTopic(part) });
    }
  }

  private byTopic(records: readonly OutgoingRecord[]): TopicMessages[] {
    const topics = new Map<TopicName, TopicMessages>();
    for (const { topic, key, headers, value } of records) {
      const messages = topics.get(topic) ?? { topic: topicOf(this.prefix, topic), messages: [] };
      messages.messages.push({ key, headers, value });
      topics.set(topic, messages);
    }
    return [...topics.values()];
  }

  private async connectedProducer(): Promise<Producer> {
    if (this.producer === undefined) {
      const producer = this.kafka.producer({
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        createPartitioner: Partitioners.DefaultPartitioner,
        retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 10 },
      });
      await producer.connect();
      this.producer = producer;
    }
    return this.producer;
  }

  private async discardProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await within(patienceToStop, producer?.disconnect() ?? Promise.resolve()).catch(() => undefined);
  }
}

/** The records in their order, in parts that a broker takes. */
function partsOf(records: readonly OutgoingRecord[]): OutgoingRecord[][] {
  const parts: OutgoingRecord[][] = [];
  let left = 0;
  for (const record of records) {
    const bytes = (record.value?.length ?? 0) + bytesAround;
    if (parts.length === 0 || bytes > left) {
      parts.push([]);
      left = mostBytes;
    }
    parts.at(-1)?.push(record);
    left -= bytes;
  }
  return parts;
}
