import { chanceOf } from './chance.js';
import { leastDenominator } from './figures.js';

/** How seldom chance alone would set a thing so far before the next one; the widest of several gaps is looked for. */
const leadRate = 0.01;

/**
 * The most frequent that stand out from all others, at most `most`: the last of them is more frequent than the next by more than chance and
 * rounding explain. Among counts of 5 and 10 that are rounded to multiples of 5 none does.
 * @param noise variance that rounding added to each count
 */
export function standingOut<One extends { readonly count: number }>(
  counts: readonly One[],
  most: number,
  noise: number,
): One[] {
  const order = counts.toSorted((a, b) => b.count - a.count);
  for (let how = Math.min(most, order.length); how > 0; how -= 1) {
    const [last, next] = [order[how - 1]?.count ?? 0, order[how]?.count ?? 0];
    if (last > next && chanceOf({ count: next, weeks: 1 }, { count: last, weeks: 1 }, noise) <= leadRate) {
      return order.slice(0, how);
    }
  }
  return [];
}

/** How many of how many. */
export type Share = { readonly count: number; readonly of: number };

/**
 * How probable a difference between two shares at least as large is when nothing changed but chance and rounding: the two-sided test of two
 * proportions with the normal approximation, whose variance grows by what rounding adds to the counts.
 * @returns 1 when a share is of fewer than twenty
 */
export function shareChanceOf(before: Share, after: Share, noise = 0): number {
  if (Math.min(before.of, after.of) < leastDenominator) {
    return 1;
  }
  const pooled = Math.min(1, Math.max(0, (before.count + after.count) / (before.of + after.of)));
  // Both the count and what it is a share of are rounded.
  const varianceOf = ({ of }: Share) => (pooled * (1 - pooled)) / of + (noise * (1 + pooled ** 2)) / of ** 2;
  const variance = varianceOf(before) + varianceOf(after);
  const difference = Math.abs(after.count / after.of - before.count / before.of);
  return variance <= 0 ? 1 : twoTails(difference / Math.sqrt(variance));
}

/** The probability of a standard normal value at least so far from 0 on either side (Abramowitz and Stegun 7.1.26, to 1.5e-7). */
function twoTails(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, Math.max(0, sum * Math.exp(-x * x)));
}
