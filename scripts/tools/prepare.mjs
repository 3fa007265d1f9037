import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';
import { atLeast } from './programs.mjs';
import { longStep, Trouble } from './say.mjs';

const LEAST_NODE = '20.19';

/** Parts of the tree from which `npm run build` makes `dist`. */
const SOURCES = [
  'apps',
  'libs',
  'workflows',
  'scripts/demo',
  'scripts/bundle.mjs',
  'scripts/tools/emit.mjs',
  'scripts/tools/swc.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
];
const NOT_BUILT = /\.(spec|test)\.tsx?$/;
const STAMP = path.join(root, 'dist/.sources');

/** Refuses a Node that is too old. */
export function requireNode() {
  if (!atLeast(process.versions.node, LEAST_NODE)) {
    throw new Trouble(`Relais needs Node ${LEAST_NODE} or newer and this is ${process.versions.node}.`);
  }
}

/**
 * Installs the packages when what is in node_modules is not what package-lock.json says.
 * @param {string} logs folder of the log
 */
export async function ensureInstalled(logs) {
  if (isInstalled()) {
    return;
  }
  await longStep(
    'Installing packages',
    () =>
      run('`npm ci`', 'npm', ['ci', '--no-audit', '--no-fund'], {
        cwd: root,
        log: path.join(logs, 'install.log'),
      }),
    'a minute or two, once',
  );
}

/** Whether node_modules holds what package-lock.json says; npm keeps its own list of it there. */
export function isInstalled() {
  try {
    const wanted = packagesIn('package-lock.json');
    const present = packagesIn('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([where, { version, optional, link }]) => where === '' || optional || link || present[where]?.version === version,
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function packagesIn(file) {
  return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
}

/**
 * Builds when `dist` is missing or the sources have changed since.
 * @param {string} logs folder of the log
 */
export async function ensureBuilt(logs) {
  const hash = hashSources();
  if (isBuilt(hash)) {
    return;
  }
  fs.rmSync(STAMP, { force: true });
  // Both are made from the sources: neither waits for the other.
  const parts = ['processes', 'web'].map((part) => ({
    script: `build:${part}`,
    log: path.join(logs, `build-${part}.log`),
  }));
  await longStep(
    'Building Relais',
    () =>
      Promise.all(
        parts.map(({ script, log }) => run(`\`npm run ${script}\``, 'npm', ['run', script], { cwd: root, log })),
      ),
    'about half a minute',
  );
  fs.writeFileSync(STAMP, hash);
}

/** Whether `dist` is of these sources. @param {string} hash */
export function isBuilt(hash = hashSources()) {
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === hash;
}

function hashSources() {
  const hash = crypto.createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesIn(path.join(root, source))).toSorted()) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function filesIn(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) {
    return [];
  }
  if (!stat.isDirectory()) {
    return [place];
  }
  const entries = fs.readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/node_modules/') && !file.includes('/dist/'));
}
