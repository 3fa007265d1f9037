import type { Kafka } from 'kafkajs';
import type { Log } from './client.js';
import { ConsumerRunner, type BatchHandler } from './consumer.js';
import type { Losses } from './logs.js';
import { eventTopics, topicOf } from './topics.js';

type ConsumingOptions = {
  readonly kafka: Kafka;
  readonly prefix: string;
  /** Who reads, in one word; all of that name share the partitions. */
  readonly group: string;
  readonly handler: BatchHandler;
  readonly log: Log;
  /** The consumer has died and does not come back by itself. */
  readonly onDeath: (reason: Error) => void;
  /** Told of the partitions that are not read, because Kafka does not hold any more what was read of them. */
  readonly onLosses?: (losses: Losses) => void;
};

/** Begins to read the events of all streams as a member of a group; the runner is the caller's to stop. */
export async function startConsuming({ prefix, group, ...options }: ConsumingOptions): Promise<ConsumerRunner> {
  const runner = new ConsumerRunner({
    ...options,
    groupId: `${prefix}.${group}`,
    topics: eventTopics.map((name) => topicOf(prefix, name)),
  });
  await runner.start();
  return runner;
}
