const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function for x > 0 (Lanczos, 15 digits). */
export function logGamma(x: number): number {
  const shifted = x - 1;
  const t = shifted + 7.5;
  const sum = lanczos.reduce((total, term, index) => (index === 0 ? term : total + term / (shifted + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The regularised incomplete beta function for a, b >= 0 and 0 < x < 1 (continued fraction, Numerical Recipes 6.4). */
export function betaShare(x: number, a: number, b: number): number {
  if (a <= 0) {
    return 1;
  }
  if (b <= 0) {
    return 0;
  }
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

const tiny = 1e-300;
const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) {
      break;
    }
  }
  return product;
}

/**
 * The lowest and highest count that a negative binomial distribution leaves out with at most probability `tail` on either side.
 * @param mean above 0
 * @param variance a variance that is not above the mean means Poisson
 */
export function countRange(
  mean: number,
  variance: number,
  tail: number,
): { readonly low: number; readonly high: number } {
  const size = variance > mean * 1.000001 ? (mean * mean) / (variance - mean) : Infinity;
  const isPoisson = !Number.isFinite(size);
  let logShare = isPoisson ? -mean : size * Math.log(size / (size + mean));
  let below = 0;
  let low = 0;
  for (let count = 0; ; count += 1) {
    const upTo = below + Math.exp(logShare);
    low = upTo <= tail ? count + 1 : low;
    if (upTo >= 1 - tail || count > mean * 20 + 1000) {
      return { low, high: count };
    }
    below = upTo;
    const next = isPoisson ? mean / (count + 1) : (((count + size) / (count + 1)) * mean) / (size + mean);
    logShare += Math.log(next);
  }
}
