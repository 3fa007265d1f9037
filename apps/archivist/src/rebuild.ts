import { emptyArchive, fileAlone } from '#persistence/analysis';
import { createDataSource, Database } from '#persistence/kernel';
import { environmentShapes, readEnvironment, reasonOf } from '#runtime';
import { z } from 'zod';

const { DATABASE_URL } = readEnvironment(z.object(environmentShapes.database));
const database = new Database(createDataSource(DATABASE_URL, { program: 'relais-archive-rebuild' }));

try {
  await database.transaction(async (sql) => {
    await fileAlone(sql);
    await emptyArchive(sql);
  });
  console.log('The archive is empty; the archivists fill it again from the beginning of Kafka.');
} catch (error) {
  console.error(`The archive was left as it is. ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  await database.stop();
}
