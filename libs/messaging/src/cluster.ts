import { Kafka } from 'kafkajs';
import type { Cluster } from 'kafkajs/src/cluster/index.js';

export type { Cluster } from 'kafkajs/src/cluster/index.js';

type WithClusters = Record<symbol, (options: { readonly allowAutoTopicCreation: false }) => Cluster>;

// What kafkajs 2.2.4 offers is made of requests to brokers, which it keeps under a symbol.
const createCluster = Object.getOwnPropertySymbols(new Kafka({ brokers: ['none:0'] })).find(
  ({ description }) => description === 'private:Kafka:createCluster',
);

/** Connections to the brokers of a client, for requests that kafkajs does not offer by themselves. */
export async function openCluster(kafka: Kafka): Promise<Cluster> {
  if (createCluster === undefined) {
    throw new Error('this kafkajs keeps its clusters elsewhere');
  }
  const cluster = (kafka as unknown as WithClusters)[createCluster]?.({ allowAutoTopicCreation: false });
  if (cluster === undefined) {
    throw new Error('this is no client of kafkajs');
  }
  await cluster.connect();
  return cluster;
}
