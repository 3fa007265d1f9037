// `npm test`: all tests on servers, ports and data of their own. `-- --unit`: only the specs beside the sources, without
// servers. `-- --changed`: what a change since main can reach. Other arguments go to jest, e.g. a part of a path.
import fs from 'node:fs';
import path from 'node:path';
import { changedTests } from './tools/changed-tests.mjs';
import { outcomeOf } from './tools/jest-result.mjs';
import { recordProcesses } from './tools/leftovers.mjs';
import { root } from './tools/paths.mjs';
import { ensureBuilt, ensureInstalled, requireNode } from './tools/prepare.mjs';
import { livingProcesses, refuseStarts, startAttached } from './tools/processes.mjs';
import { say, sayFailure } from './tools/say.mjs';
import { linesOfCosts, readCosts } from './tools/test-costs.mjs';
import { makeTestFolder, removeTestFolder, startTestServers, sweepTestFolders } from './tools/test-servers.mjs';

const UNIT = '<rootDir>/{libs,apps,workflows}/**/*.spec.{ts,tsx}';

const given = process.argv.slice(2);
// A test makes much and keeps little: with room for what is young, clearing it away takes a tenth less of the whole.
const young = ['--max-semi-space-size=128', '--min-semi-space-size=16'];
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...young];
const changed = given.includes('--changed');
let unit = given.includes('--unit');
let jestArguments = given.filter((argument) => argument !== '--unit' && argument !== '--changed');
const logs = path.join(root, '.relais/logs');
const begunAt = Date.now();

/** @type {ReturnType<typeof makeTestFolder> | undefined} */
let place;
/** @type {import('./tools/processes.mjs').Running | undefined} */
let jest;
/** @type {import('./tools/test-costs.mjs').Cost[]} */
let costs = [];
let interrupted = false;

async function main() {
  requireNode();
  fs.mkdirSync(logs, { recursive: true });
  await ensureInstalled(logs);
  if (changed) {
    const reached = (await changedTests(node)).filter((file) => !unit || !file.startsWith(path.join(root, 'test/')));
    if (reached.length === 0) {
      say('What has changed since main reaches no test.');
      return { passed: 0, failed: 0, names: [] };
    }
    say(`What has changed since main reaches ${reached.length} files of tests.`);
    unit ||= reached.every((file) => !file.startsWith(path.join(root, 'test/')));
    jestArguments = [...jestArguments, '--runTestsByPath', ...reached];
  }
  await sweepTestFolders();
  place = makeTestFolder();
  recordProcesses(place.processes);
  if (!unit) {
    await ensureBuilt(logs);
  }
  const servers = unit ? undefined : await startTestServers(place.folder);
  const result = path.join(place.folder, 'jest.json');
  const counted = path.join(place.folder, 'costs.ndjson');
  const code = await runJest(result, { ...process.env, ...servers, TEST_COSTS: counted });
  costs = readCosts(counted);
  return outcomeOf(result, code);
}

/**
 * @param {string} result file for jest's answer
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number | null>} its exit code
 */
async function runJest(result, env) {
  // A list of patterns would take what follows it for more of them, so it goes first.
  const options = [...(unit ? [`--testMatch=${UNIT}`] : []), '--json', `--outputFile=${result}`, ...jestArguments];
  jest = await startAttached({
    name: 'jest',
    command: process.execPath,
    args: [...node, path.join(root, 'node_modules/jest/bin/jest.js'), ...options],
    mark: result,
    cwd: root,
    env,
  });
  return (await jest.exited).code;
}

async function cleanUp() {
  refuseStarts();
  await jest?.stop();
  await Promise.all(livingProcesses().map((running) => running.stop()));
  if (place) {
    await removeTestFolder(place.folder);
  }
}

async function onSignal() {
  if (interrupted) {
    return;
  }
  interrupted = true;
  await cleanUp();
  say('Interrupted.');
  process.exit(130);
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
process.on('SIGHUP', onSignal);

/** @type {import('./tools/jest-result.mjs').Outcome} */
let outcome;
try {
  outcome = await main();
} catch (error) {
  if (interrupted) {
    await new Promise(() => undefined); // onSignal ends the process
  }
  sayFailure(error);
  outcome = { passed: 0, failed: 1, names: ['the tests could not be started'] };
}
await cleanUp();
if (!interrupted) {
  say('');
  linesOfCosts(begunAt, costs).forEach(say);
  for (const name of outcome.names) {
    say(`FAILED ${name}`);
  }
  say(`${outcome.passed} passed, ${outcome.failed} failed`);
  process.exitCode = outcome.failed === 0 ? 0 : 1;
}
