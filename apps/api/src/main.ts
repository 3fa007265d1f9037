import 'reflect-metadata';
import path from 'node:path';
import { QueryRunner } from '#archive';
import { caseStatuses } from '#contracts/case/codes';
import { codesOf } from '#contracts/kernel/codes';
import { opensNotes } from '#persistence/case';
import { createDataSource, FeedListener } from '#persistence/kernel';
import { databaseWithKeys, ProcessRepository, requireKeys, RunningRepository } from '#persistence/operations';
import {
  Aside,
  createLogger,
  createRegistry,
  Heartbeat,
  type HealthChecks,
  onShutdown,
  ownProcess,
  readEnvironment,
  registerProcessMeasures,
} from '#runtime';
import { CaseClient, ClockClient, EpochClient, parsePayloadKeys, QueueWatch } from '#temporal';
import { TailHub } from './analysis/tail-hub.js';
import { ApiEnvironment } from './environment.js';
import { answerUnread } from './kernel/problems/unread.js';
import { Installation } from './kernel/system/installation.js';
import { LiveHub } from './kernel/live/live-hub.js';
import { registerOperationsMeasures } from './operations/operations.measures.js';
import { AnalyticsWatch } from './analysis/analytics-watch.js';
import { createApplication } from './application.js';

const environment = readEnvironment(ApiEnvironment);
const logger = createLogger('api');
ownProcess({ logger });

const keys = parsePayloadKeys(environment.PAYLOAD_KEYS);
const { NOTES_KEY: notesKey } = environment;
const database = databaseWithKeys(
  createDataSource(environment.DATABASE_URL, { program: 'relais-api', connections: 10 }),
  [
    ...keys.map((key) => ({ name: 'PAYLOAD_KEYS', ...key }) as const),
    { name: 'NOTES_KEY', id: '', bytes: notesKey, fits: (sql) => opensNotes(sql, notesKey) },
  ],
);
onShutdown(() => database.stop());
await requireKeys(database, logger);

const client = CaseClient.to(
  {
    address: environment.TEMPORAL_ADDRESS,
    namespace: environment.TEMPORAL_NAMESPACE,
    keys,
  },
  { taskQueue: environment.TEMPORAL_TASK_QUEUE },
);
onShutdown(() => client.close());

const installation = {
  address: environment.TEMPORAL_ADDRESS,
  namespace: environment.TEMPORAL_NAMESPACE,
  taskQueue: environment.TEMPORAL_TASK_QUEUE,
  keys,
};
const epochs = EpochClient.to(installation);
onShutdown(() => epochs.close());
const clocks = ClockClient.to(installation);
onShutdown(() => clocks.close());

const queue = new QueueWatch({
  address: environment.TEMPORAL_ADDRESS,
  namespace: environment.TEMPORAL_NAMESPACE,
  taskQueue: environment.TEMPORAL_TASK_QUEUE,
  statuses: codesOf(caseStatuses),
});
onShutdown(() => queue.close());

const runner = new QueryRunner({ folder: environment.ARCHIVE_FOLDER });
runner.start();
onShutdown(() => runner.stop());

// In one file, as this program: what a thread needs of the house is little.
const aside = new Aside({ program: path.resolve(import.meta.dirname, '../aside.js') });
onShutdown(() => aside.stop());

const registry = createRegistry();
const checks: HealthChecks = {
  postgresql: async () => void (await database.query('SELECT 1')),
  temporal: async () => ((await client.isReachable()) ? undefined : 'Temporal does not answer'),
};
const store = new ProcessRepository(database);
const heartbeat = new Heartbeat({
  kind: 'api',
  port: environment.PORT,
  checks,
  store,
  logger,
  folder: environment.ARCHIVE_FOLDER,
});
onShutdown(() => heartbeat.stop());
registerProcessMeasures(registry, 'api', heartbeat);
registerOperationsMeasures(registry, { queue, running: new RunningRepository(database) });

const app = await createApplication(
  {
    database,
    client,
    epochs,
    clocks,
    queue,
    notesKey,
    installation: new Installation(environment.PUBLIC_URL, environment.TOPIC_PREFIX, environment.ACCESSIBILITY_CONTACT),
    ...(environment.CHROMIUM_PATH !== undefined && { chromium: environment.CHROMIUM_PATH }),
    archiveFolder: environment.ARCHIVE_FOLDER,
    backupNote: environment.BACKUP_NOTE,
    runner,
    aside,
    signIn: environment.SIGN_IN,
    ...(environment.MAIL_SERVER !== undefined &&
      environment.MAIL_FROM !== undefined && {
        mail: { server: environment.MAIL_SERVER, from: environment.MAIL_FROM },
      }),
    proxies: environment.TRUST_PROXY,
    providers: environment.providers,
    checks,
    registry,
    logger,
  },
  { logger, registry },
);
onShutdown(() => app.close());

const hub = app.get(LiveHub);
const tails = app.get(TailHub);
const listener = new FeedListener(environment.DATABASE_URL, {
  feed: () => hub.changed(),
  archive: () => tails.changed(),
  sessions: (session) => {
    hub.endSession(session);
    tails.endSession(session);
  },
  rights: (personId) => {
    hub.rightsChanged(personId);
    tails.rightsChanged(personId);
  },
});
listener.start();
hub.start();
tails.start();
onShutdown(async () => {
  hub.stop();
  tails.stop();
  await listener.stop();
});

const watch = new AnalyticsWatch({ database, logger, seconds: environment.ANALYTICS_SECONDS });
onShutdown(() => watch.stop());
watch.start();

answerUnread(app.getHttpServer());
await app.listen(environment.PORT, environment.HOST);
heartbeat.start();
logger.info({ port: environment.PORT }, 'serving');
