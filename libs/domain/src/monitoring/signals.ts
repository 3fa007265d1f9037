import type { Verdict } from './chance.js';
import { countRange } from './distributions.js';

/** The counts a period may have by chance, both ends inclusive. */
export type Limits = { readonly mean: number; readonly low: number; readonly high: number };

/** What a series of complete periods says about its newest ones. */
export type SeriesReading = {
  /** Null while there are too few periods to know what to expect. */
  readonly limits: Limits | null;
  /** Watched periods outside the limits, by their place in the series. */
  readonly outside: readonly { readonly index: number; readonly verdict: Exclude<Verdict, 'none'> }[];
  /** The first of the periods outside on the same side that reach without a break to the last one; null when the last is inside. */
  readonly since: number | null;
};

/** Periods before the watched ones that are needed, and the most that are looked at. */
export const leastBaseline = 6;
const mostBaseline = 24;

/** How often a year of twelve months raises an alarm although nothing changed. */
const alarmsPerYear = 0.05;

/**
 * The range in which chance leaves a further period, from the periods before: quasi-Poisson as in the improved Farrington algorithm (Noufaily
 * et al., Statistics in Medicine 32:1206, 2013), that is the negative binomial quantiles for the mean of the baseline, the dispersion of its
 * periods (at least 1) and the uncertainty of the mean. Without its trend, season and reweighting, which need five years of history. With a
 * probability of 0.05/12 outside in either direction together, a year of monthly figures raises a false alarm with at most 5 %.
 * @param noise variance that rounding added to each period
 * @returns null with fewer than six periods
 */
export function limitsOf(baseline: readonly number[], noise = 0): Limits | null {
  const counts = baseline.slice(-mostBaseline).map((count) => Math.max(0, count));
  if (counts.length < leastBaseline) {
    return null;
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  const mean = Math.max(0.5, sum) / counts.length;
  const spread = counts.reduce((total, count) => total + (count - mean) ** 2 / mean, 0) / (counts.length - 1);
  const dispersion = Math.max(1 + noise / mean, spread);
  const variance = dispersion * mean * (1 + 1 / counts.length);
  const { low, high } = countRange(mean, variance, alarmsPerYear / 12 / 2);
  // Rounding errs as far below as above, where a count itself would not reach so far down.
  return { mean, high, low: noise > 0 ? Math.max(0, Math.min(low, Math.floor(2 * mean - high))) : low };
}

/** Compares the newest `watched` periods of a series with what the periods before them let one expect. */
export function readSeries(counts: readonly number[], watched: number, noise = 0): SeriesReading {
  const from = Math.max(0, counts.length - watched);
  const limits = limitsOf(counts.slice(0, from), noise);
  if (limits === null) {
    return { limits, outside: [], since: null };
  }
  const sideOf = (count: number): Verdict =>
    count > limits.high ? 'rise' : Math.max(0, count) < limits.low ? 'fall' : 'none';
  const outside = counts.flatMap((count, index) => {
    const verdict = sideOf(count);
    return index < from || verdict === 'none' ? [] : [{ index, verdict }];
  });
  const last = outside.at(-1);
  if (last === undefined || last.index !== counts.length - 1) {
    return { limits, outside, since: null };
  }
  const inside = counts.findLastIndex((count, index) => index < from || sideOf(count) !== last.verdict);
  return { limits, outside, since: inside + 1 };
}
