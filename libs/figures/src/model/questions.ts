import type { CubeName, Dimension } from '#contracts/monitoring/codes';
import type { CubeQuestion } from './question.js';
import { narrowed, type Filters } from './filters.js';
import type { Spans, Weeks } from './spans.js';

/** The question everything else depends on: which weeks there are, and every difficulty in each of them. */
export function firstQuestion(filters: Filters): CubeQuestion {
  const { where } = narrowed(['mentions'], filters);
  return { cube: 'mentions', by: 'difficulty', grain: 'week', where: where('mentions') };
}

/** Cubes of the balance: their common filters apply to all of them. */
export const balanceCubes: readonly CubeName[] = ['opened', 'reopened', 'closed'];

/** Everything else that the page asks, by the name its figures find it under. */
export function questionsOf(filters: Filters, { now, compared, reference }: Spans) {
  const ask = (cube: CubeName, by: readonly Dimension[], weeks: Weeks): CubeQuestion => ({
    cube,
    by: by.join(','),
    grain: 'total',
    where: narrowed([cube], filters).where(cube),
    ...weeks,
  });
  const balance = narrowed(balanceCubes, filters);
  const monthly = (cube: CubeName): CubeQuestion => ({ cube, grain: 'month', where: balance.where(cube) });
  const total = (cube: CubeName): CubeQuestion => ({ cube, grain: 'total', where: balance.where(cube), ...now });
  const { from, to } = compared;
  return {
    matrix: ask('mentions', ['difficulty', 'sector-group'], now),
    risen: ask('mentions', ['difficulty', 'sector-group'], { from, to }),
    risenBefore: ask('mentions', ['difficulty', 'sector-group'], reference),
    places: ask('places', ['municipality'], now),
    sent: ask('sent', ['from', 'to'], now),
    answered: ask('answered', ['to', 'answer'], now),
    answeredBefore: ask('answered', ['answer'], reference),
    waitAnswer: ask('answered', ['answer', 'time'], now),
    waitContact: ask('contacted', ['time'], now),
    waitEnd: ask('ended', ['time'], now),
    unmet: ask('unmet', ['difficulty-group', 'area'], now),
    followedUp: ask('followed-up', ['month', 'follow-up'], now),
    opened: monthly('opened'),
    reopened: monthly('reopened'),
    closed: monthly('closed'),
    openedNow: total('opened'),
    reopenedNow: total('reopened'),
    closedNow: total('closed'),
  } satisfies Record<string, CubeQuestion>;
}

/** The names of the questions. */
export type QuestionName = keyof ReturnType<typeof questionsOf>;
