import type { Admin, Kafka } from 'kafkajs';

/** A stream of events; each has a topic of its own. */
export type Stream = 'cases' | 'directory' | 'platform';

/** Name of a topic without the prefix of the installation. */
export type TopicName = `${Stream}.v1` | 'dead-letters.v1';

const partitions = {
  'cases.v1': 6,
  'directory.v1': 1,
  'platform.v1': 1,
  'dead-letters.v1': 1,
} as const satisfies Record<TopicName, number>;

/** Topics that carry events, without the prefix. */
export const eventTopics = ['cases.v1', 'directory.v1', 'platform.v1'] as const satisfies readonly TopicName[];

/** Where records go that could not be applied. */
export const deadLetterTopic = 'dead-letters.v1' satisfies TopicName;

/** The full name of a topic of one installation. */
export function topicOf(prefix: string, name: TopicName): string {
  return `${prefix}.${name}`;
}

/** Name of a topic by its full name, undefined when it is none of this installation. */
export function topicNameOf(prefix: string, topic: string): TopicName | undefined {
  const name = topic.startsWith(`${prefix}.`) ? topic.slice(prefix.length + 1) : '';
  return name in partitions ? (name as TopicName) : undefined;
}

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
      // Answers false when another process made them meanwhile.
      await admin.createTopics({ topics: missing, waitForLeaders: true });
    }
  } finally {
    await admin.disconnect();
  }
}

/** The first offset after the last record of each partition, and the first that is still there. */
export type TopicEnds = ReadonlyMap<number, { readonly first: bigint; readonly end: bigint }>;

/** Asks the brokers how far topics go; a question is not repeated for long, so that health can answer soon. */
export class TopicWatch {
  private admin: Promise<Admin> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /** Both ends of every partition of a topic. */
  async endsOf(topic: string): Promise<TopicEnds> {
    try {
      const admin = await (this.admin ??= this.connect());
      const offsets = await admin.fetchTopicOffsets(topic);
      return new Map(offsets.map(({ partition, low, high }) => [partition, { first: BigInt(low), end: BigInt(high) }]));
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Forgets a consumer group that is used no more. */
  async deleteGroup(groupId: string): Promise<void> {
    const admin = await (this.admin ??= this.connect());
    await admin.deleteGroups([groupId]);
  }

  async stop(): Promise<void> {
    const admin = await this.admin?.catch(() => undefined);
    this.admin = undefined;
    await admin?.disconnect().catch(() => undefined);
  }

  private async connect(): Promise<Admin> {
    const admin = this.kafka.admin({ retry: { retries: 1, initialRetryTime: 100 } });
    await admin.connect();
    return admin;
  }
}
