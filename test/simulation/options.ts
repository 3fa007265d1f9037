import { parseArgs } from 'node:util';
import { faultKinds, type FaultKind } from './world.js';

/** What the simulator was asked for. */
export type Options = {
  readonly schedules: number;
  readonly seed: number;
  readonly trace: boolean;
  readonly commands: number | undefined;
  readonly without: readonly FaultKind[];
};

/** Reads the command line; a sentence when it cannot be read. */
export function readOptions(given: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        schedules: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
        trace: { type: 'boolean', default: false },
        commands: { type: 'string' },
        without: { type: 'string', default: '' },
      },
    });
    const without = values.without.split(',').filter((kind) => kind !== '');
    const unknown = without.find((kind) => !faultKinds.some((one) => one === kind));
    if (unknown !== undefined) {
      return `--without takes ${faultKinds.join(', ')}; ${unknown} is none of them`;
    }
    return {
      schedules: numberOf('schedules', values.schedules, 1),
      seed: numberOf('seed', values.seed, 0),
      trace: values.trace,
      commands: values.commands === undefined ? undefined : numberOf('commands', values.commands, 0),
      without: without as FaultKind[],
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function numberOf(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new Error(`--${name} takes a whole number from ${least} on, not ${text}`);
  }
  return number;
}
