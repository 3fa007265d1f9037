import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as chromium from '../servers/chromium.mjs';
import * as kafka from '../servers/kafka.mjs';
import * as postgres from '../servers/postgres.mjs';
import * as testServer from '../servers/temporal-test-server.mjs';
import * as temporal from '../servers/temporal.mjs';
import { endLeftovers } from './leftovers.mjs';
import { unmountIn } from './mounts.mjs';
import { freePorts } from './ports.mjs';
import { commandLineOf } from './foreign.mjs';
import { say, seconds } from './say.mjs';

const FOLDER = /^relais-(?:test|chaos|mutants)-(\d+)-/;
const OWNER = /scripts\/test\.mjs|scripts\/mutate-rights\.mjs|test\/chaos\/main/;
const PROCESSES = 'processes.json';

// A test's database need not survive a power cut; it does survive a kill of its processes.
const quick = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // A run makes dozens of databases and drops them: tidying each every minute would be work for nobody.
  autovacuum_naptime: '1h',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
};

/** Makes the folder for one run's data. @param {'test' | 'chaos' | 'mutants'} [kind] */
export function makeTestFolder(kind = 'test') {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `relais-${kind}-${process.pid}-`));
  fs.chmodSync(folder, 0o755); // PostgreSQL may run as another account
  return { folder, processes: path.join(folder, PROCESSES) };
}

/** Ends and deletes what runs that were killed have left. */
export async function sweepTestFolders() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = FOLDER.exec(name)?.[1];
    if (owner && !OWNER.test((await commandLineOf(Number(owner))) ?? '')) {
      await removeTestFolder(path.join(os.tmpdir(), name));
    }
  }
}

/** Ends what still runs on the data in a folder and in the folders of its arenas, and deletes it. @param {string} folder */
export async function removeTestFolder(folder) {
  const arenas = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const arena of arenas) {
    await endLeftovers(path.join(folder, arena.name, PROCESSES));
  }
  await endLeftovers(path.join(folder, PROCESSES));
  await unmountIn(folder);
  fs.rmSync(folder, { recursive: true, force: true });
}

/**
 * Starts the servers of a test run on free ports, side by side, and finds the programs that tests start by themselves.
 * @param {string} folder
 * @returns {Promise<Record<string, string>>} the environment in which tests find them
 */
export async function startTestServers(folder) {
  const from = Date.now();
  const [sqlPort = 0, kafkaPort = 0, controllerPort = 0, temporalPort = 0] = await freePorts(4);
  /** @param {string} name */
  const place = (name) => ({ dir: path.join(folder, name), log: path.join(folder, `${name}.log`) });
  // Building comes first and one at a time, so that its progress can be read.
  const skipper = await testServer.resolve();
  const browser = await chromium.resolve();
  await temporal.resolve();
  await kafka.resolve();
  const [sql, broker, server] = await Promise.all([
    postgres.start({ ...place('postgres'), port: sqlPort, settings: quick }),
    kafka.start({ ...place('kafka'), port: kafkaPort, controllerPort, brief: true }),
    temporal.start({ ...place('temporal'), port: temporalPort, durable: false }),
  ]);
  say(
    `Test servers are up after ${seconds(from)} s: PostgreSQL ${sql.address} (${sql.taken}), Kafka ${broker.address}`,
  );
  say(`  (${broker.taken}), Temporal ${server.address} (${server.taken}), time skipping (${skipper.taken}),`);
  say(`  Chromium (${browser.taken}).`);
  return {
    TEST_FOLDER: folder,
    TEST_DATABASE_URL: sql.url,
    TEST_KAFKA_BROKERS: broker.address,
    TEST_TEMPORAL_ADDRESS: server.address,
    TEST_TEMPORAL_SERVER_PATH: skipper.file,
  };
}
