import { parseArgs } from 'node:util';

/** What the caller of `npm run bench` wants. */
export type Options = {
  /** Names of measurements; all when empty. */
  readonly only: readonly string[];
  readonly rounds: number;
  /** Fewer and smaller rounds, to see whether it works. */
  readonly quick: boolean;
  /** Parts of Relais that write a CPU profile when they end. */
  readonly profile: readonly string[];
};

/** Bad input on the command line. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

const parts = ['api', 'worker', 'projector', 'archivist'];

/**
 * Reads the arguments; `undefined` when only the list of measurements is wanted.
 * @throws WrongUse with a sentence for the caller
 */
export function optionsOf(args: readonly string[], known: readonly string[]): Options | undefined {
  const { list, only, rounds, quick, profile } = parsed(args);
  if (list === true) {
    return undefined;
  }
  const count = Number(rounds ?? (quick === true ? 1 : 5));
  if (!Number.isInteger(count) || count < 1) {
    throw new WrongUse(`--rounds wants a whole number of at least 1, not ${rounds}.`);
  }
  return {
    only: namesIn('--only', only, known),
    rounds: count,
    quick: quick === true,
    profile: namesIn('--profile', profile, parts),
  };
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        list: { type: 'boolean' },
        only: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean' },
        profile: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function namesIn(flag: string, given: string | undefined, known: readonly string[]): string[] {
  const names = (given ?? '').split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new WrongUse(`${flag} does not know ${unknown}; it knows ${known.join(', ')}.`);
  }
  return names;
}
