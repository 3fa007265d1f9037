import fs from 'node:fs';
import path from 'node:path';
import { cachedBuild, cacheFolder } from '../tools/cache.mjs';
import { root } from '../tools/paths.mjs';
import { capture, run, startProcess, waitUntilReady } from '../tools/processes.mjs';
import { findGo, findOnPath, requireTool } from '../tools/programs.mjs';

const recipeFolder = path.join(root, 'infra/temporal');
const recipeFiles = ['go.mod', 'go.sum'].map((file) => fs.readFileSync(path.join(recipeFolder, file), 'utf8'));
const recipe = {
  name: 'temporal',
  title: 'Temporal',
  version: /temporalio\/cli v(\S+)/.exec(recipeFiles[0] ?? '')?.[1] ?? 'unknown',
  ingredients: recipeFiles,
  expected: 'about 4 minutes, once',
};

/** Search attributes of the case workflow; pseudonyms only. */
const searchAttributes = { RelaisStatus: 'Keyword', RelaisLead: 'Keyword' };

const dynamicConfig = {
  // On one node a single task queue partition halves the latency of starting and completing.
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  'system.enableActivityEagerExecution': true,
};

/** Folder of the cached build. */
export const cache = cacheFolder(recipe);

/**
 * Finds the `temporal` program: on PATH, in the cache, or builds the pinned version with Go.
 * @returns {Promise<{ file: string, taken: string }>}
 */
export async function resolve() {
  const onPath = findOnPath('temporal');
  if (onPath) {
    return { file: onPath, taken: `program on PATH (${onPath})` };
  }
  const { dir, taken } = await cachedBuild({ ...recipe, build });
  return { file: path.join(dir, 'temporal'), taken };
}

/** @param {string} dir */
async function build(dir) {
  const go = requireTool(await findGo(), {
    name: 'Go',
    least: '1.25',
    purpose: 'Building Temporal',
    instead: 'put a `temporal` program on PATH, or set TEMPORAL_ADDRESS to a server of your own',
  });
  const args = ['build', '-buildvcs=false', '-ldflags=-s -w', '-o', path.join(dir, 'temporal')];
  await run('Building Temporal', go.file, [...args, 'github.com/temporalio/cli/cmd/temporal'], {
    cwd: recipeFolder,
    env: { ...process.env, CGO_ENABLED: '0' },
    log: `${cache}.log`,
  });
}

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
