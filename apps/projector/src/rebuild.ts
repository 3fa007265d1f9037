import { createKafka } from '#messaging';
import { createDataSource, Database } from '#persistence/kernel';
import { createLogger, environmentShapes, readEnvironment, reasonOf } from '#runtime';
import { z } from 'zod';
import { rebuild } from './rebuilding.js';

const { DATABASE_URL, KAFKA_BROKERS, TOPIC_PREFIX } = readEnvironment(
  z.object({ ...environmentShapes.database, ...environmentShapes.kafka }),
);
const logger = createLogger('rebuild');
const database = new Database(createDataSource(DATABASE_URL, { program: 'relais-rebuild' }));
const kafka = createKafka(KAFKA_BROKERS, 'relais-rebuild', logger);

try {
  await rebuild({
    database,
    kafka,
    logger,
    prefix: TOPIC_PREFIX,
    acceptLoss: process.argv.includes('--accept-loss'),
    onProgress: (applied, all) => console.log(`${applied} of ${all} records applied`),
  });
  console.log('The projection was rebuilt and has taken over.');
} catch (error) {
  console.error(`The projection was not rebuilt; the one that served goes on. ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  await database.stop();
}
