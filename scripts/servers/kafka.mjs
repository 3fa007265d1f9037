import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cachedBuild, cacheFolder } from '../tools/cache.mjs';
import { writeWhole } from '../tools/files.mjs';
import { brokerAnswers } from '../tools/kafka-probe.mjs';
import { copyJars, requireJava, versionIn } from '../tools/maven.mjs';
import { root } from '../tools/paths.mjs';
import { freePorts } from '../tools/ports.mjs';
import { run, startProcess, waitUntilReady } from '../tools/processes.mjs';
import { findOnPath } from '../tools/programs.mjs';
import { Trouble } from '../tools/say.mjs';
import { archivedClasses } from './kafka-classes.mjs';

const pom = path.join(root, 'infra/kafka/pom.xml');
const settings = path.join(root, 'infra/kafka/server.properties');
const instead = 'set KAFKA_BROKERS to brokers of your own';
/** What runs for a moment only is not worth the work of compiling it well. */
const BRIEF = '-XX:TieredStopAtLevel=1';
const recipe = {
  name: 'kafka',
  title: 'Kafka',
  version: versionIn(pom, 'kafka_2.13'),
  ingredients: [fs.readFileSync(pom)],
  expected: 'about 10 seconds, once',
};

/** Folder of the cached build. */
export const cache = cacheFolder(recipe);

/**
 * Finds the broker's jars: of a Kafka 4 on PATH, in the cache, or fetched with Maven.
 * @returns {Promise<{ libs: string, taken: string }>}
 */
export async function resolve() {
  const onPath = libsOnPath();
  if (onPath) {
    return { libs: onPath, taken: `program on PATH (${onPath})` };
  }
  const { dir, taken } = await cachedBuild({ ...recipe, build });
  return { libs: path.join(dir, 'libs'), taken };
}

/** @param {string} dir */
function build(dir) {
  return copyJars({ title: 'Kafka', pom, libs: path.join(dir, 'libs'), log: `${cache}.log`, instead });
}

/** The jars beside a `kafka-server-start` on PATH, if they are of Kafka 4. */
function libsOnPath() {
  const script = findOnPath('kafka-server-start.sh', 'kafka-server-start');
  if (!script) {
    return undefined;
  }
  const home = path.dirname(path.dirname(fs.realpathSync(script)));
  return [path.join(home, 'libs'), path.join(home, 'libexec/libs')].find(
    (libs) => fs.existsSync(libs) && fs.readdirSync(libs).some((file) => file.startsWith('kafka-clients-4.')),
  );
}

/**
 * Starts one Kafka node (KRaft); its folder survives a kill at any moment.
 * @param {object} options
 * @param {string} options.dir folder of the data
 * @param {number} options.port
 * @param {number} [options.controllerPort] the next port unless said otherwise
 * @param {string} options.log file
 * @param {Way[]} [options.ways] more ways to reach it
 * @param {boolean} [options.brief] true for tests: it starts with less work, and would serve a great load more slowly
 */
export async function start({ dir, port, controllerPort = port + 1, log, ways = [], brief = false }) {
  const { libs, taken } = await resolve();
  const java = await requireJava('Running Kafka', instead);
  const formatting = brief ? [await classesFor(libs, java)] : [];
  const how = brief ? [BRIEF, ...formatting] : [];
  const running = await startNode({ dir, port, controllerPort, log, ways, libs, java: java.file, how, formatting });
  return { address: `127.0.0.1:${port}`, taken, ...running };
}

/**
 * @param {string} libs
 * @param {import('../tools/programs.mjs').Tool} java
 */
function classesFor(libs, java) {
  return archivedClasses({
    version: recipe.version,
    ingredients: [...recipe.ingredients, libs],
    java,
    runOnce: async (folder, argument) => {
      const dir = path.join(folder, 'node');
      const [port = 0, controllerPort = 0] = await freePorts(2);
      const log = `${folder}.log`;
      const how = { java: java.file, how: [BRIEF, argument], formatting: [] };
      const node = await startNode({ dir, port, controllerPort, log, ways: [], libs, ...how });
      await node.stop();
      fs.rmSync(dir, { recursive: true });
    },
  });
}

/**
 * @param {object} options
 * @param {string} options.dir
 * @param {number} options.port
 * @param {number} options.controllerPort
 * @param {string} options.log
 * @param {Way[]} options.ways
 * @param {string} options.libs
 * @param {string} options.java
 * @param {string[]} options.how arguments of Java
 * @param {string[]} options.formatting more arguments of Java for what formats the folder
 */
async function startNode({ dir, port, controllerPort, log, ways, libs, java, how, formatting }) {
  const properties = path.join(dir, 'server.properties');
  const data = path.join(dir, 'data');
  fs.mkdirSync(dir, { recursive: true });
  /** @param {string} place */
  const propertiesFor = (place) =>
    fs.readFileSync(settings, 'utf8') + placeOf({ data: place, port, controllerPort, ways });
  writeWhole(properties, propertiesFor(data));
  await formatOnce({ java, formatting, libs, data, log, propertiesFor });
  const running = await startProcess({
    name: 'Kafka',
    command: java,
    args: ['-Xms128m', '-Xmx512m', ...how, ...jvm(libs), 'kafka.Kafka', properties],
    cwd: dir,
    log,
  });
  await waitUntilReady({ name: 'Kafka', running, log, probe: () => brokerAnswers(port) });
  return running;
}

/** @param {string} libs */
function jvm(libs) {
  const logging = ['defaultLogLevel=warn', 'showDateTime=true', 'dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS'];
  return ['-XX:+UseSerialGC', ...logging.map((line) => `-Dorg.slf4j.simpleLogger.${line}`), '-cp', `${libs}/*`];
}

/**
 * @typedef {object} Way a listener beside the ordinary one, for clients that come through something else
 * @property {string} name in capitals
 * @property {number} port where it listens
 * @property {string} advertised the address that clients which come this way are told
 */

/** @param {{ data: string, port: number, controllerPort: number, ways: Way[] }} place */
function placeOf({ data, port, controllerPort, ways }) {
  const listeners = ways.map((way) => `,${way.name}://127.0.0.1:${way.port}`).join('');
  const advertised = ways.map((way) => `,${way.name}://${way.advertised}`).join('');
  const protocols = ways.map((way) => `,${way.name}:PLAINTEXT`).join('');
  return `
log.dirs=${data}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}${listeners}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}${advertised}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT${protocols}
controller.quorum.voters=1@127.0.0.1:${controllerPort}
`;
}

/**
 * Formats a draft of the data folder that is renamed at the end: an interrupted one is not taken for whole, and what holds
 * records is never formatted again.
 * @param {{ java: string, formatting: string[], libs: string, data: string, log: string, propertiesFor: (place: string) => string }} options
 */
async function formatOnce({ java, formatting, libs, data, log, propertiesFor }) {
  // Written last by the formatting; a version of before formatted in place.
  if (fs.existsSync(path.join(data, 'meta.properties'))) {
    return;
  }
  if (fs.existsSync(data) && fs.readdirSync(data).some((name) => /-\d+$/.test(name))) {
    throw new Trouble(
      `${data} holds records and no meta.properties, without which Kafka does not read them: bring the file back from a backup.`,
    );
  }
  const draft = `${data}.draft`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft);
  const properties = path.join(draft, 'format.properties');
  fs.writeFileSync(properties, propertiesFor(draft));
  // It may begin with a hyphen, hence one argument with its name below.
  const id = crypto.randomBytes(16).toString('base64url');
  const args = [BRIEF, ...formatting, ...jvm(libs), 'kafka.tools.StorageTool', 'format'];
  await run('Formatting the folder of Kafka', java, [...args, `--cluster-id=${id}`, '-c', properties], { log });
  fs.rmSync(properties);
  fs.rmSync(data, { recursive: true, force: true });
  fs.renameSync(draft, data);
  // Without it a version of before would format the folder again.
  writeWhole(`${data}.formatted`, id);
}
