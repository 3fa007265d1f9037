import fs from 'node:fs/promises';
import { createKafka, ensureTopics, TopicWatch } from '#messaging';
import { ChannelListener, channels, createDataSource, Database } from '#persistence/kernel';
import { ProcessRepository } from '#persistence/operations';
import {
  createLogger,
  createRegistry,
  environmentShapes,
  onceReachable,
  onShutdown,
  ownProcess,
  readEnvironment,
  showPresence,
  takeDown,
} from '#runtime';
import { z } from 'zod';
import { startArchiving, type Archiving } from './archiving.js';
import { Filer } from './filer.js';
import { checksOf, registerCounters, registerMeasures } from './measures.js';

const environment = readEnvironment(
  z.object({
    ...environmentShapes.database,
    ...environmentShapes.kafka,
    ...environmentShapes.archive,
    ...environmentShapes.archivist,
  }),
);
const { DATABASE_URL, KAFKA_BROKERS, TOPIC_PREFIX: prefix, ARCHIVE_FOLDER: folder, HEALTH_PORT, HOST } = environment;
const logger = createLogger('archivist');
// A file that is being written is finished.
ownProcess({ logger, deadlineMs: 20_000 });

const database = new Database(createDataSource(DATABASE_URL, { program: 'relais-archivist' }));
onShutdown(() => database.stop());
const kafka = createKafka(KAFKA_BROKERS, 'relais-archivist', logger);
const topics = new TopicWatch(kafka);
onShutdown(() => topics.stop());

const stopping = new AbortController();
let archiving: Archiving | undefined;
let starting: string | undefined = 'is starting';
const filer = new Filer({ database, folder, logger });
const watched = {
  database,
  topics,
  prefix,
  folder,
  filer,
  archivist: { trouble: () => starting ?? archiving?.archivist.trouble() },
};
const registry = createRegistry();
registerMeasures(registry, watched);
const counters = registerCounters(registry);

const checks = checksOf(watched);
const store = new ProcessRepository(database);
await showPresence({ kind: 'archivist', host: HOST, port: HEALTH_PORT, checks, registry, store, logger });

onShutdown(async () => {
  stopping.abort();
  await archiving?.stop();
});
await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => logger.warn({ err: error }, 'no folder'));
await onceReachable(
  { engine: 'Kafka', signal: stopping.signal, logger, onWait: (reason) => (starting = reason) },
  async () => {
    await ensureTopics(kafka, prefix);
    archiving = await startArchiving({
      kafka,
      prefix,
      database,
      logger,
      onTaken: (events) => {
        counters.onTaken(events);
        filer.taken(events);
      },
      onPassedOver: counters.onPassedOver,
      onDeath: (reason) => takeDown(reason, 'the archivist died'),
    });
    starting = undefined;
    logger.info({ prefix }, 'archiving');
  },
);
if (!stopping.signal.aborted) {
  filer.start();
  onShutdown(() => filer.stop());
  const listener = new ChannelListener(DATABASE_URL, {
    program: 'relais-archivist-listener',
    channels: [channels.filing],
    onNotice: () => filer.want(),
  });
  listener.start();
  onShutdown(() => listener.stop());
}
