import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { capture } from './processes.mjs';
import { Trouble } from './say.mjs';

/** What decides about everything: nothing less than all tests will do. */
const DECIDES_ALL = /^(package(-lock)?\.json|jest\.config\.mjs|tsconfig.*\.json|scripts\/(test\.mjs|tools\/test-))/;
/** What is built into `dist`, or used by what is: jest does not see that a test starts it as a program. */
const BUILT = /^(apps|libs|workflows|scripts|infra)\/(?!.*\.spec\.tsx?$)/;
/** Whoever starts programs or servers, or queries in processes of their own, does it with one of these. */
const STARTERS = ['test/support/processes.ts', 'test/support/scripts.ts', 'libs/archive/src/query/query-process.ts'];

/**
 * The test files that a change since `main` can reach: what is committed on this branch and what is not yet.
 * @param {string[]} node options of Node with which jest runs
 * @returns {Promise<string[]>} absolute paths
 */
export async function changedTests(node) {
  const changed = await changedFiles();
  if (changed.length === 0) {
    return [];
  }
  const whole = changed.some((file) => DECIDES_ALL.test(file));
  const files = [...changed, ...(changed.some((file) => BUILT.test(file)) ? STARTERS : [])];
  const present = files.filter((file) => fs.existsSync(path.join(root, file)));
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const which = whole ? [] : ['--findRelatedTests', ...present];
  const { code, out } = await capture(process.execPath, [...node, jest, '--listTests', '--passWithNoTests', ...which], {
    cwd: root,
  });
  if (code !== 0) {
    throw new Trouble(`jest cannot say which tests a change can reach:\n${out}`);
  }
  return out.split('\n').filter((line) => path.isAbsolute(line));
}

async function changedFiles() {
  const lists = await Promise.all([
    git('diff', '--name-only', '--no-renames', '--merge-base', 'main'),
    git('ls-files', '--others', '--exclude-standard'),
  ]);
  return lists.flatMap((list) => list.split('\n').filter(Boolean));
}

/** @param {string[]} args */
async function git(...args) {
  const { code, out } = await capture('git', args, { cwd: root });
  if (code !== 0) {
    throw new Trouble(`\`git ${args.join(' ')}\` failed, so what has changed since main is not known:\n${out.trim()}`);
  }
  return out;
}
