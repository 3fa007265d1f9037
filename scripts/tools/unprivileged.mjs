import fs from 'node:fs';
import path from 'node:path';
import { findOnPath } from './programs.mjs';
import { Trouble } from './say.mjs';

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * PostgreSQL refuses to run as root. When we are root, this is the account it runs as: the owner of the data that is
 * already there, else `postgres`, else `nobody`. Undefined when we are not root.
 * @param {string} data folder that may not exist yet
 * @returns {Account | undefined}
 */
export function accountFor(data) {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const owner = fs.statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields && Number(fields[2]) > 0) {
      return { uid: Number(fields[2]), gid: Number(fields[3]) };
    }
  }
  throw new Trouble(
    'PostgreSQL does not run as root and there is no account `postgres` or `nobody`: start as another user, or set DATABASE_URL.',
  );
}

/**
 * The command with what is needed to run it as an account, also when that account may not enter a folder above the
 * program or its data (a clone in root's home): then it keeps the right to pass, which root alone can give.
 * @param {string} command
 * @param {string[]} args
 * @param {Account | undefined} account
 * @param {string[]} places files and folders that it must reach
 * @returns {{ command: string, args: string[], uid?: number, gid?: number }}
 */
export function commandAs(command, args, account, places) {
  if (!account) {
    return { command, args };
  }
  if (places.every((place) => isReachable(path.dirname(place)))) {
    return { command, args, ...account };
  }
  const setpriv = findOnPath('setpriv');
  if (!setpriv) {
    throw new Trouble(
      'PostgreSQL does not run as root, and another account cannot enter this folder: clone into a place open to all, start as another user, or set DATABASE_URL.',
    );
  }
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return { command: setpriv, args: [...identity, ...passing, command, ...args] };
}

/** Whether everybody may enter a folder and all folders above it. @param {string} folder @returns {boolean} */
function isReachable(folder) {
  const open = (fs.statSync(folder).mode & 0o001) !== 0;
  const above = path.dirname(folder);
  return open && (above === folder || isReachable(above));
}
