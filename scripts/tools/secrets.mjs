import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writeWhole } from './files.mjs';
import { Trouble } from './say.mjs';

const KEY_BYTES = 32;
const NAMES = /** @type {const} */ (['PAYLOAD_KEYS', 'NOTES_KEY', 'DISCLOSURE_KEY']);
/** Where it is, something was written that nobody can read without the keys. */
const SEALED = ['postgres/data', 'temporal/temporal.sqlite'];
const INSTEAD =
  'bring it back from a backup (`npm run backup` keeps it). If nothing of that data is needed any more, `npm start -- --fresh` begins anew';

/** @typedef {Record<typeof NAMES[number], string>} Secrets */

/**
 * The secrets of this folder's installation, made once, before anything is written with them, and readable by their owner only.
 * @param {string} file
 * @returns {Secrets}
 */
export function secretsIn(file) {
  const known = fs.existsSync(file) ? readSecrets(file) : noneBefore(file);
  const key = () => crypto.randomBytes(KEY_BYTES).toString('base64');
  // What an older version of Relais made stays; what it did not know is added.
  const secrets = { PAYLOAD_KEYS: `k1:${key()}`, NOTES_KEY: key(), DISCLOSURE_KEY: key(), ...known };
  if (Object.keys(secrets).length > Object.keys(known).length) {
    writeWhole(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  return secrets;
}

/**
 * No keys, as it is before the first start.
 * @param {string} file that is not there
 * @returns {Partial<Secrets>}
 */
function noneBefore(file) {
  const sealed = SEALED.find((part) => fs.existsSync(path.join(path.dirname(file), part)));
  if (sealed) {
    throw new Trouble(`${file} is missing: with its keys ${sealed} was written, and can only be read; ${INSTEAD}.`);
  }
  return {};
}

/** The keys in such a file. @param {string} file @returns {Partial<Secrets>} */
export function readSecrets(file) {
  const found = parse(fs.readFileSync(file, 'utf8'));
  if (!found) {
    throw new Trouble(`${file} holds no keys, it may have been cut off: ${INSTEAD}.`);
  }
  return found;
}

/** @param {string} text @returns {Partial<Secrets> | undefined} */
function parse(text) {
  try {
    const found = JSON.parse(text);
    const kinds = NAMES.map((name) => typeof found?.[name]);
    return kinds.includes('string') && kinds.every((kind) => kind === 'string' || kind === 'undefined')
      ? found
      : undefined;
  } catch {
    return undefined;
  }
}
