import { spreadOf, type Spread } from './statistics.js';

/** What a figure has to reach. */
export type Bar = { readonly least: number } | { readonly most: number };

/** One line of the table. With `bare` the bar is one of the ratio, else of Relais itself. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly relais: Spread;
  readonly bare?: Spread;
  /** Relais divided by bare, round by round. */
  readonly ratio?: Spread;
  readonly bar?: Bar;
};

/** What a measurement found; remarks say how, and what else was seen. */
export type Outcome = { readonly figures: readonly Figure[]; readonly remarks: readonly string[] };

/** A figure of Relais alone. */
export function figure(name: string, unit: string, values: readonly number[], bar?: Bar): Figure {
  return { name, unit, relais: spreadOf(values), ...(bar && { bar }) };
}

/** A figure beside its bare counterpart of the same round. */
export function comparison(
  name: string,
  unit: string,
  relais: readonly number[],
  bare: readonly number[],
  bar?: Bar,
): Figure {
  const ratio = relais.map((value, round) => value / (bare[round] ?? Number.NaN));
  return { ...figure(name, unit, relais, bar), bare: spreadOf(bare), ratio: spreadOf(ratio) };
}

/** Whether the bar is reached by the median; undefined without a bar. */
export function isReached({ bar, ratio, relais }: Figure): boolean | undefined {
  if (bar === undefined) {
    return undefined;
  }
  const { median } = ratio ?? relais;
  return 'least' in bar ? median >= bar.least : median <= bar.most;
}
