import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = path.resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** Folder of the built servers, shared by all clones of one user. */
export const cacheRoot = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'relais');

/** Folder of the data of `npm start`. @param {NodeJS.ProcessEnv} env */
export function dataFolder(env) {
  return path.resolve(env.RELAIS_FOLDER || path.join(root, '.relais'));
}
