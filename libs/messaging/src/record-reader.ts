import { Kafka } from 'kafkajs';
import type { Cluster } from 'kafkajs/src/cluster/index.js';
import { placedRecordOf, type PlacedRecord } from './record.js';
import { within } from './within.js';

const patience = 2_000;

type WithClusters = Record<symbol, (options: { readonly allowAutoTopicCreation: false }) => Cluster>;

// kafkajs 2.2.4 reads by groups only: one for each look at a record would cost seconds. What it reads groups with is kept under a symbol.
const createCluster = Object.getOwnPropertySymbols(new Kafka({ brokers: ['none:0'] })).find(
  ({ description }) => description === 'private:Kafka:createCluster',
);

/** Reads single records where they lie. */
export class RecordReader {
  private cluster: Promise<Cluster> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /** The record at a place, undefined when there is none; an error when Kafka cannot be asked. */
  async read(topic: string, partition: number, offset: bigint): Promise<PlacedRecord | undefined> {
    this.cluster ??= this.connect();
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

  private async connect(): Promise<Cluster> {
    if (createCluster === undefined) {
      throw new Error('this kafkajs keeps its clusters elsewhere');
    }
    const cluster = (this.kafka as unknown as WithClusters)[createCluster]?.({ allowAutoTopicCreation: false });
    if (cluster === undefined) {
      throw new Error('this is no client of kafkajs');
    }
    await cluster.connect();
    return cluster;
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
