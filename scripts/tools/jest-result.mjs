import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} names of what failed
 */

/**
 * Reads what jest wrote with --json. A file that could not run counts as a failure, and so do no tests at all and a jest
 * that failed for another reason: a green line always means that tests ran.
 * @param {string} file
 * @param {number | null} exitCode of jest
 * @returns {Outcome}
 */
export function outcomeOf(file, exitCode) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: Suite[] } | undefined} */
  let result;
  try {
    result = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, names: ['jest ended without a result'] };
  }
  const names = (result?.testResults ?? []).flatMap(failuresOf);
  const passed = result?.numPassedTests ?? 0;
  if (names.length === 0 && passed === 0) {
    names.push('no test ran');
  }
  if (names.length === 0 && exitCode !== 0) {
    names.push(`jest ended with exit code ${exitCode} although every test passed`);
  }
  return { passed, failed: names.length, names };
}

/** @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} Suite */

/** @param {Suite} suite @returns {string[]} */
function failuresOf({ name, status, assertionResults }) {
  const file = path.relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) {
    return [`${file} could not run`];
  }
  return failed.map((test) => `${file}: ${test.fullName}`);
}
