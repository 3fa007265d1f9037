import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { invitationTimes } from '#domain/people';
import { environmentShapes, readEnvironment, reasonOf } from '#runtime';
import { createDataSource } from './kernel/data-source.js';
import { Database } from './kernel/database.js';
import { inviteFirstAdministrator } from './people/first-administrator.repository.js';

/**
 * Says how the first administrator comes in: by a link that is printed here and nowhere else, as long as there is none. With `--another`
 * also while there is one, who may have lost their passkey.
 */
const another = process.argv.includes('--another');
const { DATABASE_URL, PUBLIC_URL, SIGN_IN } = readEnvironment(
  z.object({
    ...environmentShapes.database,
    ...environmentShapes.publicAddress,
    SIGN_IN: environmentShapes.api.SIGN_IN,
  }),
);
const database = new Database(
  createDataSource(DATABASE_URL, { program: 'relais-first-administrator', connections: 1 }),
);
try {
  const secret = randomBytes(16).toString('base64url');
  const hash = createHash('sha256').update(secret).digest();
  if (!SIGN_IN.includes('development') && (await inviteFirstAdministrator(database, hash, another))) {
    console.log(
      `${another ? '' : 'Nobody administers this installation yet. '}Open this link within ${invitationTimes.firstHours} hours to become its administrator; it works once:\n${new URL(`/join#${secret}`, PUBLIC_URL).href}`,
    );
  }
} catch (error) {
  console.error(`No link for the first administrator could be made. ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  await database.stop();
}
