import { performance } from 'node:perf_hooks';
import { dimensionsOf } from '#contracts/monitoring/codes';
import { keyOf, roundCube, type Cell } from '#disclosure';
import { randomFrom } from '../../../scripts/demo/random.js';
import { publish, type Publication } from '../../disclosure/tally.js';
import { worldOf } from '../../disclosure/world.js';
import { comparison, figure } from '../core/figure.js';
import { repeat } from '../core/rounds.js';
import type { Measure } from '../ground/bench.js';

const casesPerWeek = 35;
const weeks = 52;
const weeksOfQuarter = 13;
const cube = 'opened';

/** How far published figures are off, against rounding every cell by itself, and how long rounding takes. */
export const disclosure: Measure = {
  name: 'disclosure',
  title: `Published figures, ${casesPerWeek} cases a week for ${weeks} weeks`,
  async run(bench) {
    const years = await repeat(bench.rounds, async (round) => yearOf(round));
    const errors = (what: keyof Year['together']) =>
      [years.map(({ together }) => together[what]), years.map(({ alone }) => alone[what])] as const;
    const times = await repeat(bench.rounds, async (round) => timesOf(round));
    return {
      figures: [
        comparison('one-way figure of a quarter, mean error', 'cases', ...errors('quarterOneWay')),
        comparison('two-way figure of a quarter, mean error', 'cases', ...errors('quarterTwoWay')),
        comparison('one-way figure of the year to date, mean error', 'cases', ...errors('yearOneWay'), { most: 0.25 }),
        comparison('two-way figure of the year to date, mean error', 'cases', ...errors('yearTwoWay')),
        comparison('total of one week, mean error', 'cases', ...errors('weekTotal')),
        comparison('total of one week, largest error', 'cases', ...errors('weekTotalLargest')),
        figure(
          'rounding an epoch of 480 cells',
          'ms',
          times.map(({ usual }) => usual),
          { most: 20 },
        ),
        figure(
          'rounding an epoch of 10,000 cells',
          'ms',
          times.map(({ large }) => large),
        ),
      ],
      remarks: [
        `Bare rounds every cell by itself. The cube is \`${cube}\`, ${dimensionsOf(cube).join(' x ')}; figures that are zero are left out. The year to date is looked at after every week.`,
        `A one-way figure of a quarter is ${mean(years.map(({ sizes }) => sizes.oneWay)).toFixed(0)} cases on average, a two-way figure ${mean(years.map(({ sizes }) => sizes.twoWay)).toFixed(0)}.`,
      ],
    };
  },
};

type Errors = Record<
  'quarterOneWay' | 'quarterTwoWay' | 'yearOneWay' | 'yearTwoWay' | 'weekTotal' | 'weekTotalLargest',
  number
>;
type Year = { together: Errors; alone: Errors; sizes: { oneWay: number; twoWay: number } };

function yearOf(round: number): Year {
  const random = randomFrom(round);
  const cases = Array.from({ length: weeks }, () => casesPerWeek - 10 + Math.floor(random() * 21));
  const exact = worldOf({ seed: round, cases }).filter((one) => one.cube === cube);
  const key = new Uint8Array(32).fill(round + 1);
  const quarter = figuresOf(exact.slice(0, weeksOfQuarter), 1);
  return {
    together: errorsOf(exact, publish(exact, { key })),
    alone: errorsOf(exact, publish(exact, { key, passes: 0 })),
    sizes: {
      oneWay: mean([...quarter.values()]),
      twoWay: mean([...figuresOf(exact.slice(0, weeksOfQuarter), 2).values()]),
    },
  };
}

function errorsOf(exact: readonly Publication[], published: readonly Publication[]): Errors {
  const over = (from: number, to: number, order: number) => {
    const shown = figuresOf(published.slice(from, to), order);
    return [...figuresOf(exact.slice(from, to), order)].map(([name, count]) =>
      Math.abs((shown.get(name) ?? 0) - count),
    );
  };
  const ends = Array.from({ length: weeks }, (_, week) => week + 1);
  const quarters = ends.filter((end) => end % weeksOfQuarter === 0);
  const ofQuarters = (order: number) => mean(quarters.flatMap((end) => over(end - weeksOfQuarter, end, order)));
  const toDate = (order: number) => mean(ends.flatMap((end) => over(0, end, order)));
  const totals = ends.flatMap((end) => over(end - 1, end, 0));
  return {
    quarterOneWay: ofQuarters(1),
    quarterTwoWay: ofQuarters(2),
    yearOneWay: toDate(1),
    yearTwoWay: toDate(2),
    weekTotal: mean(totals),
    weekTotalLargest: Math.max(...totals),
  };
}

/** Sums over all but so many dimensions. */
function figuresOf(epochs: readonly Publication[], order: number): Map<string, number> {
  const dimensions = dimensionsOf(cube).length;
  const subsets = Array.from({ length: 2 ** dimensions }, (_, subset) =>
    Array.from({ length: dimensions }, (_, dimension) => Math.floor(subset / 2 ** dimension) % 2 === 1),
  ).filter((kept) => kept.filter(Boolean).length === order);
  const sums = new Map<string, number>();
  for (const { codes, count } of epochs.flatMap(({ cells }) => cells)) {
    for (const kept of subsets) {
      const name = keyOf(codes.map((code, dimension) => (kept[dimension] ? code : '*')));
      sums.set(name, (sums.get(name) ?? 0) + count);
    }
  }
  return sums;
}

function timesOf(round: number): { usual: number; large: number } {
  const random = randomFrom(round);
  const cells = (sizes: readonly number[]): Cell[] =>
    sizes
      .reduce<string[][]>(
        (all, size) => all.flatMap((codes) => Array.from({ length: size }, (_, code) => [...codes, `code-${code}`])),
        [[]],
      )
      .map((codes) => ({ codes, count: Math.ceil(random() * 30) }));
  const time = (epoch: string, of: Cell[]) => {
    const earlier = new Map(of.map(({ codes, count }) => [keyOf(codes), { exact: count, published: count + 2 }]));
    const from = performance.now();
    roundCube({ key: new Uint8Array(32), cube, epoch, cells: of, earlier });
    return performance.now() - from;
  };
  return { usual: time('usual', cells([5, 8, 4, 3])), large: time('large', cells([10, 10, 10, 10])) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
