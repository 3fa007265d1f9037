import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { createKafka, ensureTopics, EventPublisher, topicOf, TopicWatch } from '#messaging';
import { NoteRepository, opensNotes } from '#persistence/case';
import { createDataSource } from '#persistence/kernel';
import { databaseWithKeys, ProcessRepository, requireKeys } from '#persistence/operations';
import {
  createLogger,
  createRegistry,
  type HealthChecks,
  onceReachable,
  onShutdown,
  ownProcess,
  readEnvironment,
  showPresence,
  takeDown,
} from '#runtime';
import { parsePayloadKeys } from '#temporal';
import { WorkerEnvironment } from './environment.js';
import { installRuntime } from './temporal-log.js';
import { MembershipSweep } from './people/membership-sweep.js';
import { WorkerModule } from './worker.module.js';
import { WorkerRunner } from './worker.runner.js';
import { WorkerSettings } from './worker.settings.js';

const environment = readEnvironment(WorkerEnvironment);
const { DATABASE_URL, HEALTH_PORT, KAFKA_BROKERS, NOTES_KEY, TOPIC_PREFIX: prefix } = environment;
const logger = createLogger('worker');
ownProcess({ logger, deadlineMs: 20_000 });
installRuntime(logger);

const database = databaseWithKeys(createDataSource(DATABASE_URL, { program: 'relais-worker', connections: 4 }), [
  ...parsePayloadKeys(environment.PAYLOAD_KEYS).map((key) => ({ name: 'PAYLOAD_KEYS', ...key }) as const),
  { name: 'NOTES_KEY', id: '', bytes: NOTES_KEY, fits: (sql) => opensNotes(sql, NOTES_KEY) },
  { name: 'DISCLOSURE_KEY', id: '', bytes: environment.DISCLOSURE_KEY },
]);
onShutdown(() => database.stop());
await requireKeys(database, logger);
const kafka = createKafka(KAFKA_BROKERS, 'relais-worker', logger);
const watch = new TopicWatch(kafka);
onShutdown(() => watch.stop());
const publisher = new EventPublisher(kafka, prefix, logger, environment.PUBLIC_URL);
onShutdown(() => publisher.stop());

const registry = createRegistry();
const bundlePath = fileURLToPath(new URL('../../../workflows/workflow-bundle.js', import.meta.url));
const settings = new WorkerSettings(environment, logger, bundlePath);
const notes = new NoteRepository(database, NOTES_KEY);
const app = await NestFactory.createApplicationContext(
  WorkerModule.of({ settings, publisher, database, notes, registry }),
  {
    logger: ['error', 'warn'],
    abortOnError: false,
  },
);
onShutdown(() => app.close());
const runner = app.get(WorkerRunner);
const memberships = app.get(MembershipSweep);

const checks: HealthChecks = {
  temporal: () => runner.check(),
  kafka: async () => void (await watch.endsOf(topicOf(prefix, 'cases.v1'))),
  postgresql: async () => void (await database.query('SELECT 1')),
};
const store = new ProcessRepository(database);
await showPresence({ kind: 'worker', host: environment.HOST, port: HEALTH_PORT, checks, registry, store, logger });

const stopping = new AbortController();
onShutdown(async () => {
  stopping.abort();
  await Promise.all([runner.stop(), memberships.stop()]);
});
memberships.start();
// Temporal alone is needed to answer commands; their events wait in the workflows until Kafka is there.
runner.start((reason) => takeDown(reason, 'the Temporal worker died'));
await onceReachable({ engine: 'Kafka', signal: stopping.signal, logger }, async () => {
  await ensureTopics(kafka, prefix);
  logger.info({ prefix }, 'Kafka is reached');
});
