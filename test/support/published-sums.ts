import type { CubeAnswer, CubeQuery, PublishedEpoch } from '#contracts/monitoring';
import { dimensionsOf, type CubeName, type Dimension } from '#contracts/monitoring/codes';
import { monthOfWeek, quarterOfWeek, weeksBetween } from '#domain/calendar';

/** A question to a cube, as its address or a pack asks it. */
export type Question = Partial<CubeQuery>;

/** The question in an address. */
export function questionOf(query: URLSearchParams): Question {
  const { where: _where, ...single } = Object.fromEntries(query);
  return { ...single, where: query.getAll('where') };
}

/**
 * What the published tier has to answer: sums of the cells of these epochs, and nothing else.
 * @param epochs all of them, oldest first
 */
export function sumsOf(epochs: readonly PublishedEpoch[], cube: CubeName, question: Question): CubeAnswer {
  const { from, to, grain = 'month' } = question;
  const by = (question.by ?? '').split(',').filter((one) => one !== '') as Dimension[];
  const weeks = epochs.map(({ week }) => week).sort();
  const [first, last, newest] = [weeks[0], weeks.at(-1), epochs.at(-1)];
  const standing: CubeAnswer['standing'] = {
    tier: 'published',
    base: 5,
    first: first ?? null,
    last: last ?? null,
    history:
      epochs
        .filter(({ kind }) => kind === 'history')
        .map(({ week }) => week)
        .sort()
        .at(-1) ?? null,
    asOf: newest?.publishedAt ?? null,
    epoch: newest?.number ?? null,
    hash: newest?.hash ?? null,
  };
  const asked = weeksBetween(first ?? '2026-W02', last ?? '2026-W01').filter(
    (week) => week >= (from ?? week) && week <= (to ?? week),
  );
  const periodOf = (week: string) => periodIn(week, grain);
  const periods = [...new Set(asked.map(periodOf))];
  const rows = new Map<string, { codes: string[]; counts: number[] }>();
  for (const { week, codes, count } of cellsOf(epochs, cube)) {
    if (asked.includes(week) && isAsked(cube, codes, question)) {
      const kept = by.map((dimension) => codes[dimensionsOf(cube).indexOf(dimension)] ?? '');
      const row = rows.get(kept.join('|')) ?? { codes: kept, counts: periods.map(() => 0) };
      const place = periods.indexOf(periodOf(week));
      row.counts[place] = (row.counts[place] ?? 0) + count;
      rows.set(kept.join('|'), row);
    }
  }
  const told = [...rows].filter(([, { counts }]) => counts.some((count) => count !== 0));
  return { cube, by, periods, rows: told.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row), standing };
}

function cellsOf(epochs: readonly PublishedEpoch[], name: CubeName) {
  return epochs.flatMap(({ week, cubes }) =>
    cubes.filter(({ cube }) => cube === name).flatMap(({ cells }) => cells.map((cell) => ({ ...cell, week }))),
  );
}

function isAsked(cube: CubeName, codes: readonly string[], { where = [] }: Question): boolean {
  return [where].flat().every((filter) => {
    const [dimension = '', among = ''] = filter.split(':');
    return among.split(',').includes(codes[dimensionsOf(cube).findIndex((one) => one === dimension)] ?? '');
  });
}

function periodIn(week: string, grain: CubeQuery['grain']): string {
  return { week, month: monthOfWeek(week), quarter: quarterOfWeek(week), total: 'total' }[grain];
}

/** The same as CSV, with what was asked in each line. */
export function csvOf({ cube, by, periods, rows, standing }: CubeAnswer, { where = [], from, to }: Question): string {
  const { first, last, base, epoch, hash } = standing;
  const asked = [where].flat().join(' ');
  const begin = [first ?? '', from ?? ''].sort().at(-1);
  const end = [last ?? '', to ?? last ?? ''].sort()[0];
  const told = [cube, begin, end, asked.includes(',') ? `"${asked}"` : asked, base, epoch, hash];
  const lines = rows.flatMap(({ codes, counts }) =>
    periods.map((period, place) => [period, ...codes, counts[place], ...told].join(',')),
  );
  const head = ['period', ...by, 'count', 'cube', 'from', 'to', 'where', 'base', 'epoch', 'hash'];
  return [head.join(','), ...lines, ''].join('\r\n');
}
