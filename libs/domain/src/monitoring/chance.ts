import { betaShare } from './distributions.js';

/** A count over a number of weeks. */
export type SpanCount = { readonly count: number; readonly weeks: number };

/** How something moved between two spans; `none` when chance explains it. */
export type Verdict = 'rise' | 'fall' | 'none';

/**
 * The variance that rounding adds to one published sum, by the weeks it is summed over and the number of dimensions that are fixed in it.
 * Measured on the demonstration (158 weekly epochs of the cube of mentions, published against exact figures, base 5): 10 for one week, 30 for
 * a month, 30 to 45 for a quarter and 61 for 46 weeks in one dimension, 24 to 47 and 67 to 119 in two. The curve lies at or above nearly all
 * of these. It grows with the square of the base; exact figures (base 1) have none.
 */
export function noiseOf(base: number, weeks: number, dimensions = 1): number {
  return base <= 1 ? 0 : (base / 5) ** 2 * 13 * Math.sqrt(weeks) * (dimensions > 1 ? 1.4 : 1);
}

/**
 * How probable a difference at least as large is when nothing changed but chance: the conditional test of two Poisson rates (Przyborowski
 * and Wilenski 1940), two-sided, with mid-p (Hirji, Tan and Elashoff 1991). Given the sum of both counts, the later one is binomial.
 * `noise` is the variance that rounding added to each count: both counts are divided by how much more they vary with it, so that their
 * standardised difference is right.
 * @returns 0 to 1; 1 when nothing is counted
 */
export function chanceOf(before: SpanCount, after: SpanCount, noise = 0): number {
  const [b, a] = [Math.max(0, before.count), Math.max(0, after.count)];
  const total = a + b;
  const share = after.weeks / (after.weeks + before.weeks);
  if (total === 0 || !(share > 0 && share < 1)) {
    return 1;
  }
  const more = 1 + (noise * ((1 - share) ** 2 + share ** 2)) / (total * share * (1 - share));
  const [later, earlier] = [a / more, b / more];
  const upper = (betaShare(share, later, earlier + 1) + betaShare(share, later + 1, earlier)) / 2;
  return Math.min(1, 2 * Math.min(upper, 1 - upper));
}

/**
 * Which of several findings stand when at most a share `rate` of those that stand may be chance (Benjamini and Hochberg 1995). When nothing
 * at all changed, the probability that any stands is `rate`.
 */
export function discoveries(chances: readonly number[], rate = 0.05): boolean[] {
  const most = mostChance(chances, rate);
  return chances.map((chance) => chance <= most);
}

/** The largest chance with which a finding still stands among the others; below 0 when none does. */
function mostChance(chances: readonly number[], rate = 0.05): number {
  const order = chances.toSorted((x, y) => x - y);
  const last = order.findLastIndex((chance, place) => chance <= (rate * (place + 1)) / order.length);
  return order[last] ?? -1;
}

/** How each of several things moved between two spans, judged together: each comes back with its verdict. */
export function verdictsOf<Pair extends { readonly before: number; readonly after: number }>(
  pairs: readonly Pair[],
  weeks: { readonly before: number; readonly after: number },
  noise = 0,
): (Pair & { readonly verdict: Verdict; readonly chance: number })[] {
  const judged = pairs.map((pair) => ({
    pair,
    isMore: pair.after / weeks.after > pair.before / weeks.before,
    chance: chanceOf({ count: pair.before, weeks: weeks.before }, { count: pair.after, weeks: weeks.after }, noise),
  }));
  const most = mostChance(judged.map(({ chance }) => chance));
  return judged.map(({ pair, isMore, chance }) => ({
    ...pair,
    verdict: chance <= most ? (isMore ? 'rise' : 'fall') : 'none',
    chance,
  }));
}
