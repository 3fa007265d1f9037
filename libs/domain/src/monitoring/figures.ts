/** Counts of a time band; `upTo` is its upper end in working hours, null for the last, which has none. */
export type BandCount = { readonly upTo: number | null; readonly count: number };

/** A percentile in working hours; `longer` when it lies in the band that has no end. */
export type Percentile = number | 'longer';

/** Below this denominator no share is told: one case would move it too much, and could be recognised in it. */
export const leastDenominator = 20;

/** Below this number no percentile is told. */
export const leastWaits = 10;

/** The share of a sum in another, 0 to 1; null when the denominator is under `least`. Rounded sums may exceed each other: it is kept in 0 to 1. */
export function rateOf(numerator: number, denominator: number, least = leastDenominator): number | null {
  return denominator < least || denominator <= 0 ? null : Math.min(1, Math.max(0, numerator / denominator));
}

/**
 * The working hours within which the share `p` lies, for example 0.5 for half; null when fewer than `least` are counted. Within a band the
 * counts are taken as evenly spread; the answer is rounded to a grid that is no finer than the bands (hours, half days, days, weeks).
 */
export function percentileOf(bands: readonly BandCount[], p: number, least = leastWaits): Percentile | null {
  const at = placeOf(bands, p, least);
  if (at === null) {
    return null;
  }
  const place = Math.min(bands.length - 1, Math.floor(at));
  const upTo = bands[place]?.upTo ?? null;
  if (upTo === null) {
    return 'longer';
  }
  const from = bands[place - 1]?.upTo ?? 0;
  const hours = from + (at - place) * (upTo - from);
  const grid = upTo <= 8 ? 1 : upTo <= 40 ? 4 : upTo <= 160 ? 8 : 40;
  return Math.max(grid, Math.round(hours / grid) * grid);
}

/** Where the share `p` lies in bands from the left (2.5 is the middle of the third), null when fewer than `least` are counted. */
export function placeOf(bands: readonly BandCount[], p: number, least = leastWaits): number | null {
  const counts = bands.map((band) => Math.max(0, band.count));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < Math.max(1, least)) {
    return null;
  }
  let before = 0;
  for (const [place, count] of counts.entries()) {
    if (count > 0 && before + count >= p * total) {
      return place + Math.max(0, p * total - before) / count;
    }
    before += count;
  }
  return bands.length;
}
