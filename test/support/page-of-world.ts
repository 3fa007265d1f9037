import type { CubeAnswer, CubeQuery } from '#contracts/monitoring';
import { dimensionsOf, type CubeName } from '#contracts/monitoring/codes';
import type { BusinessCounts } from '#contracts/outside';
import {
  coverageOf,
  filtersOf,
  firstQuestion,
  questionsOf,
  sceneOf,
  spansOf,
  type CubeQuestion,
  type Scene,
} from '#figures';
import { readCubeQuery } from '../../apps/api/src/monitoring/cube-query.js';
import { foldPeriods } from '../../apps/api/src/monitoring/periods.js';
import type { World } from './published-world.js';

/** Answers as the API does, from the cells alone. */
export function answerFrom({ cells, first, last, asOf, history }: World, cube: CubeName, query: CubeQuery): CubeAnswer {
  const { by, where, from = first, to = last, grain } = readCubeQuery(cube, query);
  const span = { first: from < first ? first : from, last: to > last ? last : to };
  const standing = { tier: 'published', base: 5, first, last, history, asOf, epoch: 7, hash: 'h' } as const;
  if (span.first > span.last) {
    return { cube, by, periods: [], rows: [], standing };
  }
  const places = dimensionsOf(cube);
  const rows = cells
    .filter((cell) => cell.cube === cube && cell.week >= span.first && cell.week <= span.last)
    .filter(({ codes }) => [...where].every(([name, wanted]) => wanted.includes(codes[places.indexOf(name)] ?? '')))
    .map(({ week, codes, count }) => ({ week, count, codes: by.map((name) => codes[places.indexOf(name)] ?? '') }));
  return { cube, by, ...foldPeriods(rows, grain, span), standing };
}

/** The scene of a page over a world, as the screen asks for it. */
export function sceneFrom(
  world: World,
  search: Parameters<typeof filtersOf>[0],
  language: Scene['telling']['language'],
  businesses?: BusinessCounts,
): Scene {
  const ask = ({ cube, where = [], ...question }: CubeQuestion) =>
    answerFrom(world, cube, { ...question, where: [...where] });
  const filters = filtersOf(search);
  const weekly = ask(firstQuestion(filters));
  const coverage = coverageOf(weekly.standing);
  if (coverage === null) {
    throw new Error('nothing is covered');
  }
  const spans = spansOf(coverage, filters.against, filters.since);
  const answers = Object.fromEntries(
    Object.entries(questionsOf(filters, spans)).map(([name, question]) => [name, ask(question)]),
  ) as Scene['answers'];
  return sceneOf({ language, filters, spans, weekly, answers, businesses });
}
