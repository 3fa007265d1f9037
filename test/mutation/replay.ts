import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Suites of `test/integration/api.test.ts` that hold the checks of a part of the API, by how the names of these begin. */
const suites: readonly (readonly [cut: string, ...names: string[]])[] = [
  ['apps/api/kernel/live/', 'stream', 'sessions'],
  ['apps/api/kernel/session/origin.guard', 'sessions', 'edge', 'headers'],
  ['apps/api/kernel/session/', 'sessions', 'passkeys'],
  ['apps/api/case/', 'commands', 'keys', 'timeline'],
  ['apps/api/monitoring/exact', 'measures'],
  ['apps/api/monitoring/packs', 'packs'],
  ['apps/api/monitoring/shared-figures', 'published', 'packs'],
  ['apps/api/people/absence', 'absences', 'absenceChanges'],
  ['apps/api/people/erasing', 'erasing', 'people'],
  ['apps/api/people/own-data', 'ownData', 'erasing', 'ownMail'],
  ['apps/api/people/own-mail', 'ownMail'],
  ['apps/api/people/passkey', 'passkeys'],
  ['apps/api/people/session', 'sessions', 'signInCodes', 'passkeys'],
  ['apps/api/people/sign-in-code', 'signInCodes', 'signInLimits'],
  ['apps/api/people/providers', 'providers', 'accounts', 'joining'],
  ['apps/api/people/joining', 'joining', 'knownJoiners', 'invitations'],
  ['apps/api/people/invitation', 'invitations', 'joining'],
  ['apps/api/people/managed', 'members', 'invitations'],
  ['apps/api/people/member', 'members', 'people'],
  ['apps/api/people/people', 'people'],
  ['libs/domain/people/absence', 'absences', 'absenceChanges', 'members'],
  ['libs/domain/people/second-factor', 'passkeys', 'ownMail', 'erasing'],
  ['libs/domain/people/session', 'passkeys', 'knownJoiners'],
  ['libs/persistence/people/absence', 'absences', 'absenceChanges'],
  ['libs/persistence/people/erasing', 'erasing', 'people'],
  ['libs/persistence/people/invitation', 'invitations', 'erasing'],
  ['libs/persistence/people/joining', 'joining', 'knownJoiners', 'invitations'],
  ['libs/persistence/people/mail-change', 'ownMail', 'people'],
  ['libs/persistence/people/member', 'members', 'people'],
  ['libs/persistence/people/person', 'people'],
  ['libs/persistence/people/session', 'passkeys', 'ownMail', 'erasing'],
  ['libs/persistence/people/sign-in-code', 'signInCodes'],
  ['libs/domain/people/', 'members', 'invitations', 'knownJoiners', 'absences', 'absenceChanges', 'people'],
];

/** The suites that hold a check, as far as it is known; the first part of its name that fits decides. */
export function suitesOf(cut: string): readonly string[] {
  const [, ...names] = suites.find(([beginning]) => cut.startsWith(beginning)) ?? [''];
  return names;
}

/** Milliseconds that a test, or what is made before it, takes at most. */
const patience = 150_000;

/**
 * Plays suites of the API with another build of it, up to the first test that fails.
 * @param dist folder of that build
 * @param names of suites
 * @returns the name of the test that fails; undefined when all pass, or there are none
 * @throws Error when they could not be played
 */
export async function firstFailure(dist: string, names: readonly string[]): Promise<string | undefined> {
  if (names.length === 0) {
    return undefined;
  }
  const told = path.join(dist, 'replay.json');
  rmSync(told, { force: true });
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'test/integration/api.test.ts'];
  // Without a check a test may wait for what does not come.
  const chosen = ['-t', `^(${names.join('|')}) `, '--json', `--outputFile=${told}`, `--testTimeout=${patience}`];
  const env = { ...process.env, TEST_API_DIST: dist };
  const ended = promisify(execFile)(process.execPath, [...jest, ...chosen], { env, maxBuffer: 2 ** 28 });
  // It ends with 1 when a test has failed; what it wrote tells.
  await ended.catch(() => undefined);
  const { testResults } = JSON.parse(readFileSync(told, 'utf8')) as Told;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (!all.some(({ status }) => status === 'passed' || status === 'failed')) {
    throw new Error(`no test of ${names.join(', ')} was played: ${testResults[0]?.message.slice(0, 500)}`);
  }
  return all.find(({ status }) => status === 'failed')?.fullName;
}

type Told = {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};
