import { environmentShapes, readEnvironment, reasonOf } from '#runtime';
import { z } from 'zod';
import { createDataSource } from './kernel/data-source.js';
import { Database } from './kernel/database.js';
import { forgetKey, keyNames } from './operations/installation-key.repository.js';

const [given, id = ''] = (process.argv[2] ?? '').split(':');
const name = keyNames.find((one) => one === given);
const { DATABASE_URL } = readEnvironment(z.object(environmentShapes.database));
const database = new Database(createDataSource(DATABASE_URL, { program: 'relais-forget-key', connections: 1 }));
try {
  if (name === undefined) {
    throw new Error(`Say which: ${keyNames.join(', ')}; of PAYLOAD_KEYS also the id, as in PAYLOAD_KEYS:k1.`);
  }
  if (!(await forgetKey(database, name, id))) {
    throw new Error(`No key was known as ${process.argv[2]}.`);
  }
  console.log('The key is forgotten; the next start takes what it is given in its place.');
} catch (error) {
  console.error(`Nothing was changed. ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  await database.stop();
}
