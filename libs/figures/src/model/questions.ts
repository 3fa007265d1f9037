import type { CubeName, Dimension } from '#contracts/monitoring/codes';
import type { CubeQuestion } from './question.js';
import { narrowed, type Filters } from './filters.js';
import type { Spans, Weeks } from './spans.js';

/** The question everything else depends on: which weeks there are, and every difficulty in each of them. */
export function firstQuestion(filters: Filters): CubeQuestion {
  const { where } = narrowed(['mentions'], filters);
  return { cube: 'mentions', by: 'difficulty', grain: 'week', where: where('mentions') };
}

/** Everything else that the page asks, by the name its figures find it under; all of it about the one period and what that is compared with. */
export function questionsOf(filters: Filters, { period, reference }: Spans) {
  const ask = (cube: CubeName, by: readonly Dimension[], { from, to }: Weeks): CubeQuestion => ({
    cube,
    by: by.join(','),
    grain: 'total',
    where: narrowed([cube], filters).where(cube),
    from,
    to,
  });
  const weekly = (cube: CubeName): CubeQuestion => ({
    cube,
    grain: 'week',
    where: narrowed([cube], filters).where(cube),
  });
  return {
    matrix: ask('mentions', ['difficulty', 'sector-group'], period),
    matrixBefore: ask('mentions', ['difficulty', 'sector-group'], reference),
    places: ask('places', ['municipality'], period),
    sent: ask('sent', ['from', 'to'], period),
    answered: ask('answered', ['to', 'answer'], period),
    waitAnswer: ask('answered', ['answer', 'time'], period),
    waitAnswerBefore: ask('answered', ['answer', 'time'], reference),
    waitContact: ask('contacted', ['time'], period),
    waitEnd: ask('ended', ['time'], period),
    unmet: ask('unmet', ['difficulty-group', 'area'], period),
    unmetBefore: ask('unmet', ['difficulty-group', 'area'], reference),
    followedUp: ask('followed-up', ['month', 'follow-up'], period),
    opened: weekly('opened'),
    closed: weekly('closed'),
  } satisfies Record<string, CubeQuestion>;
}

/** The names of the questions. */
export type QuestionName = keyof ReturnType<typeof questionsOf>;
