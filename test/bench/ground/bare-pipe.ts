import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { createKafka, ensureTopics, topicOf } from '#messaging';
import pg from 'pg';
import { testTopicPrefix } from '../../support/kafka.js';
import { startChild } from '../core/child.js';
import { waitFor } from '../core/waiting.js';
import type { Bench } from './bench.js';

/** The bare way of an event: produced, consumed and inserted in another process, heard of here. */
export type BarePipe = {
  /** Milliseconds from producing to hearing, of events produced at a steady rate. */
  play(rate: number, seconds: number): Promise<number[]>;
  stop(): Promise<void>;
};

/** As large as the record of an ordinary event. */
const value = JSON.stringify({ by: {}, data: 'x'.repeat(400) });

/** Starts a consumer in a process of its own, and a producer and a listener in this one. */
export async function startBarePipe({ engines }: Pick<Bench, 'engines'>, databaseUrl: string): Promise<BarePipe> {
  const brokers = engines.kafka.address;
  const prefix = testTopicPrefix();
  const topic = topicOf(prefix, 'cases.v1');
  const kafka = createKafka([brokers], 'bare');
  await ensureTopics(kafka, prefix);
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const heard = new Map<string, number>();
  const listener = new pg.Client({ connectionString: databaseUrl });
  await listener.connect();
  listener.on('notification', ({ payload = '' }) => heard.set(payload, performance.now()));
  await listener.query('LISTEN bare');
  const consumer = startChild('consumer');
  await consumer.ask('start', { databaseUrl, brokers, topic });
  return {
    play: async (rate, seconds) => {
      heard.clear();
      const produced = new Map<string, number>();
      const count = Math.round(rate * seconds);
      const from = performance.now();
      const sending: Promise<unknown>[] = [];
      for (let index = 0; index < count; index++) {
        await delay(Math.max(0, from + (index * 1000) / rate - performance.now()));
        const key = randomUUID();
        produced.set(key, performance.now());
        sending.push(producer.send({ topic, acks: -1, messages: [{ key, value }] }));
      }
      await Promise.all(sending);
      await waitFor(() => heard.size >= count, 'all bare events are heard of', 30_000);
      return [...produced].map(([key, at]) => (heard.get(key) ?? Number.NaN) - at);
    },
    stop: async () => {
      await consumer.stop();
      await listener.end();
      await producer.disconnect();
    },
  };
}
