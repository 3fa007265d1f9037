import crypto from 'node:crypto';
import fs from 'node:fs';

const KEY_BYTES = 32;

/**
 * The secrets of this folder's installation, made once and readable by its owner only.
 * @param {string} file
 * @returns {{ PAYLOAD_KEYS: string, NOTES_KEY: string, DISCLOSURE_KEY: string }}
 */
export function secretsIn(file) {
  const key = () => crypto.randomBytes(KEY_BYTES).toString('base64');
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  // What an older version of Relais made stays; what it did not know is added.
  const secrets = { PAYLOAD_KEYS: `k1:${key()}`, NOTES_KEY: key(), DISCLOSURE_KEY: key(), ...known };
  if (Object.keys(secrets).length > Object.keys(known).length) {
    const draft = `${file}.draft`;
    fs.writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    fs.renameSync(draft, file);
  }
  return secrets;
}
