import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { writeWhole } from '../tools/files.mjs';
import { commandLineOf } from '../tools/foreign.mjs';
import { findPrograms } from '../tools/postgres-programs.mjs';
import { run, startProcess, tail, waitUntilReady } from '../tools/processes.mjs';
import { Trouble } from '../tools/say.mjs';
import { accountFor, commandAs } from '../tools/unprivileged.mjs';

const USER = 'postgres';
const RETRY_FOR_MS = 20_000;
// After a kill of the main process its children need a moment to notice and end.
const STILL_ENDING = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/;

/**
 * Finds the programs of PostgreSQL 18: on PATH or in node_modules.
 * @returns {Promise<{ initdb: string, postgres: string, taken: string }>}
 */
export function resolve() {
  return findPrograms();
}

/**
 * Starts PostgreSQL on 127.0.0.1; its folder survives a kill at any moment. Works as root and as any other user.
 * @param {object} options
 * @param {string} options.dir folder of the data and of the generated password
 * @param {number} options.port
 * @param {string} options.log file
 * @param {string} [options.database] created when missing; the url names it
 * @param {Record<string, string>} [options.settings] more settings of the server
 */
export async function start({ dir, port, log, database = 'postgres', settings = {} }) {
  const programs = await resolve();
  const data = path.join(dir, 'data');
  fs.mkdirSync(dir, { recursive: true });
  const account = accountFor(data);
  const password = passwordIn(dir, account);
  await initialiseOnce({ programs, dir, data, account, log });
  refuseOtherVersion(data, programs);
  await removeStaleLock(data);
  /** @param {string} name */
  const urlOf = (name) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${name}`;
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...settings };
  const flags = Object.entries({ port: String(port), ...all }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const launch = () =>
    startProcess({
      name: 'PostgreSQL',
      ...commandAs(programs.postgres, ['-D', data, ...flags], account, [programs.postgres, data]),
      cwd: '/',
      log,
      mark: data,
      stopSignal: 'SIGINT', // "fast": SIGTERM would wait for every client to go away
    });
  const running = await launchPatiently({ launch, log, probe: () => answers(urlOf('postgres')) });
  if (database !== 'postgres') {
    await createDatabase(urlOf('postgres'), database);
  }
  return { url: urlOf(database), address: `127.0.0.1:${port}`, taken: programs.taken, ...running };
}

/**
 * @param {object} options
 * @param {() => Promise<import('../tools/processes.mjs').Running>} options.launch
 * @param {string} options.log
 * @param {() => Promise<boolean>} options.probe
 */
async function launchPatiently({ launch, log, probe }) {
  const until = Date.now() + RETRY_FOR_MS;
  for (;;) {
    const running = await launch();
    try {
      await waitUntilReady({ name: 'PostgreSQL', running, log, probe });
      return running;
    } catch (error) {
      if (Date.now() > until || running.alive() || !STILL_ENDING.test(tail(log))) {
        throw error;
      }
      await delay(200);
    }
  }
}

/** @param {string} dir @param {import('../tools/unprivileged.mjs').Account | undefined} account */
function passwordIn(dir, account) {
  const file = path.join(dir, 'password');
  if (!fs.existsSync(file)) {
    if (fs.existsSync(path.join(dir, 'data'))) {
      throw new Trouble(
        `${file} is missing, and without it nobody gets into the data beside it: bring it back from a backup. If nothing of that data is needed any more, \`npm start -- --fresh\` begins anew.`,
      );
    }
    writeWhole(file, `${crypto.randomBytes(18).toString('hex')}\n`, { mode: 0o600 });
  }
  if (account) {
    fs.chownSync(file, account.uid, account.gid);
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/**
 * Makes a cluster in a draft folder that is renamed at the end, so an interrupted one is not taken for whole.
 * @param {object} options
 * @param {import('../tools/postgres-programs.mjs').Programs} options.programs
 * @param {string} options.dir
 * @param {string} options.data
 * @param {import('../tools/unprivileged.mjs').Account | undefined} options.account
 * @param {string} options.log
 */
async function initialiseOnce({ programs, dir, data, account, log }) {
  if (fs.existsSync(data)) {
    return;
  }
  const draft = path.join(dir, 'draft');
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  if (account) {
    fs.chownSync(draft, account.uid, account.gid);
  }
  const args = [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${path.join(dir, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--no-instructions',
    // The same order of text on every machine.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const as = commandAs(programs.initdb, args, account, [programs.initdb, draft]);
  await run('Making the database folder', as.command, as.args, { log, cwd: '/', uid: as.uid, gid: as.gid });
  fs.renameSync(draft, data);
}

/** @param {string} data @param {import('../tools/postgres-programs.mjs').Programs} programs */
function refuseOtherVersion(data, programs) {
  const version = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') {
    throw new Trouble(
      `The data in ${data} is of PostgreSQL ${version} and the program (${programs.taken}) is 18: delete the folder or use \`npm start -- --fresh\`.`,
    );
  }
}

/**
 * After a restart of the machine the process id in a left-over lock may belong to somebody else; PostgreSQL would then
 * refuse to start. A lock of a living PostgreSQL is left alone.
 * @param {string} data
 */
async function removeStaleLock(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) {
    return;
  }
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const commandLine = pid ? await commandLineOf(pid) : undefined;
  if (!commandLine?.includes('postgres')) {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} url */
async function answers(url) {
  await withClient(url, (client) => client.query('SELECT 1'));
  return true;
}

/** @param {string} url @param {string} database */
function createDatabase(url, database) {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    }
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 */
async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
