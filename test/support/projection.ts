import {
  createKafka,
  ensureTopics,
  EventPublisher,
  eventTopics,
  topicOf,
  type AnyEvent,
  type Losses,
  type OutgoingRecord,
  type TopicName,
} from '#messaging';
import { ConsumerRunner, type ParseRecord, type PlacedRecord } from '#messaging';
import { createDataSource, Database } from '#persistence/kernel';
import { createLogger } from '#runtime';
import { OutboxRelay } from '../../apps/projector/src/outbox-relay.js';
import { startProjecting, type Projecting } from '../../apps/projector/src/projecting.js';
import { createTestDatabase } from './database.js';
import { until } from './wait.js';
import { testBrokers, testTopicPrefix } from './kafka.js';

/** A database, topics and a publisher of a test's own; `stop` ends everything that was started on it. */
export type Ground = Awaited<ReturnType<typeof prepareGround>>;

type Starting = {
  readonly parse?: ParseRecord;
  readonly database?: Database;
  readonly onLosses?: (losses: Losses) => void;
};

/** Prepares the ground for tests of the projector. */
export async function prepareGround() {
  const { url, drop } = await createTestDatabase();
  const prefix = testTopicPrefix();
  const logger = createLogger('test', { write: () => undefined });
  const kafka = createKafka(testBrokers(), 'relais-test', logger);
  await ensureTopics(kafka, prefix);
  const publisher = new EventPublisher(kafka, prefix, logger);
  const database = new Database(createDataSource(url, { program: 'relais-test' }));
  const stops: (() => Promise<void>)[] = [];

  /** Starts a projector; several may run. */
  async function project({ parse, onLosses, database: own = database }: Starting = {}): Promise<Projecting> {
    const projecting = await startProjecting({
      kafka,
      prefix,
      publisher,
      logger,
      parse,
      onLosses,
      database: own,
      onDeath: (reason) => {
        throw reason;
      },
    });
    stops.push(() => projecting.stop());
    return projecting;
  }

  /** Starts a relay of the outbox; several may run. */
  function relay(through: Pick<EventPublisher, 'send'> = publisher): OutboxRelay {
    const relay = new OutboxRelay({ databaseUrl: url, publisher: through, logger });
    relay.start();
    stops.push(() => relay.stop());
    return relay;
  }

  /** Takes the logs of all events away, as when Kafka's disk is lost, makes them anew, and puts these events into them. */
  async function loseLogs(events: readonly AnyEvent[]): Promise<void> {
    const admin = kafka.admin();
    await admin.connect();
    const topics = eventTopics.map((name) => topicOf(prefix, name));
    await admin.deleteTopics({ topics });
    await until(async () => {
      const left = await admin.listTopics();
      return !topics.some((topic) => left.includes(topic));
    }, 'the topics are gone');
    await admin.disconnect();
    await ensureTopics(kafka, prefix);
    const anew = new EventPublisher(kafka, prefix, logger);
    stops.push(() => anew.stop());
    await anew.publish(events);
  }

  /** Reads a topic from its beginning; the list grows. */
  async function read(topic: TopicName): Promise<readonly PlacedRecord[]> {
    const records: PlacedRecord[] = [];
    const runner = new ConsumerRunner({
      kafka,
      groupId: `${prefix}.reader.${stops.length}`,
      topics: [topicOf(prefix, topic)],
      handler: {
        positionsOf: async () => new Map(),
        handle: async (batch) => {
          records.push(...batch.records);
          return { position: batch.next };
        },
      },
      onDeath: () => undefined,
    });
    await runner.start();
    stops.push(() => runner.stop());
    return records;
  }

  return {
    url,
    prefix,
    kafka,
    logger,
    database,
    publisher,
    project,
    relay,
    loseLogs,
    read,
    /** Publishes a record as it is. */
    send: (record: Partial<OutgoingRecord>) =>
      publisher.send([{ topic: 'cases.v1', key: null, headers: {}, value: null, ...record }]),
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await publisher.stop();
      await database.stop();
      await drop();
    },
  };
}

const tables = {
  event_log: 'SELECT * FROM projection.event_log ORDER BY stream, subject, sequence',
  case_read: 'SELECT * FROM projection.case_read ORDER BY case_id',
  case_party: 'SELECT * FROM projection.case_party ORDER BY case_id, service_id',
  inbox_line: 'SELECT * FROM projection.inbox_line ORDER BY case_id, owner_service_id, key',
  measure_week: 'SELECT * FROM projection.measure_week ORDER BY cube, week, a, b, c, d, imported',
  case_row: 'SELECT * FROM projection.case_row ORDER BY case_id',
  referral_row: 'SELECT * FROM projection.referral_row ORDER BY case_id, place',
  feed: 'SELECT stream, subject, code, sequence, type, parties FROM projection.feed ORDER BY subject, sequence, position',
  parked: 'SELECT stream, subject, sequence, record FROM projection.parked ORDER BY stream, subject, sequence',
};

/** Everything a projection holds but when it was written. */
export async function contentOf(database: Database): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const [table, statement] of Object.entries(tables)) {
    content[table] = await database.query(statement);
  }
  return content;
}

/** How many events are in the log. */
export async function loggedEvents(database: Database): Promise<number> {
  const [row] = await database.query<{ events: number }>('SELECT count(*)::int AS events FROM projection.event_log');
  return row?.events ?? 0;
}

/** How many records are applied or set aside. */
export async function consumedRecords(database: Database): Promise<number> {
  const [row] = await database.query<{ records: number }>(
    'SELECT coalesce(sum(next), 0)::int AS records FROM projection.consumer_offset',
  );
  return row?.records ?? 0;
}

/** The dead letters, oldest first. */
export async function deadLettersOf(database: Database) {
  return database.query<{ id: string; reason: string; detail: string; redriven: boolean }>(
    `SELECT dead_letter_id AS id, reason, detail, redriven_at IS NOT NULL AS redriven FROM relais.dead_letter
      ORDER BY recorded_at, "offset"`,
  );
}
