import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { capture } from './processes.mjs';
import { Trouble } from './say.mjs';

/** What decides about everything: nothing less than all tests will do. */
const DECIDES_ALL = /^(package(-lock)?\.json|jest\.config\.mjs|tsconfig.*\.json|scripts\/(test\.mjs|tools\/test-))/;
/** Whoever starts programs or servers, queries in processes of their own, or bundles the workflows, does it with one of these. */
const STARTERS = [
  'test/support/processes.ts',
  'test/support/scripts.ts',
  'libs/archive/src/query/query-process.ts',
  'workflows/bundle.ts',
];
const SERVED = ['test/support/database.ts', 'test/support/kafka.ts', 'test/integration/temporal-ways.test.ts'];
const BROWSERS = ['test/support/browser.ts', 'test/integration/first-load.test.ts'];
const SOURCE = String.raw`(?!.*\.spec\.tsx?$)`;

/**
 * What jest does not see, because it is built into `dist` first, started as a program, or read as text: from a change of these
 * files it goes on to those who import these, or to these tests.
 * @type {readonly (readonly [RegExp, readonly string[]])[]}
 */
const REACHES = [
  [new RegExp(`^(apps/(?!web/)|libs|workflows|scripts/demo)/?${SOURCE}`), [...STARTERS, ...BROWSERS]],
  [new RegExp(`^apps/web/${SOURCE}`), BROWSERS],
  [/^apps\/web\//, ['layers', 'texts/catalogues', 'texts/french'].map((name) => `apps/web/src/app/${name}.spec.ts`)],
  [/^apps\/web\/.*\.css$/, ['libs/charts/src/colours.spec.ts']],
  [/^(apps|libs|workflows|scripts)\//, ['test/rooms/rooms.test.ts']],
  [/^(scripts\/(servers|tools)|infra)\//, [...STARTERS, ...SERVED]],
  [/^scripts\/[a-z-]+\.mjs$/, ['test/support/processes.ts']],
  [/^libs\/contracts\/generated\//, ['libs/contracts/src/catalogue/generation.spec.ts']],
  [/^test\/histories\//, ['test/workflows/replay.test.ts']],
  [
    /^test\/corpus\//,
    ['find-identifiers', 'find-identifiers.properties'].map((name) => `libs/domain/src/anonymity/${name}.spec.ts`),
  ],
];

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
  const files = new Set([
    ...changed,
    ...REACHES.flatMap(([what, reached]) => (changed.some((file) => what.test(file)) ? reached : [])),
  ]);
  const present = [...files].filter((file) => fs.existsSync(path.join(root, file)));
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
