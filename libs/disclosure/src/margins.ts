import type { Cell, Totals } from './cell.js';

/** The sums that cells of one cube add to: one for each subset of its dimensions and each combination of their codes. */
export type Margins = {
  /** By cell: the margins it is part of, the total and the cell itself included. */
  readonly of: readonly Int32Array[];
  /** By margin: published less exact in this epoch, plus the same of the sum of all epochs. */
  readonly error: Float64Array;
  readonly weight: Float64Array;
};

/** The margins of the given cells, with the error that earlier epochs left. */
export function marginsOf(cells: readonly Cell[], earlier: Totals): Margins {
  const past = [...earlier].map(([key, { exact, published }]) => ({ codes: key.split('|'), error: published - exact }));
  const frame = frameOf([...cells, ...past].map(({ codes }) => codes));
  const error = new Float64Array(frame.count);
  for (const one of past.filter((cell) => cell.error !== 0)) {
    frame.marginsAt(one.codes).forEach((margin) => (error[margin] = (error[margin] ?? 0) + one.error));
  }
  const of = cells.map(({ codes }) => frame.marginsAt(codes));
  const weight = new Float64Array(frame.count);
  of.forEach((margins) => margins.forEach((margin, subset) => (weight[margin] = frame.weights[subset] ?? 0)));
  return { of, error, weight };
}

type Frame = {
  /** Numbers of margins are below this. */
  readonly count: number;
  /** By subset of dimensions, its bits. */
  readonly weights: readonly number[];
  /** By subset of dimensions: the margin of these codes. */
  marginsAt(codes: readonly string[]): Int32Array;
};

/** Numbers the margins like the digits of a number: for each dimension a code's place, or 0 where it is summed over. */
function frameOf(all: readonly (readonly string[])[]): Frame {
  const dimensions = (all[0] ?? []).map(() => new Map<string, number>());
  for (const codes of all) {
    dimensions.forEach((places, dimension) => {
      const code = codes[dimension] ?? '';
      places.set(code, places.get(code) ?? places.size + 1);
    });
  }
  const sizes = dimensions.map(({ size }) => size);
  const strides = sizes.map((_, dimension) =>
    sizes.slice(0, dimension).reduce((product, size) => product * (size + 1), 1),
  );
  return {
    count: sizes.reduce((product, size) => product * (size + 1), 1),
    weights: weightsOf(sizes),
    marginsAt(codes) {
      const margins = new Int32Array(2 ** sizes.length);
      dimensions.forEach((places, dimension) => {
        const digit = (places.get(codes[dimension] ?? '') ?? 0) * (strides[dimension] ?? 0);
        const bit = 2 ** dimension;
        for (let subset = 0; subset < bit; subset++) {
          margins[subset + bit] = (margins[subset] ?? 0) + digit;
        }
      });
      return margins;
    },
  };
}

/**
 * By subset of dimensions: 1 / (1 + n/8), where n is how many margins there are over these dimensions. The total weighs most, the many
 * small margins less each.
 */
function weightsOf(sizes: readonly number[]): number[] {
  return Array.from({ length: 2 ** sizes.length }, (_, subset) => {
    const chosen = sizes.filter((_, dimension) => Math.floor(subset / 2 ** dimension) % 2 === 1);
    return 1 / (1 + chosen.reduce((product, size) => product * size, 1) / 8);
  });
}
