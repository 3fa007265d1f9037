/**
 * The most that a file of statistics may have. `rows` counts observations that are looked at, most of them perhaps of places outside the
 * region: a few bytes of JSON can stand for any number.
 */
export const seriesLimits = { megabytes: 5, rows: 500_000, points: 100_000, dimensions: 100, cell: 4_000 } as const;
