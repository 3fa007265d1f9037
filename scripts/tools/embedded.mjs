import path from 'node:path';
import * as kafka from '../servers/kafka.mjs';
import * as postgres from '../servers/postgres.mjs';
import * as temporal from '../servers/temporal.mjs';
import { copyPortsOf } from './copies.mjs';
import { isPortFree } from './ports.mjs';
import { say, seconds, Trouble } from './say.mjs';
import { supervise } from './supervisor.mjs';

const PORT_BASE = 'RELAIS_PORT_BASE';

/** All ports of a start, beginning at RELAIS_PORT_BASE (8400). @param {NodeJS.ProcessEnv} env */
export function portsOf(env) {
  const base = Number(env[PORT_BASE] || 8400);
  if (!Number.isInteger(base) || base < 1024 || base > 65_500) {
    throw new Trouble(`${PORT_BASE} is ${env[PORT_BASE]} and must be a number from 1024 to 65500.`);
  }
  return {
    api: Number(env.PORT || base),
    worker: base + 1,
    projector: base + 2,
    postgres: base + 3,
    kafka: base + 4,
    controller: base + 5,
    temporal: base + 6,
    temporalUi: base + 7,
    archivist: base + 8,
  };
}

/** Which of the ports this start will use: not those of servers whose address is given. @param {NodeJS.ProcessEnv} env @param {number} copies */
function neededPorts(env, copies) {
  const ports = portsOf(env);
  const ofCopies = copyPortsOf(ports, copies).flatMap((one, index) =>
    Object.entries(one).map(([name, port]) => [`${name} ${index + 1}`, port]),
  );
  return Object.entries({
    ...(copies > 1 ? { 'the balancer': ports.api } : {}),
    ...Object.fromEntries(ofCopies),
    ...(env.DATABASE_URL ? {} : { PostgreSQL: ports.postgres }),
    ...(env.KAFKA_BROKERS ? {} : { Kafka: ports.kafka, "Kafka's controller": ports.controller }),
    ...(env.TEMPORAL_ADDRESS ? {} : { Temporal: ports.temporal, "Temporal's pages": ports.temporalUi }),
  });
}

/** Refuses when a port is in use. @param {NodeJS.ProcessEnv} env @param {number} copies of each process of Relais */
export async function requireFreePorts(env, copies) {
  for (const [user, port] of neededPorts(env, copies)) {
    if (!(await isPortFree(port))) {
      throw new Trouble(
        `Port ${port} (for ${user}) is in use: stop what uses it, or set ${PORT_BASE} to begin elsewhere, e.g. ${PORT_BASE}=8500.`,
      );
    }
  }
}

/**
 * @typedef {object} Embedded
 * @property {string} name
 * @property {string | undefined} given address from the environment, which replaces the server
 * @property {string} file name of its folder and of its log
 * @property {() => Promise<unknown>} ready when its program is here
 * @property {(place: { dir: string, log: string }) => Promise<Launched>} launch
 */
/** @typedef {import('./processes.mjs').Running & { taken: string, reach: string }} Launched reach: what others need to connect */

/** @param {NodeJS.ProcessEnv} env @param {Promise<unknown>} installed @returns {[Embedded, Embedded, Embedded]} */
function serversOf(env, installed) {
  const ports = portsOf(env);
  return [
    {
      name: 'PostgreSQL',
      given: env.DATABASE_URL,
      file: 'postgres',
      ready: () => installed,
      async launch(place) {
        const server = await postgres.start({ ...place, port: ports.postgres, database: 'relais' });
        return { ...server, reach: server.url };
      },
    },
    {
      name: 'Kafka',
      given: env.KAFKA_BROKERS,
      file: 'kafka',
      ready: kafka.resolve,
      async launch(place) {
        const server = await kafka.start({ ...place, port: ports.kafka, controllerPort: ports.controller });
        return { ...server, reach: server.address };
      },
    },
    {
      name: 'Temporal',
      given: env.TEMPORAL_ADDRESS,
      file: 'temporal',
      ready: temporal.resolve,
      async launch(place) {
        const server = await temporal.start({ ...place, port: ports.temporal, uiPort: ports.temporalUi });
        return { ...server, reach: server.address };
      },
    },
  ];
}

/** @typedef {Awaited<ReturnType<typeof supervise>>} Supervised */

/**
 * Starts PostgreSQL, Kafka and Temporal side by side, except those whose address is in the environment, each as soon as
 * its program is here: fetched or built for Kafka and Temporal, installed with the packages for PostgreSQL.
 * @param {object} options
 * @param {Promise<unknown>} options.installed settles when the packages are here
 * @param {string} options.folder of the data
 * @param {string} options.logs
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(trouble: unknown) => void} options.onGivenUp
 */
export async function startServers({ installed, folder, logs, env, onGivenUp }) {
  /** @type {Supervised[]} */
  const started = [];

  /** @param {Embedded} server @returns {Promise<string>} what others need to connect */
  const bringUp = async ({ name, given, file, ready, launch }) => {
    if (given) {
      say(`${name}: address from the environment (${given.replace(/\/\/.*@/, '//')}).`);
      return given;
    }
    await ready();
    const from = Date.now();
    const place = { dir: path.join(folder, file), log: path.join(logs, `${file}.log`) };
    /** @type {Launched | undefined} */
    let current;
    const start = async () => (current = await launch(place));
    started.push(await supervise({ name, start, log: place.log, onGivenUp }));
    say(`${name} is up after ${seconds(from)} s (${current?.taken}).`);
    return current?.reach ?? '';
  };

  // The first that fails is told at once: the others may still have minutes to go.
  const [databaseUrl, kafkaBrokers, temporalAddress] = await Promise.all(serversOf(env, installed).map(bringUp));
  const temporalUi = env.TEMPORAL_ADDRESS ? undefined : `http://localhost:${portsOf(env).temporalUi}`;
  return { started, databaseUrl, kafkaBrokers, temporalAddress, temporalUi };
}
