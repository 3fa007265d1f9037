import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { portsOf } from './embedded.mjs';
import { root } from './paths.mjs';
import { startProcess, tail } from './processes.mjs';
import { Trouble } from './say.mjs';
import { supervise } from './supervisor.mjs';
import { LAST_BACKUP } from './vault.mjs';

const READY_WITHIN_MS = 60_000;

/**
 * The environment in which the processes of Relais run; what is set by the caller wins.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {{ PAYLOAD_KEYS: string, NOTES_KEY: string, DISCLOSURE_KEY: string }} options.secrets
 * @param {{ databaseUrl?: string, kafkaBrokers?: string, temporalAddress?: string }} options.servers
 * @param {string} options.folder of the data
 * @param {string} [options.chromium] prints plenary packs
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOf({ env, secrets, servers, folder, chromium }) {
  const ports = portsOf(env);
  return {
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TASK_QUEUE: 'relais-cases',
    TOPIC_PREFIX: 'relais',
    SIGN_IN: 'development,mail',
    ARCHIVE_FOLDER: path.join(folder, 'archive'),
    BACKUP_NOTE: path.join(folder, LAST_BACKUP),
    PUBLIC_URL: `http://localhost:${ports.api}`,
    ...(chromium !== undefined && { CHROMIUM_PATH: chromium }),
    ...secrets,
    ...env,
    DATABASE_URL: servers.databaseUrl,
    KAFKA_BROKERS: servers.kafkaBrokers,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    PORT: String(ports.api),
    API_URL: `http://localhost:${ports.api}`,
  };
}

/**
 * Starts a script of `dist` and keeps it running.
 * @param {object} options
 * @param {string} options.name also of its log
 * @param {string} options.script path in `dist`
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.logs
 * @param {(trouble: unknown) => void} options.onGivenUp
 * @param {boolean} [options.mayFinish]
 */
export function startApplication({ name, script, env, logs, onGivenUp, mayFinish }) {
  const log = path.join(logs, `${name}.log`);
  const file = path.join(root, 'dist', script);
  const start = () => startProcess({ name, command: process.execPath, args: [file], env, cwd: root, log });
  return supervise({ name, start, log, onGivenUp, mayFinish });
}

/**
 * Starts the balancer in front of several APIs and keeps it running.
 * @param {object} options
 * @param {number} options.port
 * @param {number[]} options.targets ports of the APIs
 * @param {string} options.logs
 * @param {(trouble: unknown) => void} options.onGivenUp
 */
export function startBalancer({ port, targets, logs, onGivenUp }) {
  const name = 'balancer';
  const log = path.join(logs, `${name}.log`);
  const args = [path.join(root, 'scripts/balance.mjs'), String(port), ...targets.map(String)];
  const start = () =>
    startProcess({ name, command: process.execPath, args, mark: 'scripts/balance.mjs', cwd: root, log });
  return supervise({ name, start, log, onGivenUp });
}

/**
 * Waits until the API says that it and what it needs are ready.
 * @param {string} url of the API
 * @param {string} log named when it takes too long
 */
export async function waitForApi(url, log) {
  const until = Date.now() + READY_WITHIN_MS;
  /** @type {string | undefined} */
  let answer;
  for (;;) {
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      answer = `${response.status} ${await response.text()}`;
      if (response.ok) {
        return;
      }
    } catch {
      // it does not listen yet
    }
    if (Date.now() > until) {
      const last = answer ? `its last answer was ${answer}` : `the end of ${log}:\n${tail(log)}`;
      throw new Trouble(`The API is not ready after ${READY_WITHIN_MS / 1000} s; ${last}`);
    }
    await delay(200);
  }
}
