import type { Kafka } from 'kafkajs';
import { openCluster, type Cluster } from './cluster.js';
import { placedRecordOf, type PlacedRecord } from './record.js';
import { within } from './within.js';

const patience = 2_000;

/** Reads single records where they lie; kafkajs reads by groups only, which takes seconds to join. */
export class RecordReader {
  private cluster: Promise<Cluster> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /** The record at a place, undefined when there is none; an error when Kafka cannot be asked. */
  async read(topic: string, partition: number, offset: bigint): Promise<PlacedRecord | undefined> {
    this.cluster ??= openCluster(this.kafka);
    const asked = this.cluster;
    try {
      return await within(
        patience,
        asked.then((cluster) => readFrom(cluster, topic, partition, offset)),
      );
    } catch (error) {
      // A connection that failed once is made anew.
      this.cluster = this.cluster === asked ? undefined : this.cluster;
      asked.then((cluster) => cluster.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async stop(): Promise<void> {
    const leaving = this.cluster?.then((cluster) => cluster.disconnect());
    this.cluster = undefined;
    await within(patience, leaving ?? Promise.resolve()).catch(() => undefined);
  }
}

async function readFrom(
  cluster: Cluster,
  topic: string,
  partition: number,
  offset: bigint,
): Promise<PlacedRecord | undefined> {
  await cluster.addTargetTopic(topic);
  await cluster.refreshMetadata();
  const place = cluster.findTopicPartitionMetadata(topic).find(({ partitionId }) => partitionId === partition);
  if (place === undefined) {
    return undefined;
  }
  const broker = await cluster.findBroker({ nodeId: place.leader });
  const fetched = await broker.fetch({
    maxWaitTime: 0,
    // A broker gives the first batch whole, however large it is.
    maxBytes: 1,
    isolationLevel: 0,
    topics: [{ topic, partitions: [{ partition, fetchOffset: String(offset), maxBytes: 1 }] }],
  });
  const messages = fetched.responses.flatMap(({ partitions }) => partitions.flatMap((one) => one.messages));
  const found = messages.find((message) => BigInt(message.offset) === offset);
  return found && placedRecordOf(topic, partition, found);
}
