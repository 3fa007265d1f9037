import { Client, Connection } from '@temporalio/client';
import { createKafka, TopicWatch, type Kafka } from '#messaging';
import { createDataSource, Database } from '#persistence/kernel';
import { dataConverterOf, EncryptingCodec, parsePayloadKeys } from '#temporal';
import type { Ground } from '../../ground.js';

/** The engines, reached without Relais. */
export type Engines = {
  readonly ground: Ground;
  readonly temporal: Client;
  readonly codec: EncryptingCodec;
  readonly kafka: Kafka;
  readonly watch: TopicWatch;
  readonly database: Database;
};

/** Does something with the engines and leaves them again. */
export async function withEngines<Result>(
  ground: Ground,
  work: (engines: Engines) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl, brokers, temporalAddress, namespace, payloadKeys } = ground;
  const keys = parsePayloadKeys(payloadKeys);
  const connection = await Connection.connect({ address: temporalAddress });
  const kafka = createKafka(brokers, 'relais-checker');
  const watch = new TopicWatch(kafka, 60_000);
  const database = new Database(createDataSource(databaseUrl, { program: 'relais-checker', connections: 4 }));
  try {
    return await work({
      ground,
      temporal: new Client({ connection, namespace, dataConverter: dataConverterOf(keys) }),
      codec: new EncryptingCodec(keys),
      kafka,
      watch,
      database,
    });
  } finally {
    await Promise.allSettled([watch.stop(), database.stop(), connection.close()]);
  }
}

/** Does the work for all elements, some at a time, and answers in their order. */
export async function forAll<Element, Result>(
  elements: readonly Element[],
  atOnce: number,
  work: (element: Element) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = Array.from({ length: elements.length });
  const entries = elements.entries();
  const walk = async () => {
    for (const [place, element] of entries) {
      results[place] = await work(element);
    }
  };
  // All of them are waited for: a call that goes on after its connection was closed would end the process.
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, walk));
  for (const end of ends) {
    if (end.status === 'rejected') {
      throw end.reason;
    }
  }
  return results;
}
