import crypto from 'node:crypto';
import fs from 'node:fs';

const KEY_BYTES = 32;

/**
 * The secrets of this folder's installation, made once and readable by its owner only.
 * @param {string} file
 * @returns {{ PAYLOAD_KEYS: string, NOTES_KEY: string }}
 */
export function secretsIn(file) {
  if (!fs.existsSync(file)) {
    const key = () => crypto.randomBytes(KEY_BYTES).toString('base64');
    const draft = `${file}.draft`;
    fs.writeFileSync(draft, JSON.stringify({ PAYLOAD_KEYS: `k1:${key()}`, NOTES_KEY: key() }, null, 2), {
      mode: 0o600,
    });
    fs.renameSync(draft, file);
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
