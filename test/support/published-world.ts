import { codesOf, difficulties } from '#contracts/kernel/codes';
import { cubeNames, dimensions, dimensionsOf, type CubeName, type Dimension } from '#contracts/monitoring/codes';
import { shiftWeek, sundayOf, weeksBetween } from '#domain/calendar';

/** What was counted in one week, codes in the order of the cube's dimensions. */
type Cell = {
  readonly cube: CubeName;
  readonly week: string;
  readonly codes: readonly string[];
  readonly count: number;
};

/** Some publications: what was counted in which week, up to when. */
export type World = {
  readonly cells: readonly Cell[];
  readonly first: string;
  readonly last: string;
  readonly asOf: string;
  /** The last week of imported history. */
  readonly history: string | null;
};

/** Cells of every cube, as many as a quiet or a busy platform has, some of them far more frequent than others. */
export function worldFrom(
  seed: number,
  { weeks, busy, isOpen, history }: { weeks: number; busy: number; isOpen: boolean; history: string | null },
): World {
  let state = seed + 1;
  const below = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const last = '2026-W48';
  const first = shiftWeek(last, 1 - weeks);
  const cells = weeksBetween(first, last).flatMap((week) =>
    cubeNames.flatMap((cube) =>
      Array.from({ length: below(busy + 1) }, () => ({
        cube,
        week,
        codes: dimensionsOf(cube).map((dimension) => {
          const codes = codesOf(dimensions[dimension] as Record<string, unknown>);
          return codes[Math.min(below(codes.length), below(codes.length))] ?? '';
        }),
        count: 5 * (1 + below(3)),
      })),
    ),
  );
  return { cells, first, last, asOf: isOpen ? '2026-11-26T10:00:00.000Z' : '2026-11-30T01:00:00.000Z', history };
}

/** The weeks of the period that an address means and those it is compared with. */
function weeksOf(world: World, search: Record<string, string | undefined>) {
  const all = weeksBetween(world.first, world.last);
  const isOpen = world.asOf < sundayOf(world.last);
  const complete = isOpen && all.length > 1 ? all.slice(0, -1) : all;
  const wanted = search['since'];
  const since = complete.slice(-13).filter((week) => wanted === undefined || week >= wanted);
  const asked = wanted === undefined ? since : complete.filter((week) => week >= wanted);
  const now = asked.length > 0 ? asked : complete.slice(-1);
  const by = search['against'] === 'year' ? 52 : now.length;
  return { now, before: now.map((week) => shiftWeek(week, -by)) };
}

/** Some of the weeks that are compared are of imported history and some are not, or it ends in them. */
export function isAcrossHistory(world: World, search: Record<string, string | undefined>): boolean {
  const { now, before } = weeksOf(world, search);
  const sides = new Set([...now, ...before].map((week) => Math.sign(week.localeCompare(world.history ?? ''))));
  return sides.size > 1 || sides.has(0);
}

/** A second count, from the cells and the address, in another way. */
export function counted(world: World, search: Record<string, string | undefined>) {
  const { now, before } = weeksOf(world, search);
  const isHeard = (cell: Cell) => {
    const at = (name: Dimension) => cell.codes[dimensionsOf(cell.cube).indexOf(name)];
    const groupOf = (code: string | undefined) =>
      code === undefined ? undefined : (difficulties as Record<string, { group: string }>)[code]?.group;
    const group = at('difficulty-group') ?? groupOf(at('difficulty'));
    return (
      [at('sector-group'), undefined, search['sector']].includes(search['sector']) &&
      (at('sector-group') === undefined || search['sector'] === undefined || at('sector-group') === search['sector']) &&
      (at('area') === undefined || search['area'] === undefined || at('area') === search['area']) &&
      (group === undefined || search['group'] === undefined || group === search['group'])
    );
  };
  return (
    cube: CubeName,
    weeks: 'now' | 'before' | readonly string[],
    is: (codes: readonly string[]) => boolean = () => true,
  ) => {
    const meant = weeks === 'now' ? now : weeks === 'before' ? before : weeks;
    return world.cells
      .filter((cell) => cell.cube === cube && meant.includes(cell.week) && is(cell.codes) && isHeard(cell))
      .reduce((sum, { count }) => sum + count, 0);
  };
}
