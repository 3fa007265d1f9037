import { setTimeout as delay } from 'node:timers/promises';
import { streams } from '#contracts/catalogue';
import { streamNames, type StreamName } from '#contracts/kernel/codes';
import kafkajs, { type Admin, type Kafka } from 'kafkajs';
import { within } from './within.js';

/** A stream of events; each has a topic of its own. */
export type Stream = StreamName;

/** Name of a topic without the prefix of the installation. */
export type TopicName = `${Stream}.v1` | 'dead-letters.v1';

/** Topics that carry events, without the prefix. */
export const eventTopics: readonly `${Stream}.v1`[] = streamNames.map((stream) => `${stream}.v1` as const);

const partitions: Readonly<Record<string, number>> = {
  ...Object.fromEntries(streamNames.map((stream) => [`${stream}.v1`, streams[stream].partitions])),
  'dead-letters.v1': 1,
} satisfies Partial<Record<TopicName, number>>;

/** The stream whose events a topic carries. */
export function streamOfTopic(topic: `${Stream}.v1`): Stream {
  return topic.slice(0, -'.v1'.length) as Stream;
}

/** Where records go that could not be applied. */
export const deadLetterTopic = 'dead-letters.v1' satisfies TopicName;

/** The full name of a topic of one installation. */
export function topicOf(prefix: string, name: TopicName): string {
  return `${prefix}.${name}`;
}

/** Name of a topic by its full name, undefined when it does not belong to this installation. */
export function topicNameOf(prefix: string, topic: string): TopicName | undefined {
  const name = topic.startsWith(`${prefix}.`) ? topic.slice(prefix.length + 1) : '';
  return Object.hasOwn(partitions, name) ? (name as TopicName) : undefined;
}

const patienceForLeaders = 60_000;
const pause = 50;

/** Makes the topics that are missing. They keep everything for ever, because projections are rebuilt from their beginnings. */
export async function ensureTopics(kafka: Kafka, prefix: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const wanted = Object.entries(partitions).map(([name, numPartitions]) => ({
      topic: `${prefix}.${name}`,
      numPartitions,
      // The broker's default: one on a single node, what its operator decided on a cluster.
      replicationFactor: -1,
      configEntries: [
        { name: 'cleanup.policy', value: 'delete' },
        { name: 'retention.ms', value: '-1' },
        { name: 'retention.bytes', value: '-1' },
      ],
    }));
    const existing = new Set(await admin.listTopics());
    const missing = wanted.filter(({ topic }) => !existing.has(topic));
    if (missing.length > 0) {
      // Answers false when another process made them meanwhile. Its own waiting fails when a topic is not known yet.
      await admin.createTopics({ topics: missing, waitForLeaders: false });
      await untilLed(
        admin,
        wanted.map(({ topic }) => topic),
      );
    }
  } finally {
    await admin.disconnect();
  }
}

/** Waits until every partition can be written and read; a broker that is named its leader does not know it at once. */
async function untilLed(admin: Admin, topics: string[]): Promise<void> {
  const end = Date.now() + patienceForLeaders;
  for (;;) {
    try {
      const { topics: known } = await admin.fetchTopicMetadata({ topics });
      if (known.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0))) {
        await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
        return;
      }
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    if (Date.now() > end) {
      throw new Error('Kafka has not found leaders for the topics yet');
    }
    await delay(pause);
  }
}

/** The first offset after the last record of each partition, and the first that is still there. */
export type TopicEnds = ReadonlyMap<number, { readonly first: bigint; readonly end: bigint }>;

const soon = 1_500;

/**
 * Asks the brokers how far topics go; it answers soon, if only that they do not.
 * @param patience how long it waits for an answer, in milliseconds
 */
export class TopicWatch {
  private admin: Promise<Admin> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly patience = soon,
  ) {}

  /** Both ends of every partition of a topic. */
  async endsOf(topic: string): Promise<TopicEnds> {
    const offsets = await this.ask((admin) => admin.fetchTopicOffsets(topic));
    return new Map(offsets.map(({ partition, low, high }) => [partition, { first: BigInt(low), end: BigInt(high) }]));
  }

  /** Forgets a consumer group that is used no more. */
  async deleteGroup(groupId: string): Promise<void> {
    await this.ask((admin) => admin.deleteGroups([groupId]));
  }

  async stop(): Promise<void> {
    const leaving = this.admin?.then((admin) => admin.disconnect());
    this.admin = undefined;
    await within(this.patience, leaving ?? Promise.resolve()).catch(() => undefined);
  }

  /** Asks again while the brokers say that it may go better soon, as when a partition has just got another leader. */
  private async ask<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    const end = Date.now() + this.patience;
    for (;;) {
      try {
        return await within(this.patience, this.once(question));
      } catch (error) {
        if (!(error instanceof kafkajs.KafkaJSProtocolError && error.retriable) || Date.now() + pause > end) {
          throw error;
        }
      }
      await delay(pause);
    }
  }

  private async once<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    this.admin ??= this.connect();
    const asked = this.admin;
    const answer = asked.then(question).catch((error: unknown) => {
      // A connection that failed once is made anew; another one may have taken its place already.
      this.admin = this.admin === asked ? undefined : this.admin;
      asked.then((admin) => admin.disconnect()).catch(() => undefined);
      throw error;
    });
    return answer;
  }

  private async connect(): Promise<Admin> {
    const admin = this.kafka.admin({ retry: { retries: 1, initialRetryTime: 100 } });
    await admin.connect();
    return admin;
  }
}
