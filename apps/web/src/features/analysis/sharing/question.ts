import { region } from '#contracts/kernel/codes';
import type { FigureQuestion } from '#contracts/monitoring';
import { cubes, cubeNames, dimensions, dimensionsOf, type CubeName, type Dimension } from '#contracts/monitoring/codes';
import { shiftWeek, weekOf } from '#domain/calendar';
import type { ShareSearch } from './route.js';

/** Spans one can choose, by the word of the address. */
export const spans = ['all', 'quarter', 'half', 'year', 'last-year'] as const;
export type Span = (typeof spans)[number];

const weeksBack = { quarter: 13, half: 26, year: 52 } as const;

/** The question of the address; what makes no sense there is left out. */
export function questionOf(search: ShareSearch, now: Date): FigureQuestion {
  const cube: CubeName = cubeNames.find((one) => one === search.cube) ?? 'sent';
  const known = dimensionsOf(cube);
  const asked = (search.by ?? '').split(',').flatMap((name) => known.find((one) => one === name) ?? []);
  const by = [...new Set(asked)].slice(0, 2);
  const first = known[0];
  const chosen = by.length === 0 && first !== undefined ? [first] : by;
  const grain = search.grain === 'month' || search.grain === 'quarter' ? search.grain : 'total';
  return {
    cube,
    by: grain === 'total' ? chosen : chosen.slice(0, 1),
    where: conditionsOf(search.where, known),
    ...weeksOf(spans.find((one) => one === search.span) ?? 'all', now),
    grain,
  };
}

/** Cubes, those that count the same side by side. */
export const offeredCubes = Object.keys(cubes) as readonly CubeName[];

/** The codes chosen, one for each dimension, as the address carries them: `to:psychologist;from:accountant`. */
export function chosenCodes(where: string | undefined): ReadonlyMap<string, string> {
  const pairs = (where ?? '').split(';').map((one) => one.split(':'));
  return new Map(pairs.flatMap(([name, code]) => (name && code ? [[name, code] as const] : [])));
}

/** The word of the address after one dimension got another code, or none. */
export function withCode(
  where: string | undefined,
  dimension: Dimension,
  code: string | undefined,
): string | undefined {
  const chosen = new Map(chosenCodes(where));
  if (code === undefined) {
    chosen.delete(dimension);
  } else {
    chosen.set(dimension, code);
  }
  return [...chosen].map(([name, one]) => `${name}:${one}`).join(';') || undefined;
}

function conditionsOf(where: string | undefined, known: readonly Dimension[]): string[] {
  return [...chosenCodes(where)]
    .filter(([name, code]) => known.some((one) => one === name && Object.hasOwn(dimensions[one], code)))
    .map(([name, code]) => `${name}:${code}`);
}

function weeksOf(span: Span, now: Date): Pick<FigureQuestion, 'from' | 'to'> {
  const thisWeek = weekOf(now.toISOString(), region.calendar);
  if (span === 'all') {
    return {};
  }
  const year = Number(thisWeek.slice(0, 4));
  return span === 'last-year'
    ? { from: `${year - 1}-W01`, to: shiftWeek(`${year}-W01`, -1) }
    : { from: shiftWeek(thisWeek, -weeksBack[span]) };
}
