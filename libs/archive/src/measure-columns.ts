import { columnLists } from '#contracts/analysis/codes';
import type { CodeList } from '#contracts/kernel/codes';
import {
  cubeNames,
  dimensions,
  dimensionsOf,
  serviceCubeNames,
  type Dimension,
  type ExactDimension,
} from '#contracts/monitoring/codes';

/** All cubes of the table of counts. */
export const measuredCubes = [...cubeNames, ...serviceCubeNames];

/** The dimensions of all cubes, each once. */
export const measuredDimensions: readonly ExactDimension[] = [
  ...new Set(measuredCubes.flatMap((cube): readonly ExactDimension[] => dimensionsOf(cube))),
];

/** The column of a dimension: `from` and `to` are words of SQL. */
export function measureColumnOf(dimension: ExactDimension): string {
  const renamed: Partial<Record<ExactDimension, string>> = { from: 'sender', to: 'profession', time: 'working_time' };
  return renamed[dimension] ?? dimension.replaceAll('-', '_');
}

/** All lists of codes by the column that holds them, those of the counts included. */
export const labelledLists: Readonly<Record<string, CodeList<string>>> = {
  ...Object.fromEntries(Object.entries(dimensions).map(([name, codes]) => [measureColumnOf(name as Dimension), codes])),
  ...columnLists,
};
