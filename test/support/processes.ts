import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createDataSource } from '#persistence/kernel';
import { seedDirectory } from '../../scripts/demo/directory.js';
import { createTestDatabase } from './database.js';
import { testBrokers, testTopicPrefix } from './kafka.js';
import { recordLiving } from './living.js';
import { until } from './wait.js';

/** Tests and tools run in the project's folder, from their sources or compiled. */
const root = process.cwd();

/** One process of the system under test; it keeps its port and environment over a restart. */
export type TestProcess = {
  readonly url: string;
  pid(): number | undefined;
  /** Ends it with a signal and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again after `kill` and waits until it serves; what is given holds until the next restart. */
  restart(otherwise?: Otherwise): Promise<void>;
  /** Everything it wrote so far. */
  logs(): string;
  alive(): boolean;
  /** Of the process that runs now, undefined before the first. */
  pid(): number | undefined;
};

/** What is different in a process that is started again. */
export type Otherwise = {
  /** Folder of the built program instead of `dist`. */
  readonly dist?: string;
  readonly env?: Readonly<Record<string, string>>;
};

export type Stack = {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly prefix: string;
  readonly taskQueue: string;
  /** As in the environment variable PAYLOAD_KEYS. */
  readonly payloadKeys: string;
  /** As in the environment variable NOTES_KEY. */
  readonly notesKey: string;
  /** As in the environment variable ARCHIVE_FOLDER. */
  readonly archiveFolder: string;
  readonly api: TestProcess;
  /** Runs where `beside` names it, as the projector. */
  readonly worker: TestProcess;
  readonly projector: TestProcess;
  /** Runs only where it was asked for. */
  readonly archivist: TestProcess;
  /** All processes of each kind, when there are several. */
  readonly copies: Readonly<Record<'apis' | 'workers' | 'projectors' | 'archivists', readonly TestProcess[]>>;
  stop(): Promise<void>;
};

/** Addresses that the processes use instead of those of the test run, for example of a proxy. */
export type StackOptions = {
  readonly databaseUrl?: string;
  readonly prefix?: string;
  readonly temporalAddress?: string;
  readonly brokers?: string;
  /** How many of each process; 1 unless said otherwise. */
  readonly copies?: number;
  /** Whether archivists run too: where analysts are at work. */
  readonly archivist?: boolean;
  /** What runs beside the API where nothing is asked of the others; each start costs seconds. Worker and projector unless said otherwise. */
  readonly beside?: readonly ('worker' | 'projector')[];
  /** Whether start waits until Kafka serves; false when it is away on purpose. */
  readonly awaitProjector?: boolean;
  /** Options of Node itself, by part. */
  readonly flags?: Partial<Record<'api' | 'worker' | 'projector' | 'archivist', readonly string[]>>;
  /** Variables on top of the ordinary ones; with `PORT` it is known beforehand where the API answers. */
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starting is a fixed amount of work: a machine with much else to do may take minutes for it. */
const startPatience = 300_000;

const living = new Set<ChildProcess>();
process.once('exit', () => living.forEach((child) => child.kill('SIGKILL')));

const lowestPort = 21_000;
const highestPort = 29_000;

/** A free port below the range from which systems give ports to outgoing connections, so that none takes ours during a restart. */
export async function freePort(): Promise<number> {
  const port = lowestPort + Math.floor(Math.random() * (highestPort - lowestPort));
  const isFree = await new Promise<boolean>((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(3_000) })).ok;
}

/** A built program and how it is run. */
export type Program = {
  readonly name: string;
  /** In `dist`. */
  readonly file: string;
  readonly port: number;
  readonly env: Record<string, string>;
  /** Options of Node itself. */
  readonly flags?: readonly string[];
  /** The path that answers 200 once the process serves. */
  readonly ready: string;
  /** Folder of the build, `dist` unless said otherwise. */
  readonly dist?: string | undefined;
  /** Milliseconds until it must serve; one that ends is noticed at once, so they only bound how long one that hangs is waited for. */
  readonly patience?: number;
};

/** A process of a built program; `restart` starts it for the first time too. */
export function processOf(program: Program): TestProcess {
  const { name, file, port, ready, flags = [] } = program;
  const url = `http://localhost:${port}`;
  let written = '';
  let child: ChildProcess | undefined;
  let gone = Promise.resolve();
  const start = async ({ dist = program.dist ?? path.join(root, 'dist'), env }: Otherwise = {}) => {
    const started = spawn(process.execPath, [...flags, path.join(dist, file)], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'info', ...program.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    living.add(started);
    recordLiving(living);
    started.stdout.on('data', (text) => (written += String(text)));
    started.stderr.on('data', (text) => (written += String(text)));
    gone = new Promise((resolve) => started.once('exit', () => resolve()));
    started.once('exit', () => {
      living.delete(started);
      recordLiving(living);
    });
    const serves = async () => {
      if (started.exitCode !== null || started.signalCode !== null) {
        return 'ended';
      }
      return (await answers(url + ready)) && 'serves';
    };
    await until(serves, `${name} serves`, program.patience ?? startPatience).catch((error: unknown) => {
      throw new Error(`${name} does not serve:\n${written}`, { cause: error });
    });
    if (started.exitCode !== null || started.signalCode !== null) {
      throw new Error(`${name} ended by itself:\n${written}`);
    }
  };
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child?.kill(signal);
    await gone;
  };
  return {
    url,
    pid: () => (child !== undefined && living.has(child) ? child.pid : undefined),
    kill,
    restart: start,
    logs: () => written,
    alive: () => child !== undefined && living.has(child),
  };
}

function temporalOfTheRun(): string {
  const address = process.env['TEST_TEMPORAL_ADDRESS'];
  if (address === undefined) {
    throw new Error('TEST_TEMPORAL_ADDRESS is missing: run this test with `npm test`');
  }
  return address;
}

/** Writes the demonstration's directory: the people one signs in as. */
export async function seed(databaseUrl: string): Promise<void> {
  const source = await createDataSource(databaseUrl, { connections: 2 }).initialize();
  try {
    await seedDirectory(source);
  } finally {
    await source.destroy();
  }
}

/** Starts the built api, worker and projector with a database, topics and a task queue of their own. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const own = options.databaseUrl === undefined ? await createTestDatabase() : undefined;
  const databaseUrl = options.databaseUrl ?? own?.url ?? '';
  if (own !== undefined) {
    await seed(own.url);
  }
  const prefix = options.prefix ?? testTopicPrefix();
  const archiveFolder = await mkdtemp(path.join(os.tmpdir(), 'relais-test-archive-'));
  const env = {
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: options.brokers ?? testBrokers().join(','),
    TOPIC_PREFIX: prefix,
    TEMPORAL_ADDRESS: options.temporalAddress ?? temporalOfTheRun(),
    TEMPORAL_TASK_QUEUE: `test-${randomUUID()}`,
    PAYLOAD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    NOTES_KEY: randomBytes(32).toString('base64'),
    DISCLOSURE_KEY: randomBytes(32).toString('base64'),
    ARCHIVE_FOLDER: archiveFolder,
    SIGN_IN: 'development,mail',
    ...options.environment,
  };
  const whole = options.awaitProjector ?? true;
  const several = async (name: keyof NonNullable<StackOptions['flags']>, variable: string, ready: string) => {
    const made: TestProcess[] = [];
    for (let copy = 0; copy < (options.copies ?? 1); copy++) {
      const port = Number(options.environment?.[variable] ?? (await freePort()));
      const file = `apps/${name}/main.js`;
      // Where its pages are: a passkey is of one address.
      const own = { PUBLIC_URL: `http://localhost:${port}`, ...env, [variable]: String(port) };
      const dist = name === 'api' ? process.env['TEST_API_DIST'] : undefined;
      made.push(processOf({ name, file, port, env: own, flags: options.flags?.[name], ready, dist }));
    }
    return made;
  };
  const background = whole ? '/health/ready' : '/health/live';
  const copies = {
    apis: await several('api', 'PORT', '/health/live'),
    workers: await several('worker', 'HEALTH_PORT', background),
    projectors: await several('projector', 'HEALTH_PORT', background),
    archivists: await several('archivist', 'HEALTH_PORT', background),
  };
  const [api, worker, projector, archivist] = Object.values(copies).map(([first]) => first);
  if (api === undefined || worker === undefined || projector === undefined || archivist === undefined) {
    throw new Error('a stack has at least one of each process');
  }
  const all = Object.values(copies).flat();
  const { beside = ['worker', 'projector'], archivist: withArchivist = false } = options;
  const wanted = [
    ...copies.apis,
    ...(beside.includes('worker') ? copies.workers : []),
    ...(beside.includes('projector') ? copies.projectors : []),
    ...(withArchivist ? copies.archivists : []),
  ];
  const stop = async () => {
    await Promise.all(all.map((one) => one.kill()));
    await own?.drop();
    await rm(archiveFolder, { recursive: true, force: true });
  };
  try {
    await Promise.all(wanted.map((one) => one.restart()));
  } catch (error) {
    await stop();
    throw error;
  }
  const { TEMPORAL_TASK_QUEUE: taskQueue, PAYLOAD_KEYS: payloadKeys, NOTES_KEY: notesKey } = env;
  return {
    apiUrl: api.url,
    databaseUrl,
    prefix,
    taskQueue,
    payloadKeys,
    notesKey,
    archiveFolder,
    api,
    worker,
    projector,
    archivist,
    copies,
    stop,
  };
}
