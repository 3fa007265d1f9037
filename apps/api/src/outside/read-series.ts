import type { SeriesPoint } from '#contracts/outside';
import type { SeriesFlag } from '#contracts/outside/codes';
import { writePoints } from '#persistence/outside';
import { readFile } from './formats/index.js';
import type { Look, SeriesFile, Taken } from './series-file.js';

const sampleSize = 5;

/** Performs `lookingAtSeries`, on a thread. */
export async function lookAtSeries({ file, where, answers }: SeriesFile): Promise<Look> {
  const { points, ...about } = await readFile(file, where, answers);
  const places = new Set(points.flatMap((one) => one.municipality ?? []));
  const counts = new Map<SeriesFlag, number>();
  points.forEach(({ flags = [] }) => flags.forEach((flag) => counts.set(flag, (counts.get(flag) ?? 0) + 1)));
  return {
    ...about,
    first: points[0]?.period ?? null,
    last: points.at(-1)?.period ?? null,
    places: [...places].sort(),
    wholeRegion: points.some((one) => one.municipality === null),
    points: points.length,
    sample: points
      .flatMap(({ value, ...one }): SeriesPoint[] => (value === null ? [] : [{ ...one, value }]))
      .slice(0, sampleSize),
    flags: [...counts].map(([flag, count]) => ({ flag, count })),
  };
}

/** Performs `takingSeries`, on a thread. */
export async function takeSeries({ file, where, answers }: SeriesFile): Promise<Taken> {
  const { points, faults, grain, questions } = await readFile(file, where, answers);
  const given = questions.flatMap(({ key, answer }) => (answer === null ? [] : [`${key}:${answer}`]));
  return { faults, grain, points: writePoints(points), answers: given };
}
