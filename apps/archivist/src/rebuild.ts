import { createKafka } from '#messaging';
import { createDataSource, Database } from '#persistence/kernel';
import { createLogger, environmentShapes, readEnvironment, reasonOf } from '#runtime';
import { z } from 'zod';
import { rebuildArchive } from './rebuilding.js';

const { DATABASE_URL, KAFKA_BROKERS, TOPIC_PREFIX } = readEnvironment(
  z.object({ ...environmentShapes.database, ...environmentShapes.kafka }),
);
const database = new Database(createDataSource(DATABASE_URL, { program: 'relais-archive-rebuild' }));
const kafka = createKafka(KAFKA_BROKERS, 'relais-archive-rebuild', createLogger('rebuild'));

try {
  await rebuildArchive({ database, kafka, prefix: TOPIC_PREFIX, acceptLoss: process.argv.includes('--accept-loss') });
  console.log('The archive is empty; the archivists fill it again from the beginning of Kafka.');
} catch (error) {
  console.error(`The archive was left as it is. ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  await database.stop();
}
