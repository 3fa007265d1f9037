import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Ground } from '../../ground.js';

const run = promisify(execFile);

/**
 * Builds the projections anew with the built command, as an operator would.
 * @throws Error with what the command wrote, when it did not work
 */
export async function rebuildProjections({ databaseUrl, brokers, prefix }: Ground): Promise<void> {
  await run(process.execPath, [path.join(process.cwd(), 'dist/apps/projector/src/rebuild.js')], {
    env: {
      PATH: process.env['PATH'] ?? '',
      LOG_LEVEL: 'warn',
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: brokers.join(','),
      TOPIC_PREFIX: prefix,
    },
  });
}
