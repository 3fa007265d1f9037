import fs from 'node:fs/promises';
import { createKafka, ensureTopics, lostPlaces, TopicWatch, type Losses } from '#messaging';
import { ChannelListener, channels, createDataSource, Database } from '#persistence/kernel';
import { ProcessRepository } from '#persistence/operations';
import {
  createLogger,
  createRegistry,
  environmentShapes,
  LateStart,
  onShutdown,
  ownProcess,
  readEnvironment,
  showPresence,
  takeDown,
} from '#runtime';
import { z } from 'zod';
import { startArchiving } from './archiving.js';
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

let losses: Losses = new Map();
const loss = () => {
  const [first] = losses.values();
  return first && `${first}; restore Kafka, or accept the loss by a rebuild`;
};
const filer = new Filer({ database, folder, logger });
const watched = {
  database,
  topics,
  prefix,
  folder,
  filer,
  archivist: { trouble: (): string | undefined => archiving.trouble(({ archivist }) => archivist.trouble()) ?? loss() },
};
const registry = createRegistry();
registerMeasures(registry, watched);
const counters = registerCounters(registry);

const archiving = new LateStart({
  engine: 'Kafka',
  logger,
  start: async () => {
    await ensureTopics(kafka, prefix);
    return startArchiving({
      kafka,
      prefix,
      database,
      logger,
      onTaken: (events) => {
        counters.onTaken(events);
        filer.taken(events);
      },
      onPassedOver: counters.onPassedOver,
      onLosses: (now) => (losses = now),
      onDeath: (reason) => takeDown(reason, 'the archivist died'),
    });
  },
});

const checks = checksOf(watched);
const store = new ProcessRepository(database);
const figures = async () => ({ lost: lostPlaces(losses) });
await showPresence({ kind: 'archivist', host: HOST, port: HEALTH_PORT, checks, registry, store, logger, figures });

onShutdown(() => archiving.stop());
await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => logger.warn({ err: error }, 'no folder'));
if (await archiving.start()) {
  logger.info({ prefix }, 'archiving');
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
