import type { CubeAnswer } from '#contracts/monitoring';

/** An answer as CSV (RFC 4180): one line per period and combination of codes, codes as in the contract. */
export function csvOf({ by, periods, rows }: CubeAnswer): string {
  const lines = rows.flatMap(({ codes, counts }) =>
    periods.map((period, place) => [period, ...codes, String(counts[place] ?? 0)]),
  );
  return [['period', ...by, 'count'], ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}
