import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheRoot } from './paths.mjs';
import { commandLineOf } from './foreign.mjs';
import { longStep, say } from './say.mjs';

const MANIFEST = 'relais-manifest.json';

/**
 * @typedef {object} Recipe
 * @property {string} name used in the folder's name
 * @property {string} title for people
 * @property {string} version for people and for the folder's name
 * @property {(string | Buffer)[]} ingredients all that decides about the result, e.g. the text of the recipe's files
 * @property {string} expected how long a build takes, in words
 * @property {string} [verb] what is done, "Building" unless said otherwise
 * @property {(dir: string) => Promise<void>} build fills the folder `dir`, which may move afterwards
 */

/**
 * Folder in the user's cache where the result of a recipe is or would be.
 * @param {Pick<Recipe, 'name' | 'version' | 'ingredients'>} recipe
 */
export function cacheFolder({ name, version, ingredients }) {
  const hash = crypto.createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const ingredient of ingredients) {
    hash.update('\0').update(ingredient);
  }
  return path.join(cacheRoot, `${name}-${version}-${hash.digest('hex').slice(0, 8)}`);
}

/**
 * What is in the cache for a recipe: nothing, something usable, or something broken with the reason.
 * @param {string} dir
 * @returns {{ state: 'absent' } | { state: 'whole' } | { state: 'broken', reason: string }}
 */
export function inspectCache(dir) {
  if (!fs.existsSync(dir)) {
    return { state: 'absent' };
  }
  try {
    /** @type {Record<string, number>} */
    const manifest = JSON.parse(fs.readFileSync(path.join(dir, MANIFEST), 'utf8'));
    for (const [file, size] of Object.entries(manifest)) {
      const actual = fs.statSync(path.join(dir, file), { throwIfNoEntry: false })?.size;
      if (actual !== size) {
        const reason = actual === undefined ? `${file} is missing` : `${file} has a wrong size`;
        return { state: 'broken', reason };
      }
    }
    return { state: 'whole' };
  } catch {
    return { state: 'broken', reason: 'its list of files cannot be read' };
  }
}

/**
 * Returns the folder with the result of a recipe; builds it when it is missing or broken. The build happens in a
 * temporary folder that is renamed at the end, so an interrupted one leaves nothing that looks finished.
 * @param {Recipe} recipe
 * @returns {Promise<{ dir: string, taken: 'cached build' | 'pinned build' }>}
 */
export async function cachedBuild(recipe) {
  const dir = cacheFolder(recipe);
  const found = inspectCache(dir);
  if (found.state === 'whole') {
    return { dir, taken: 'cached build' };
  }
  if (found.state === 'broken') {
    say(`The cached ${recipe.title} in ${dir} is broken (${found.reason}); it will be built again.`);
  }
  fs.mkdirSync(cacheRoot, { recursive: true });
  const draft = `${dir}.draft`;
  const release = await lockBuild(`${dir}.lock`, recipe.title);
  try {
    if (inspectCache(dir).state === 'whole') {
      return { dir, taken: 'cached build' };
    }
    fs.rmSync(dir, { recursive: true, force: true });
    fs.rmSync(draft, { recursive: true, force: true });
    fs.mkdirSync(draft);
    await longStep(
      `${recipe.verb ?? 'Building'} ${recipe.title} ${recipe.version}`,
      () => recipe.build(draft),
      recipe.expected,
    );
    fs.writeFileSync(path.join(draft, MANIFEST), JSON.stringify(sizesOf(draft)));
    syncFiles(draft);
    fs.renameSync(draft, dir);
    return { dir, taken: 'pinned build' };
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    release();
  }
}

/** @param {string} dir */
function sizesOf(dir) {
  return Object.fromEntries(filesIn(dir).map((file) => [path.relative(dir, file), fs.statSync(file).size]));
}

/** A size is no proof after a power cut: without this a file may have its length and not its content. @param {string} dir */
function syncFiles(dir) {
  for (const file of filesIn(dir)) {
    const descriptor = fs.openSync(file, 'r');
    fs.fsyncSync(descriptor);
    fs.closeSync(descriptor);
  }
}

/** @param {string} dir @returns {string[]} */
function filesIn(dir) {
  const entries = fs.readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * Lets one process at a time build; a lock whose process is gone is taken over.
 * @param {string} file
 * @param {string} title
 * @returns {Promise<() => void>} releases the lock
 */
async function lockBuild(file, title) {
  let told = false;
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch {
      if (!(await ownerLives(file))) {
        fs.rmSync(file, { force: true });
        continue;
      }
      if (!told) {
        say(`Another process is building ${title}; waiting for it.`);
        told = true;
      }
      await delay(500);
    }
  }
}

/** @param {string} file */
async function ownerLives(file) {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs;
    const owner = Number(fs.readFileSync(file, 'utf8'));
    // Just created: its process may not have written its id yet.
    return owner ? Boolean((await commandLineOf(owner))?.includes('node')) : age < 5_000;
  } catch {
    return false;
  }
}
