import type { SeriesReading } from '#contracts/outside';
import type { Fault, Spot } from '../fault.js';
import { mostCodes, type Wanted } from './reading.js';

/** A dimension of a file with the codes that occur in it. */
export type Dimension = {
  readonly name: string;
  readonly at: Spot;
  readonly codes: readonly { readonly code: string; readonly label: string }[];
};

/** What is taken of each dimension, and what is still to be chosen. */
export type Chosen = {
  readonly fixed: SeriesReading['fixed'];
  readonly choices: SeriesReading['choices'];
  /** One fault for each choice, in case nobody is asked. */
  readonly undecided: readonly Fault[];
};

const listed = (codes: readonly string[]) => `${codes.slice(0, 8).join(', ')}${codes.length > 8 ? ', …' : ''}`;

/** What was wanted of dimensions that the file does not have, or of codes that do not occur in them. */
export function unknownWanted(dimensions: readonly Dimension[], wanted: Wanted): Fault[] {
  return [...wanted].flatMap(([name, code]): Fault[] => {
    const dimension = dimensions.find((one) => one.name === name);
    const known = dimension?.codes.map((one) => one.code) ?? dimensions.map((one) => one.name);
    return dimension !== undefined && known.includes(code)
      ? []
      : [
          {
            at: { path: 'where' },
            code: 'where-unknown',
            params: { value: dimension === undefined ? name : code, values: listed(known) },
          },
        ];
  });
}

/** Takes the one code of every dimension that has only one; the others are choices. */
export function chooseFrom(dimensions: readonly Dimension[]): Chosen {
  const one = dimensions.filter(({ codes }) => codes.length === 1);
  const several = dimensions.filter(({ codes }) => codes.length > 1);
  return {
    fixed: one.map(({ name, codes }) => ({ dimension: name, code: codes[0]?.code ?? '' })),
    choices: several.map(({ name, codes }) => ({ dimension: name, codes: codes.slice(0, mostCodes) })),
    undecided: several.map(({ name, at, codes }): Fault => {
      const all = codes.map(({ code }) => code);
      return { at, code: 'several', params: { dimension: name, values: listed(all), first: all[0] ?? '' } };
    }),
  };
}
