// `npm start`: everything that Relais needs, on this machine, until Ctrl-C.
import fs from 'node:fs';
import path from 'node:path';
import { programIn } from './servers/chromium.mjs';
import { environmentOf, startApplication, startBalancer, waitForApi } from './tools/applications.mjs';
import { copiesOf, copyPortsOf } from './tools/copies.mjs';
import { portsOf, requireFreePorts, startServers } from './tools/embedded.mjs';
import { watchNpm } from './tools/foreign.mjs';
import { startGuardian } from './tools/guardian.mjs';
import { endLeftovers, recordProcesses } from './tools/leftovers.mjs';
import { takeLock } from './tools/lock.mjs';
import { dataFolder, root } from './tools/paths.mjs';
import { ensureBuilt, ensureInstalled, requireNode } from './tools/prepare.mjs';
import { capture, livingProcesses, refuseStarts, run } from './tools/processes.mjs';
import { longStep, say, sayFailure, seconds, Trouble } from './tools/say.mjs';
import { secretsIn } from './tools/secrets.mjs';
import { noteBegun, refuseHalfRestored, refuseLost } from './tools/vault.mjs';

const folder = dataFolder(process.env);
const logs = path.join(folder, 'logs');
const processes = path.join(folder, 'processes.json');
const lock = path.join(folder, 'lock');
const SECRETS = 'secrets.json';
// npm passes on a Ctrl-C that the terminal has sent to us as well: within this time it is the same one.
const SAME_SIGNAL_MS = 1_000;

const known = new Set(['--fresh', '--no-demo', '--scale', '--forget-key']);
const given = process.argv.slice(2);
/** What stands after an option. @param {string} option */
const takenAfter = (option) =>
  given.includes(option) ? (given.splice(given.indexOf(option) + 1, 1)[0] ?? '') : undefined;
const scaled = takenAfter('--scale') ?? '1';
const forgotten = takenAfter('--forget-key');
const options = new Set(given);
const from = Date.now();

/** Groups of what runs, in the order of their start. @type {{ stop: (signal?: NodeJS.Signals) => Promise<void> }[][]} */
const groups = [];
/** @type {Promise<void> | undefined} */
let stopping;
/** @type {(() => void) | undefined} */
let release;
let ready = false;

async function main() {
  refuseUnknownOptions();
  const copies = copiesOf(scaled);
  requireNode();
  fs.mkdirSync(folder, { recursive: true });
  release = await takeLock(lock, 'start.mjs');
  await endLeftovers(processes);
  if (options.has('--fresh')) {
    forgetData();
  }
  refuseHalfRestored(folder);
  refuseLost(folder, process.env);
  // Before anything is written with them.
  const secrets = secretsIn(path.join(folder, SECRETS));
  fs.mkdirSync(logs, { recursive: true });
  recordProcesses(processes);
  startGuardian(logs);
  await requireFreePorts(process.env, copies);
  // The programs of the servers come from elsewhere than the packages, and the servers need nothing of what is built.
  const installed = ensureInstalled(logs);
  const [servers, chromium] = await Promise.all([
    startServers({ installed, folder, logs, env: process.env, onGivenUp }),
    installed.then(() => programIn(folder)),
    installed.then(() => ensureBuilt(logs)),
  ]);
  groups.push(servers.started);
  const env = environmentOf({ env: process.env, secrets, servers, folder, chromium });
  await runScript('Migrating the database', 'migrate', 'libs/persistence/src/migrate.js', env);
  if (forgotten !== undefined) {
    const script = 'libs/persistence/src/forget-key.js';
    await runScript(`Forgetting ${forgotten}`, 'forget-key', script, env, [forgotten]);
  }
  await runScript('Filling the directory', 'seed', 'scripts/demo/seed.js', env);
  await startApplications(env, copies);
  if (!options.has('--no-demo')) {
    const demo = { name: 'demo', script: 'scripts/demo/main.js', mayFinish: true };
    // Relais is of use without it.
    groups.push([await startApplication({ ...demo, env, logs, onGivenUp: sayFailure })]);
  }
  noteBegun(folder);
  await welcome(env, servers.temporalUi, copies);
  ready = true;
}

function refuseUnknownOptions() {
  const unknown = [...options].find((option) => !known.has(option));
  if (unknown) {
    throw new Trouble(`\`npm start\` does not know ${unknown}; it knows ${[...known].join(' and ')}, after \`--\`.`);
  }
}

/** Deletes the data of earlier starts; the built servers are elsewhere and stay, and so do the keys to what lies in servers of others. */
function forgetData() {
  const foreign = ['DATABASE_URL', 'TEMPORAL_ADDRESS'].filter((name) => process.env[name]);
  const staying = [path.basename(lock), ...(foreign.length > 0 ? [SECRETS] : [])];
  for (const name of fs.readdirSync(folder).filter((one) => !staying.includes(one))) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  const kept = foreign.length > 0 ? `; what is behind ${foreign.join(' and ')} stays, and its keys with it` : '';
  say(`The data of earlier starts is deleted${kept}.`);
}

/** @param {string} title @param {string} name @param {string} script @param {NodeJS.ProcessEnv} env @param {string[]} args */
function runScript(title, name, script, env, args = []) {
  const log = path.join(logs, `${name}.log`);
  const file = path.join(root, 'dist', script);
  return longStep(title, () => run(title, process.execPath, [file, ...args], { cwd: root, env, log }));
}

/** @param {NodeJS.ProcessEnv} env @param {number} copies of each process */
async function startApplications(env, copies) {
  const ports = copyPortsOf(portsOf(env), copies);
  const variables = { worker: 'HEALTH_PORT', projector: 'HEALTH_PORT', archivist: 'HEALTH_PORT', api: 'PORT' };
  for (const part of /** @type {const} */ (['worker', 'projector', 'archivist', 'api'])) {
    const starting = ports.map((own, index) =>
      startApplication({
        name: index === 0 ? part : `${part}-${index + 1}`,
        script: `apps/${part}/main.js`,
        env: { ...env, [variables[part]]: String(own[part]) },
        logs,
        onGivenUp,
      }),
    );
    groups.push(await Promise.all(starting));
  }
  for (const { api } of ports) {
    await waitForApi(`http://localhost:${api}`, path.join(logs, 'api.log'));
  }
  if (copies > 1) {
    const targets = ports.map(({ api }) => api);
    groups.push([await startBalancer({ port: Number(env.PORT), targets, logs, onGivenUp })]);
    await waitForApi(String(env.API_URL), path.join(logs, 'balancer.log'));
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string | undefined} temporalUi @param {number} copies */
async function welcome(env, temporalUi, copies) {
  const list = path.join(root, 'dist/scripts/demo/seed.js');
  const { out } = await capture(process.execPath, [list, '--list'], { cwd: root, env });
  say(`\nRelais is ready after ${seconds(from)} s:  ${env.API_URL}\n`);
  say(out.trimEnd());
  if (copies > 1) {
    say(`\n${copies} of each process run, with a balancer in front at ${env.API_URL}:`);
    for (const { api, ...others } of copyPortsOf(portsOf(env), copies)) {
      const rest = Object.entries(others).map(([name, port]) => `${name} http://localhost:${port}`);
      say(`  API http://localhost:${api}, ${rest.join(', ')}`);
    }
  }
  if (String(env.SIGN_IN).includes('mail') && !env.MAIL_SERVER) {
    say(`\nMails are not sent but put aside: ${env.API_URL}/letters`);
  }
  say(`\nTemporal's pages: ${temporalUi ?? `with the server at ${env.TEMPORAL_ADDRESS}`}`);
  say(`Logs: ${path.relative(process.cwd(), logs) || logs}. Stop with Ctrl-C.`);
}

/** What a start lacks stops it; once all runs, the others go on. @param {unknown} trouble */
function onGivenUp(trouble) {
  if (!stopping) {
    sayFailure(trouble);
    if (!ready) {
      void stop(1);
    }
  }
}

/** Stops all in the opposite order of their start. @param {number} code of our exit */
function stop(code) {
  stopping ??= (async () => {
    refuseStarts();
    const anything = livingProcesses().length > 0;
    if (anything) {
      say('\nStopping ...');
    }
    for (const group of groups.toReversed()) {
      await Promise.all(group.map((running) => running.stop()));
    }
    // What was just being started and belongs to no group yet.
    await Promise.all(livingProcesses().map((running) => running.stop()));
    release?.();
    if (anything) {
      say('Stopped.');
    }
    process.exit(code);
  })();
  return stopping;
}

/** Ends all at once; what is written stays whole, the servers recover at the next start. */
async function killAll() {
  await Promise.all(livingProcesses().map((running) => running.stop('SIGKILL')));
  release?.();
  process.exit(130);
}

let lastSignal = 0;
/** @param {NodeJS.Signals} signal */
function onSignal(signal) {
  const again = stopping && Date.now() - lastSignal > SAME_SIGNAL_MS;
  lastSignal = Date.now();
  void (again ? killAll() : stop(signal === 'SIGINT' ? 130 : 0));
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
process.on('SIGHUP', onSignal);

void watchNpm(() => void stop(1));
main().catch(onGivenUp);
