import loader, { type Highs, type InitOptions } from 'highs';
import { randomFrom } from '../../scripts/demo/random.js';
import { agrees, type Model } from './model.js';

/** Between which whole numbers a column can lie; `proven` when there is nothing outside, else there may be more. */
export type Range = { readonly low: number; readonly high: number; readonly proven: boolean };

// Its types are read as those of a CommonJS module, but what is imported is an ES module.
const loadHighs = loader as unknown as (options?: InitOptions) => Promise<Highs>;

// Named once: where the global object is not Node's own, as in a test, each look at it costs more than what is computed.
const { abs, max, min, round: rounded } = Math;
const infinite = Infinity;

type Bounds = { low: number; high: number };
type Solve = (costs: Float64Array, maximize: boolean) => { point: number[]; best: number };

/** How often in a row pushing all columns at once may bring nothing before each is pushed by itself. */
const patience = 4;

/**
 * The range of each of the given columns, found by worlds that agree with all that is known. A column that two such worlds set `enough`
 * apart is left at that; of every other one the least and the largest value are computed.
 */
export async function rangesOf(model: Model, columns: readonly number[], enough: number): Promise<Map<number, Range>> {
  const highs = await loadHighs();
  const found = new Map(columns.map((column): [number, Bounds] => [column, { low: Infinity, high: -Infinity }]));
  const near = () => columns.filter((column) => !isWide(found.get(column), enough));
  const see = (point: readonly number[]) => {
    if (agrees(model, point)) {
      found.forEach((bounds, column) => {
        bounds.low = min(bounds.low, point[column] ?? infinite);
        bounds.high = max(bounds.high, point[column] ?? -infinite);
      });
    }
  };
  return withSolver(highs, model, (solve) => {
    const random = randomFrom(1);
    for (let left = columns.length, fruitless = 0, first = true; left > 0 && fruitless < patience; first = false) {
      const costs = new Float64Array(model.lower.length);
      near().forEach((column) => (costs[column] = first ? 1 : random() - 0.5));
      see(solve(costs, true).point);
      see(solve(costs, false).point);
      fruitless = near().length < left ? 0 : fruitless + 1;
      left = near().length;
    }
    const ranges = new Map<number, Range>();
    for (const column of columns) {
      if (!isWide(found.get(column), enough)) {
        const costs = new Float64Array(model.lower.length);
        costs[column] = 1;
        const [least, most] = [solve(costs, false), solve(costs, true)];
        see(least.point);
        see(most.point);
        ranges.set(column, { ...inward(least.best, most.best), proven: true });
      }
    }
    const wide = [...found].map(([column, { low, high }]): [number, Range] => [column, { low, high, proven: false }]);
    return new Map([...wide, ...ranges]);
  });
}

const isWide = (bounds: Bounds | undefined, enough: number) =>
  bounds !== undefined && bounds.high - bounds.low >= enough;

function withSolver<Result>(highs: Highs, model: Model, use: (solve: Solve) => Result): Result {
  const { lower, upper, rows } = model;
  const starts = [0];
  rows.forEach(({ columns }) => starts.push((starts.at(-1) ?? 0) + columns.length));
  return highs.withModel(
    {
      numCols: lower.length,
      numRows: rows.length,
      colCost: new Float64Array(lower.length),
      colLower: Float64Array.from(lower),
      colUpper: Float64Array.from(upper),
      rowLower: Float64Array.from(rows, (row) => row.lower),
      rowUpper: Float64Array.from(rows, (row) => row.upper),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: lower.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
        values: Float64Array.from(rows.flatMap(({ values }) => values)),
      },
    },
    (solver) => {
      // Only costs change from run to run: the plain simplex goes on from where it was, presolve would forget that.
      solver.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 1 });
      return use((costs, maximize) => {
        const { minimize: least, maximize: most } = highs.constants.objectiveSense;
        solver.changeObjectiveSense(maximize ? most : least);
        solver.changeColsCost({ kind: 'range', from: 0, to: lower.length - 1 }, costs);
        const { modelStatus } = solver.run();
        if (modelStatus !== highs.constants.modelStatus.optimal) {
          throw new Error(`The solver stopped with ${modelStatus}: what is known contradicts itself.`);
        }
        const point = [...solver.getSolution().colValue].map((value) => round(value));
        return { point, best: solver.getObjectiveValue() };
      });
    },
  );
}

/** The whole numbers between two that the solver found; never -0. */
const inward = (least: number, most: number) => ({
  low: Math.ceil(least - 1e-6) + 0,
  high: Math.floor(most + 1e-6) + 0,
});

/** A whole number where the solver meant one. */
function round(value: number): number {
  const whole = rounded(value);
  return abs(value - whole) < 1e-6 ? whole : value;
}
