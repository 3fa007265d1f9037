import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The engines of a run, started as `npm start` starts them: what they acknowledge is on disk. */
export type Engines = {
  readonly temporal: Engine;
  readonly kafka: Engine;
  readonly postgres: Engine & { readonly url: string };
  /** A folder that PostgreSQL may write to. */
  readonly folder: string;
  stop(): Promise<void>;
};

type Engine = { readonly address: string; readonly pid: number };

type Started = Engine & { stop(): Promise<void> };
type Place = { readonly dir: string; readonly log: string; readonly port: number };
type Server<More = object> = { start(place: Place & { readonly controllerPort?: number }): Promise<Started & More> };

/** Loads a script of `npm start`; these are plain JavaScript and have no declarations. */
const script = <Module>(file: string): Promise<Module> =>
  import(pathToFileURL(path.join(process.cwd(), 'scripts', file)).href) as Promise<Module>;

const mark = /^relais-bench-(\d+)-/;

/** Starts the three engines in a folder of their own and makes test support use them. */
export async function startEngines(): Promise<Engines> {
  const [sqlServer, broker, temporalServer, ports, leftovers] = await Promise.all([
    script<Server<{ readonly url: string }>>('servers/postgres.mjs'),
    script<Server>('servers/kafka.mjs'),
    script<Server>('servers/temporal.mjs'),
    script<{ freePorts(count: number): Promise<number[]> }>('tools/ports.mjs'),
    script<{ recordProcesses(file: string): void; endLeftovers(file: string): Promise<void> }>('tools/leftovers.mjs'),
  ]);
  await sweep(leftovers.endLeftovers);
  const folder = mkdtempSync(path.join(os.tmpdir(), `relais-bench-${process.pid}-`));
  // PostgreSQL may run as another account.
  chmodSync(folder, 0o755);
  leftovers.recordProcesses(path.join(folder, 'processes.json'));
  const [sqlPort = 0, kafkaPort = 0, controllerPort = 0, temporalPort = 0] = await ports.freePorts(4);
  const place = (name: string) => ({ dir: path.join(folder, name), log: path.join(folder, `${name}.log`) });
  const [postgres, kafka, temporal] = await Promise.all([
    sqlServer.start({ ...place('postgres'), port: sqlPort }),
    broker.start({ ...place('kafka'), port: kafkaPort, controllerPort }),
    temporalServer.start({ ...place('temporal'), port: temporalPort }),
  ]);
  process.env['TEST_DATABASE_URL'] = postgres.url;
  process.env['TEST_KAFKA_BROKERS'] = kafka.address;
  process.env['TEST_TEMPORAL_ADDRESS'] = temporal.address;
  return {
    temporal,
    kafka,
    postgres,
    folder: path.join(folder, 'postgres'),
    stop: async () => {
      await Promise.all([postgres.stop(), kafka.stop(), temporal.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends and deletes what runs that were killed have left. */
async function sweep(endLeftovers: (file: string) => Promise<void>): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const owner = mark.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      const folder = path.join(os.tmpdir(), name);
      await endLeftovers(path.join(folder, 'processes.json'));
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
