import { cubeNames, dimensionsOf, serviceCubeNames, type ExactDimension } from '#contracts/monitoring/codes';

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
