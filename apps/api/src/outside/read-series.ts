import { writePoints } from '#persistence/outside';
import { readStatistics } from './formats/index.js';
import type { Look, SeriesFile, Taken } from './series-file.js';

const sampleSize = 5;

/** Performs `lookingAtSeries`, on a thread. */
export function lookAtSeries({ file, where }: SeriesFile): Look {
  const { points, ...about } = readStatistics(file, where);
  const places = new Set(points.flatMap((one) => one.municipality ?? []));
  return {
    ...about,
    first: points[0]?.period ?? null,
    last: points.at(-1)?.period ?? null,
    places: [...places].sort(),
    wholeRegion: points.some((one) => one.municipality === null),
    points: points.length,
    sample: points.slice(0, sampleSize),
  };
}

/** Performs `takingSeries`, on a thread. */
export function takeSeries({ file, where }: SeriesFile): Taken {
  const { points, faults, grain } = readStatistics(file, where);
  return { faults, grain, points: writePoints(points) };
}
