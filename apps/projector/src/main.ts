import { createKafka, ensureTopics, EventPublisher, TopicWatch } from '#messaging';
import { createDataSource, Database } from '#persistence/kernel';
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
import { batchMeasures } from './measured-handler.js';
import { checksOf, registerCounters, registerMeasures } from './measures.js';
import { OutboxRelay } from './outbox-relay.js';
import { ProgressWatch } from './progress.js';
import { startProjecting } from './projecting.js';

const environment = readEnvironment(
  z.object({
    ...environmentShapes.database,
    ...environmentShapes.kafka,
    ...environmentShapes.publicAddress,
    ...environmentShapes.projector,
  }),
);
const { DATABASE_URL, KAFKA_BROKERS, TOPIC_PREFIX: prefix, PUBLIC_URL: publicUrl, HEALTH_PORT, HOST } = environment;
const logger = createLogger('projector');
ownProcess({ logger });

const database = new Database(createDataSource(DATABASE_URL, { program: 'relais-projector' }));
onShutdown(() => database.stop());
const kafka = createKafka(KAFKA_BROKERS, 'relais-projector', logger);
const watch = new TopicWatch(kafka);
onShutdown(() => watch.stop());
const publisher = new EventPublisher(kafka, prefix, logger, publicUrl);
onShutdown(() => publisher.stop());

const registry = createRegistry();
const progress = new ProgressWatch(database, watch, prefix);
const watched = {
  database,
  progress,
  projector: { trouble: (): string | undefined => projecting.trouble(({ projector }) => projector.trouble()) },
  relay: { trouble: (): string | undefined => relay.trouble() },
};
registerMeasures(registry, watched);
const counters = registerCounters(registry);
const watchBatches = batchMeasures(registry);
const relay = new OutboxRelay({
  databaseUrl: DATABASE_URL,
  publisher,
  publicUrl,
  logger,
  onSent: counters.onSent,
});

const projecting = new LateStart({
  engine: 'Kafka',
  logger,
  start: async () => {
    await ensureTopics(kafka, prefix);
    return startProjecting({
      kafka,
      prefix,
      database,
      publisher,
      logger,
      onApplied: counters.onApplied,
      onLosses: (losses) => progress.note(losses),
      watched: watchBatches,
      onDeath: (reason) => takeDown(reason, 'the projector died'),
    });
  },
});

const checks = checksOf(watched);
const store = new ProcessRepository(database);
const figures = () => progress.tell();
await showPresence({ kind: 'projector', host: HOST, port: HEALTH_PORT, checks, registry, store, logger, figures });

onShutdown(() => projecting.stop());
if (await projecting.start()) {
  logger.info({ prefix }, 'projecting');
  relay.start();
  onShutdown(() => relay.stop());
}
