import { createKafka } from '#messaging';
import pg from 'pg';
import { serve } from '../core/child.js';

/** Where the bare consumer reads and writes. */
export type Consuming = { readonly databaseUrl: string; readonly brokers: string; readonly topic: string };

serve({
  /** Reads the topic, inserts a row for each record and notifies; answers once it reads. */
  start: async ({ databaseUrl, brokers, topic }: Consuming) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS bare_row (position bigserial PRIMARY KEY, value jsonb)');
    const consumer = createKafka([brokers], 'bare').consumer({ groupId: `${topic}.bare`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
    await consumer.run({
      eachMessage: async ({ message }) => {
        await client.query('BEGIN');
        await client.query('INSERT INTO bare_row (value) VALUES ($1)', [String(message.value)]);
        await client.query('SELECT pg_notify($1, $2)', ['bare', String(message.key)]);
        await client.query('COMMIT');
      },
    });
    await joined;
  },
});
