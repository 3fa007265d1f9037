/** A sum of columns that lies between two numbers; both may be infinite. */
export type Row = {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly lower: number;
  readonly upper: number;
};

/** What an attacker knows of whole numbers: between which bounds each lies, and what sums of them are. */
export type Model = {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
};

const { isInteger, NaN: unknown } = Number;

/** Whether whole numbers agree with all that is known. */
export function agrees({ lower, upper, rows }: Model, point: readonly number[]): boolean {
  const between = (value: number, least = unknown, most = unknown) => least <= value && value <= most;
  return (
    point.every((value, column) => isInteger(value) && between(value, lower[column], upper[column])) &&
    rows.every(({ columns, values, lower, upper }) =>
      between(
        columns.reduce((sum, column, place) => sum + (values[place] ?? 0) * (point[column] ?? 0), 0),
        lower,
        upper,
      ),
    )
  );
}
