import fs from 'node:fs';
import path from 'node:path';
import { capture } from './processes.mjs';
import { Trouble } from './say.mjs';

/**
 * The full path of the first of these programs that is on PATH.
 * @param {...string} names
 * @returns {string | undefined}
 */
export function findOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        if (fs.statSync(file).isFile()) {
          return file;
        }
      } catch {
        // not in this folder
      }
    }
  }
  return undefined;
}

/** @typedef {{ file: string, version: string }} Tool */

/**
 * Finds a tool and reads its version.
 * @param {string | undefined} file
 * @param {string[]} args that make it print its version
 * @param {RegExp} pattern first group = version
 * @returns {Promise<Tool | undefined>}
 */
export async function probeTool(file, args, pattern) {
  if (!file) {
    return undefined;
  }
  const { out } = await capture(file, args);
  const version = pattern.exec(out)?.[1];
  return version ? { file, version } : undefined;
}

/** Java, from JAVA_HOME or PATH. */
export function findJava() {
  const home = process.env.JAVA_HOME && path.join(process.env.JAVA_HOME, 'bin', 'java');
  const file = home && fs.existsSync(home) ? home : findOnPath('java');
  return probeTool(file, ['-version'], /version "(\d+(?:\.\d+)*)/);
}

/** Go. */
export function findGo() {
  return probeTool(findOnPath('go'), ['version'], /go(\d+\.\d+(?:\.\d+)?)/);
}

/** Maven. */
export function findMaven() {
  return probeTool(findOnPath('mvn'), ['-B', '-v'], /Apache Maven (\d+\.\d+\.\d+)/);
}

/**
 * Whether a dotted version is at least another.
 * @param {string} version
 * @param {string} least
 */
export function atLeast(version, least) {
  const have = version.split('.').map(Number);
  const want = least.split('.').map(Number);
  for (let index = 0; index < want.length; index += 1) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}

/**
 * The tool, or one sentence on what is missing, what for, and what to do instead of installing it.
 * @param {Tool | undefined} tool
 * @param {{ name: string, least: string, purpose: string, instead: string }} need
 * @returns {Tool}
 */
export function requireTool(tool, { name, least, purpose, instead }) {
  if (tool && atLeast(tool.version, least)) {
    return tool;
  }
  const found = tool ? `${tool.version} was found` : 'none was found';
  throw new Trouble(`${purpose} needs ${name} ${least} or newer and ${found}: install it, or ${instead}.`);
}
