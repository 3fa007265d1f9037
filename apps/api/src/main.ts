import 'reflect-metadata';
import { createDataSource, Database, FeedListener } from '#persistence';
import { createLogger, createRegistry, onShutdown, ownProcess, readEnvironment } from '#runtime';
import { CaseClient, parsePayloadKeys } from '#temporal';
import { ApiEnvironment } from './environment.js';
import { LiveHub } from './live/live-hub.js';
import { createApplication } from './system/application.js';

const environment = readEnvironment(ApiEnvironment);
const logger = createLogger('api');
ownProcess({ logger });

const database = new Database(createDataSource(environment.DATABASE_URL, { program: 'relais-api', connections: 10 }));
onShutdown(() => database.stop());

const client = CaseClient.to(
  {
    address: environment.TEMPORAL_ADDRESS,
    namespace: environment.TEMPORAL_NAMESPACE,
    keys: parsePayloadKeys(environment.PAYLOAD_KEYS),
  },
  { taskQueue: environment.TEMPORAL_TASK_QUEUE },
);
onShutdown(() => client.close());

const registry = createRegistry();
const app = await createApplication(
  {
    database,
    client,
    notesKey: environment.NOTES_KEY,
    developmentSignIn: environment.SIGN_IN === 'development',
    checks: {
      postgresql: async () => void (await database.query('SELECT 1')),
      temporal: async () => ((await client.isReachable()) ? undefined : 'Temporal does not answer'),
    },
    registry,
    logger,
  },
  { logger, registry },
);
onShutdown(() => app.close());

const hub = app.get(LiveHub);
const listener = new FeedListener(
  environment.DATABASE_URL,
  () => hub.changed(),
  (session) => hub.endSession(session),
);
listener.start();
hub.start();
onShutdown(async () => {
  hub.stop();
  await listener.stop();
});

await app.listen(environment.PORT, environment.HOST);
logger.info({ port: environment.PORT }, 'serving');
