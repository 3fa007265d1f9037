// `npm run doctor`: what is here, what is missing, and what to do about it.
import fs from 'node:fs';
import * as chromium from './servers/chromium.mjs';
import * as kafka from './servers/kafka.mjs';
import * as postgres from './servers/postgres.mjs';
import * as testServer from './servers/temporal-test-server.mjs';
import * as temporal from './servers/temporal.mjs';
import { inspectCache } from './tools/cache.mjs';
import { portsOf } from './tools/embedded.mjs';
import { cacheRoot } from './tools/paths.mjs';
import { isPortFree } from './tools/ports.mjs';
import { isBuilt, isInstalled } from './tools/prepare.mjs';
import { atLeast, findJava, findMaven, findOnPath, probeTool } from './tools/programs.mjs';
import { say, sayFailure } from './tools/say.mjs';

/** @typedef {{ thing: string, state: 'ok' | 'note' | 'missing', found: string, advice?: string }} Line */

const env = process.env;
const jarsReady = [kafka.cache, testServer.cache].every((dir) => inspectCache(dir).state === 'whole');

/**
 * @param {object} options
 * @param {string} options.thing
 * @param {import('./tools/programs.mjs').Tool | undefined} options.tool
 * @param {string} options.least
 * @param {boolean} options.needed
 * @param {string} options.purpose
 * @returns {Line}
 */
function toolLine({ thing, tool, least, needed, purpose }) {
  const found = tool ? `${tool.version} (${tool.file})` : 'not found';
  if (tool && atLeast(tool.version, least)) {
    return { thing, state: 'ok', found };
  }
  return needed
    ? { thing, state: 'missing', found, advice: `install ${thing} ${least} or newer: ${purpose}` }
    : { thing, state: 'note', found, advice: 'not needed here: what it builds is there already' };
}

/** @returns {Promise<Line[]>} */
async function tools() {
  const least = '20.19';
  const node = { file: process.execPath, version: process.versions.node };
  const npm = await probeTool(findOnPath('npm'), ['--version'], /^(\d+\.\d+\.\d+)/m);
  const java = await findJava();
  return [
    toolLine({ thing: 'Node', tool: node, least, needed: true, purpose: 'everything runs on it' }),
    toolLine({ thing: 'npm', tool: npm, least: '10', needed: true, purpose: 'it comes with Node' }),
    toolLine({ thing: 'Java', tool: java, least: '17', needed: true, purpose: 'Kafka and the tests run on it' }),
    toolLine({
      thing: 'Maven',
      tool: await findMaven(),
      least: '3.6',
      needed: !jarsReady,
      purpose: 'it fetches Kafka and the test server',
    }),
  ];
}

/** @param {string} thing @param {string} dir @param {string | undefined} onPath @returns {Line} */
function cacheLine(thing, dir, onPath) {
  if (onPath) {
    return { thing, state: 'ok', found: `program on PATH (${onPath})` };
  }
  const cached = inspectCache(dir);
  if (cached.state === 'whole') {
    return { thing, state: 'ok', found: `cached build (${dir})` };
  }
  const found = cached.state === 'broken' ? `cached build is broken: ${cached.reason}` : 'not built yet';
  return { thing, state: 'note', found, advice: '`npm start` or `npm test` builds it' };
}

/** @returns {Promise<Line>} */
async function temporalLine() {
  const { ready, found, advice } = await temporal.foresee();
  return { thing: 'Temporal', state: ready ? (advice ? 'note' : 'ok') : 'missing', found, advice };
}

/** @param {string} thing @param {() => Promise<string>} find @returns {Promise<Line>} */
async function triedLine(thing, find) {
  try {
    return { thing, state: 'ok', found: await find() };
  } catch (error) {
    return { thing, state: 'missing', found: 'not found', advice: error instanceof Error ? error.message : '' };
  }
}

/** @returns {Promise<Line[]>} */
async function servers() {
  /** @param {string} thing @param {string} variable @returns {Line[]} */
  const given = (thing, variable) =>
    env[variable] ? [{ thing: `${thing} to use`, state: 'ok', found: `address from ${variable}` }] : [];
  const browser = async () => {
    const known = env.CHROMIUM_PATH || findOnPath('chromium', 'google-chrome') || chromium.isCached();
    return known ? (await chromium.resolve()).taken : 'inside @sparticuz/chromium, unpacked by `npm test`';
  };
  return [
    ...given('PostgreSQL', 'DATABASE_URL'),
    ...given('Kafka', 'KAFKA_BROKERS'),
    ...given('Temporal', 'TEMPORAL_ADDRESS'),
    await temporalLine(),
    cacheLine('Kafka', kafka.cache, undefined),
    cacheLine('Test server', testServer.cache, findOnPath('temporal-test-server')),
    ...(isInstalled()
      ? [
          await triedLine('PostgreSQL', async () => (await postgres.resolve()).taken),
          await triedLine('Chromium', browser),
        ]
      : []),
  ];
}

/** @returns {Line[]} */
function clone() {
  return [
    isInstalled()
      ? { thing: 'Packages', state: 'ok', found: 'as package-lock.json says' }
      : { thing: 'Packages', state: 'note', found: 'missing or outdated', advice: '`npm start` installs them' },
    isBuilt()
      ? { thing: 'Build', state: 'ok', found: 'of the present sources' }
      : { thing: 'Build', state: 'note', found: 'missing or outdated', advice: '`npm start` makes it' },
  ];
}

/** @returns {Promise<Line>} */
async function portsLine() {
  const ports = Object.values(portsOf(env));
  const taken = [];
  for (const port of ports) {
    if (!(await isPortFree(port))) {
      taken.push(port);
    }
  }
  const range = `${Math.min(...ports)} to ${Math.max(...ports)}`;
  return taken.length === 0
    ? { thing: 'Ports', state: 'ok', found: `${range} are free` }
    : {
        thing: 'Ports',
        state: 'note',
        found: `${taken.join(', ')} in use`,
        advice: 'fine while Relais runs; otherwise set RELAIS_PORT_BASE to begin elsewhere',
      };
}

async function main() {
  const lines = [...(await tools()), ...clone(), ...(await servers()), await portsLine()];
  const width = Math.max(...lines.map(({ thing }) => thing.length));
  const sign = { ok: 'ok     ', note: 'note   ', missing: 'MISSING' };
  for (const { thing, state, found, advice } of lines) {
    say(`${sign[state]}  ${thing.padEnd(width)}  ${found}${advice ? `\n${' '.repeat(width + 11)}-> ${advice}` : ''}`);
  }
  say(`\nBuilt servers are kept in ${cacheRoot}${fs.existsSync(cacheRoot) ? '' : ' (nothing there yet)'}.`);
  const missing = lines.filter(({ state }) => state === 'missing');
  say(missing.length === 0 ? 'Nothing is missing.' : `Missing: ${missing.map(({ thing }) => thing).join(', ')}.`);
  process.exitCode = missing.length === 0 ? 0 : 1;
}

main().catch(sayFailure);
