import { createKafka, topicOf } from '#messaging';
import { DataSource, EntitySchema } from 'typeorm';
import { serve } from '../core/child.js';

/** Where the events come from and go to. */
export type Insertion = {
  readonly databaseUrl: string;
  readonly brokers: string;
  readonly prefix: string;
  readonly count: number;
};

type Row = {
  readonly stream: string;
  readonly subject: string;
  readonly sequence: number;
  readonly event_id: string;
  readonly type: string;
  readonly time: string;
  readonly by: object;
  readonly data: object;
  readonly partition: number;
  readonly offset: string;
};

const size = 500;

/** The columns and the index of `projection.event_log`. */
const plainLog = new EntitySchema<Row>({
  name: 'plain_log',
  schema: 'bare',
  columns: {
    stream: { type: 'text', primary: true },
    subject: { type: 'text', primary: true },
    sequence: { type: 'integer', primary: true },
    event_id: { type: 'text' },
    type: { type: 'text' },
    time: { type: 'timestamptz' },
    by: { type: 'jsonb' },
    data: { type: 'jsonb' },
    partition: { type: 'integer' },
    offset: { type: 'bigint' },
  },
});

serve({
  /** Inserts rows that are in memory already; answers seconds. */
  insert: async (insertion: Insertion) => {
    const rows: Row[] = [];
    await read(insertion, async (more) => void rows.push(...more));
    return withTable(insertion, async (insert) => {
      for (let from = 0; from < rows.length; from += size) {
        await insert(rows.slice(from, from + size));
      }
    });
  },
  /** Reads the topic and inserts while it reads; answers seconds from the first record. */
  readAndInsert: (insertion: Insertion) =>
    withTable(insertion, async (insert) => {
      let first = 0;
      await read(insertion, async (rows) => {
        first ||= Date.now();
        for (let from = 0; from < rows.length; from += size) {
          await insert(rows.slice(from, from + size));
        }
      });
      return first;
    }),
});

type Insert = (rows: readonly Row[]) => Promise<unknown>;

async function withTable(
  { databaseUrl }: Insertion,
  work: (insert: Insert) => Promise<number | void>,
): Promise<number> {
  const source = new DataSource({ type: 'postgres', url: databaseUrl, entities: [plainLog], poolSize: 1 });
  await source.initialize();
  try {
    await source.query('CREATE SCHEMA IF NOT EXISTS bare');
    await source.query('DROP TABLE IF EXISTS bare.plain_log');
    await source.query('CREATE TABLE bare.plain_log (LIKE projection.event_log INCLUDING ALL)');
    const repository = source.getRepository(plainLog);
    const from = Date.now();
    const first = await work((rows) => repository.insert([...rows]));
    return (Date.now() - (first ?? from)) / 1000;
  } finally {
    await source.destroy();
  }
}

/** Reads all case events with a consumer, one partition after the other. */
async function read({ brokers, prefix, count }: Insertion, take: (rows: Row[]) => Promise<void>): Promise<void> {
  const consumer = createKafka([brokers], 'bare').consumer({ groupId: `bare-${Date.now()}`, maxWaitTimeInMs: 50 });
  let taken = 0;
  await consumer.connect();
  await consumer.subscribe({ topics: [topicOf(prefix, 'cases.v1')], fromBeginning: true });
  try {
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch }) => {
            const rows = batch.messages.map((message) => rowOf(batch.partition, message));
            await take(rows);
            taken += rows.length;
            if (taken >= count) {
              resolve();
            }
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}

type Message = {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly offset: string;
  readonly value: Buffer | null;
};

function rowOf(partition: number, { headers = {}, offset, value }: Message): Row {
  const { by, data } = JSON.parse(String(value)) as Pick<Row, 'by' | 'data'>;
  return {
    stream: 'cases',
    subject: String(headers['ce_subject']),
    sequence: Number(headers['ce_sequence']),
    event_id: String(headers['ce_id']),
    type: String(headers['ce_type']),
    time: String(headers['ce_time']),
    by,
    data,
    partition,
    offset,
  };
}
