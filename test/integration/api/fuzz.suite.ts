import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { routes } from '../../support/hostile.js';
import { signIn } from '../../support/http.js';
import type { System } from '../../support/system.js';

const people = {
  nobody: undefined,
  member: 'mark-febelfin',
  actor: 'brigitte-bemediation',
  analyst: 'anna-hub',
  administrator: 'admin-hub',
  coordinator: 'sofie-hub',
} as const;

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

const document = 'libs/contracts/generated/openapi.json';

/** Streams are left out: they never end. */
const options =
  `--checks ${checks.join(',')} --phases coverage,fuzzing --max-examples 8 --seed 7 --request-timeout 30 --continue-on-failure` +
  ' --suppress-health-check all --generation-database none --no-color --warnings off --exclude-path-regex /(stream|tail)$';

const minutes = 60_000;

/** What Schemathesis finds: played by `npm run fuzz`, which says where the program is. */
export const fuzz = (schemathesis: string) => (system: () => System) => {
  async function findings(person: string | undefined): Promise<{ code: number | null; said: string }> {
    const { apiUrl } = system().stack;
    const session = person === undefined ? [] : ['--header', `Cookie: ${(await signIn(apiUrl, person)).cookie}`];
    // Who signs out has no session for what follows.
    const leftOut = person === undefined ? [] : ['--exclude-operation-id', 'SessionController_close'];
    const child = spawn(schemathesis, [
      'run',
      document,
      '--url',
      apiUrl,
      ...options.split(' '),
      ...leftOut,
      ...session,
    ]);
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { code, said };
  }

  describe('every route, with what the document allows and forbids', () => {
    let cases = 0;

    it.each(Object.entries(people))(
      'as %s',
      async (_, person) => {
        const { code, said } = await findings(person);
        const leftOut = person === undefined ? 2 : 3;
        expect(said).toContain(`Tested: ${routes().length - leftOut}`);
        expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
        cases += Number(/([\d,]+) generated/.exec(said)?.[1]?.replaceAll(',', '') ?? 0);
      },
      15 * minutes,
    );

    it('in twenty thousand cases', () => {
      expect(cases).toBeGreaterThanOrEqual(20_000);
    });
  });
};
