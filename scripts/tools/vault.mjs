import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { syncFolder, writeWhole } from './files.mjs';
import { commandLineOf } from './foreign.mjs';
import { readLeftovers } from './leftovers.mjs';
import { run } from './processes.mjs';
import { Trouble } from './say.mjs';
import { readSecrets } from './secrets.mjs';

/** What a backup holds, in the folder of the data and in the folder of the backup under the same names. */
const PARTS = ['postgres', 'kafka', 'temporal', 'secrets.json'];
const MANIFEST = 'manifest.json';
const FORMAT = 1;
/** Lies in the folder of the data while a backup is put there. */
const ARRIVING = 'restoring';
/** Lies there once Relais has run with it. */
const BEGUN = 'begun';
/** Its age is the age of the last backup of the data beside it. */
export const LAST_BACKUP = 'last-backup';
/** The truth of what Relais keeps, and who says that it is somewhere else. What Kafka has lost Relais notices by itself. */
const TRUTHS = [
  { data: 'postgres/data', elsewhere: 'DATABASE_URL' },
  { data: 'temporal/temporal.sqlite', elsewhere: 'TEMPORAL_ADDRESS' },
];

/** @typedef {{ format: number, takenAt: string, postgres: string, files: Record<string, string> }} Manifest */

/** Refuses when anything that Relais has started in this folder still lives. @param {string} folder */
export async function refuseLiving(folder) {
  for (const { name, pid, mark } of readLeftovers(path.join(folder, 'processes.json'))) {
    if ((await commandLineOf(pid))?.includes(mark)) {
      throw new Trouble(
        `${name} still runs (process ${pid}), left by an interrupted start: run \`npm start\` and stop it with Ctrl-C.`,
      );
    }
  }
}

/** Refuses when an engine is somebody else's: its own tools back it up. @param {NodeJS.ProcessEnv} env */
export function refuseForeign(env) {
  const given = ['DATABASE_URL', 'KAFKA_BROKERS', 'TEMPORAL_ADDRESS'].find((name) => env[name]);
  if (given) {
    throw new Trouble(
      `${given} is set: this is for the servers that \`npm start\` runs itself; docs/operations.md says how others are backed up.`,
    );
  }
}

/**
 * Copies the data of all three engines and the keys into an empty folder; the manifest is written last, so that an interrupted
 * backup is none.
 * @param {string} folder @param {string} vault
 */
export async function store(folder, vault) {
  const missing = PARTS.find((part) => !fs.existsSync(path.join(folder, part)));
  if (missing) {
    throw new Trouble(
      `There is no ${missing} in ${folder}: nothing was started there yet, or not with its own servers.`,
    );
  }
  readSecrets(path.join(folder, 'secrets.json'));
  refuseFull(vault, 'Give a folder that is empty or does not exist yet.');
  await copyParts(folder, vault);
  /** @type {Manifest} */
  const manifest = {
    format: FORMAT,
    takenAt: new Date().toISOString(),
    postgres: versionIn(vault),
    files: hashes(vault),
  };
  writeWhole(path.join(vault, MANIFEST), JSON.stringify(manifest, null, 2));
  writeWhole(path.join(folder, LAST_BACKUP), manifest.takenAt);
  return manifest;
}

/** Refuses a folder into which only a part of a backup has come. @param {string} folder */
export function refuseHalfRestored(folder) {
  if (fs.existsSync(path.join(folder, ARRIVING))) {
    throw new Trouble(
      `A backup was being put into ${folder} and did not get there whole: run \`npm run restore\` again.`,
    );
  }
}

/** Notes that Relais has run with the data in a folder. @param {string} folder */
export function noteBegun(folder) {
  try {
    if (!fs.existsSync(path.join(folder, BEGUN))) {
      writeWhole(path.join(folder, BEGUN), '');
    }
  } catch {
    // The disk is full, perhaps; the next start notes it.
  }
}

/**
 * Refuses a folder where Relais has run and whose data is gone in part: an engine would begin anew, and the others go on as if nothing
 * had been there.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export function refuseLost(folder, env) {
  const own = fs.existsSync(path.join(folder, BEGUN)) ? TRUTHS.filter(({ elsewhere }) => !env[elsewhere]) : [];
  const lost = own.find(({ data }) => !fs.existsSync(path.join(folder, data)));
  if (lost) {
    throw new Trouble(
      `${path.join(folder, lost.data)} is gone, and the rest of the data is of no use without it: bring a backup back with \`npm run restore\`, or begin anew with \`npm start -- --fresh\`. If it is with servers of your own now, set ${lost.elsewhere}.`,
    );
  }
}

/**
 * Puts a whole backup into a folder without data, or into one where that was interrupted before.
 * @param {string} vault @param {string} folder
 */
export async function fetchBack(vault, folder) {
  const manifest = read(vault);
  const arriving = path.join(folder, ARRIVING);
  const isAgain = fs.existsSync(arriving);
  const present = PARTS.find((part) => fs.existsSync(path.join(folder, part)));
  if (present && !isAgain) {
    throw new Trouble(`${folder} holds ${present} already: move it away, or set RELAIS_FOLDER to another folder.`);
  }
  const found = hashes(vault);
  const names = new Set([...Object.keys(manifest.files), ...Object.keys(found)]);
  const changed = [...names].find((name) => found[name] !== manifest.files[name]);
  if (changed) {
    throw new Trouble(`${changed} in ${vault} is not as it was backed up: this backup is damaged.`);
  }
  for (const leftover of [...PARTS, ARRIVING].filter(() => isAgain)) {
    fs.rmSync(path.join(folder, leftover), { recursive: true, force: true });
  }
  await copyParts(vault, arriving);
  for (const part of PARTS) {
    fs.renameSync(path.join(arriving, part), path.join(folder, part));
  }
  fs.rmdirSync(arriving);
  syncFolder(folder);
  return manifest;
}

/** @param {string} vault @returns {Manifest} */
function read(vault) {
  const file = path.join(vault, MANIFEST);
  if (!fs.existsSync(file)) {
    throw new Trouble(`There is no ${MANIFEST} in ${vault}: this is no backup, or one that was interrupted.`);
  }
  const manifest = parse(file);
  if (manifest.format !== FORMAT) {
    throw new Trouble(
      `The backup in ${vault} has format ${manifest.format} and this version of Relais reads ${FORMAT}.`,
    );
  }
  return manifest;
}

/** @param {string} file @returns {Manifest} */
function parse(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new Trouble(`${file} was cut off: this backup is damaged.`);
  }
}

/** @param {string} folder @param {string} instead */
function refuseFull(folder, instead) {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
    throw new Trouble(`${folder} is not empty. ${instead}`);
  }
}

/** Owners and rights are kept: PostgreSQL insists on them. @param {string} from @param {string} to */
async function copyParts(from, to) {
  fs.mkdirSync(to, { recursive: true, mode: 0o755 });
  const log = path.join(to, 'copy.log');
  for (const part of PARTS) {
    await run(`Copying ${part}`, 'cp', ['-a', path.join(from, part), path.join(to, part)], { log });
  }
  fs.rmSync(log);
}

/** @param {string} vault */
function versionIn(vault) {
  return fs.readFileSync(path.join(vault, 'postgres/data/PG_VERSION'), 'utf8').trim();
}

/** The fingerprint of every file. @param {string} vault @returns {Record<string, string>} */
function hashes(vault) {
  const files = PARTS.flatMap((part) => {
    const place = path.join(vault, part);
    const entries = fs.statSync(place, { throwIfNoEntry: false })?.isDirectory()
      ? fs.readdirSync(place, { recursive: true, withFileTypes: true })
      : [];
    const inside = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    return entries.length > 0 || !fs.existsSync(place) ? inside : [place];
  }).filter((file) => fs.statSync(file).isFile());
  return Object.fromEntries(files.map((file) => [path.relative(vault, file), hashOf(file)]));
}

/** @param {string} file */
function hashOf(file) {
  const hash = crypto.createHash('sha256');
  const piece = Buffer.alloc(1024 * 1024);
  const open = fs.openSync(file, 'r');
  try {
    for (let read = fs.readSync(open, piece); read > 0; read = fs.readSync(open, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    fs.closeSync(open);
  }
  return hash.digest('hex');
}
