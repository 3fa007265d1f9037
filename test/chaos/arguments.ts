import { parseArgs } from 'node:util';
import { z } from 'zod';
import { brokenBuilds, findBrokenBuild } from './builds/broken.js';
import { faults, findFault } from './faults/index.js';

const number = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const Given = z.object({
  minutes: z.coerce.number().positive().default(10),
  seed: number(Date.now() % 1_000_000),
  fault: z
    .string()
    .refine((name) => name === 'all' || name === 'list' || findFault(name) !== undefined, 'no fault of this name')
    .optional(),
  broken: z
    .string()
    .refine((name) => findBrokenBuild(name) !== undefined, 'no broken build of this name')
    .optional(),
  accepted: number(3_000),
  copies: number(1),
  linearizable: z.boolean().default(false),
});

/** What the command line asks for. */
export type Asked = z.infer<typeof Given>;

/** Input that cannot be understood; its message is a sentence for the person at the keyboard. */
export class BadInput extends Error {}

/** Reads the command line. @throws BadInput */
export function readArguments(given: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const options = {
    minutes: text,
    seed: text,
    fault: text,
    broken: text,
    accepted: text,
    copies: text,
    linearizable: { type: 'boolean' } as const,
  };
  let values: object;
  try {
    ({ values } = parseArgs({ args: [...given], options }));
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
  const parsed = Given.safeParse(values);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => `--${path.join('.')} is not valid: ${message}.`);
    throw new BadInput(`${sentences.join(' ')} ${usage()}`);
  }
  return parsed.data;
}

/** What can be asked for. */
export function usage(): string {
  return `npm run chaos -- [--minutes 10] [--seed 7] [--copies 2]
  random faults, one or two at a time
npm run chaos -- --fault all|list|<name> [--accepted 3000] [--seed 7] [--copies 2]
  one fault after the other, each with an installation of its own
npm run chaos -- --broken ${brokenBuilds.map((one) => one.name).join('|')}
  a build that the checker must catch
... --linearizable
  has porcupine (a Go module) say whether the commands on each case are linearizable, too`;
}

/** All faults and broken builds with what they do. */
export function listing(): string {
  const line = ({ name, what }: { readonly name: string; readonly what: string }) => `  ${name.padEnd(32)}${what}`;
  return ['Faults:', ...faults.map(line), 'Broken builds:', ...brokenBuilds.map(line)].join('\n');
}
