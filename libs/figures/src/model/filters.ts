import { sectorGroups, type SectorGroup } from '#contracts/case/codes';
import {
  areas,
  codesOf,
  difficulties,
  difficultyGroups,
  type CodeList,
  type Difficulty,
  type DifficultyGroup,
  type Text,
} from '#contracts/kernel/codes';
import type { CubeName, Dimension } from '#contracts/monitoring/codes';
import { dimensionsOf } from '#contracts/monitoring/codes';
import { isWeek } from '#domain/calendar';

/** What the figures are limited to and compared with, as the address says it; what makes no sense there is left out. */
export type Filters = {
  /** First week of the newer span. */
  readonly since?: string;
  readonly against: 'before' | 'year';
  readonly sector?: SectorGroup;
  readonly area?: string;
  readonly group?: DifficultyGroup;
  /** The difficulty that the first chart is about. */
  readonly difficulty?: Difficulty;
};

/** The filters as an address carries them. */
export type FilterWords = { readonly [Name in keyof Filters]?: string | undefined };

const among = <Code extends string>(list: CodeList<Code>, code: string | undefined) =>
  codesOf(list).find((one) => one === code);

/** Reads the filters of the address. */
export function filtersOf(search: FilterWords): Filters {
  const sector = among(sectorGroups, search.sector);
  const area = among(areas, search.area);
  const group = among(difficultyGroups, search.group);
  const difficulty = among(difficulties, search.difficulty);
  const since =
    search.since !== undefined && /^\d{4}-W\d{2}$/.test(search.since) && isWeek(search.since)
      ? search.since
      : undefined;
  return {
    against: search.against === 'year' ? 'year' : 'before',
    ...(since !== undefined && { since }),
    ...(sector !== undefined && { sector }),
    ...(area !== undefined && { area }),
    ...(group !== undefined && { group }),
    ...(difficulty !== undefined && { difficulty }),
  };
}

/** A filter that some cubes do not know. */
export type Narrowing = 'sector' | 'area' | 'group';

const dimensionOf: Readonly<Record<Narrowing, Dimension>> = {
  sector: 'sector-group',
  area: 'area',
  group: 'difficulty-group',
};
/** The filters that some cubes do not know, in the order in which they are told. */
export const narrowings = codesOf(dimensionOf);

/** What each of them is set to, by its name. */
export function narrowedTo({ sector, area, group }: Filters): { readonly [Name in Narrowing]?: Text | undefined } {
  return {
    sector: sector && sectorGroups[sector].label,
    area: area === undefined ? undefined : areas[area]?.label,
    group: group && difficultyGroups[group].label,
  };
}

function conditionOf(cube: CubeName, narrowing: Narrowing, code: string): string | undefined {
  const known = dimensionsOf(cube);
  if (known.includes(dimensionOf[narrowing])) {
    return `${dimensionOf[narrowing]}:${code}`;
  }
  if (narrowing === 'group' && known.includes('difficulty')) {
    const members = codesOf(difficulties).filter((one) => difficulties[one].group === code);
    return `difficulty:${members.join(',')}`;
  }
  return undefined;
}

/** The conditions for the filters that apply to all of these cubes, and the filters that are set but ignored because some cube lacks the dimension. */
export function narrowed(
  cubes: readonly CubeName[],
  filters: Filters,
): { readonly where: (cube: CubeName) => string[]; readonly ignored: readonly Narrowing[] } {
  const applies = (narrowing: Narrowing) =>
    cubes.every((cube) => conditionOf(cube, narrowing, filters[narrowing] ?? '') !== undefined);
  const set = narrowings.filter((narrowing) => filters[narrowing] !== undefined);
  return {
    where: (cube) =>
      set.filter(applies).flatMap((narrowing) => conditionOf(cube, narrowing, filters[narrowing] ?? '') ?? []),
    ignored: set.filter((narrowing) => !applies(narrowing)),
  };
}
