import type { CubeQuery, ExactAnswer } from '#contracts/monitoring';
import type { ExactDimension, ServiceCubeName } from '#contracts/monitoring/codes';
import type { CubeQuestion } from '../model/question.js';
import type { Weeks } from '../model/spans.js';

/** A question about single services; the API answers it from the services of the person who asks. */
export type OwnQuestion = CubeQuestion<ServiceCubeName>;

/**
 * What the figures of an organisation are made of.
 * @param serviceId one service only; by default all that the person may read
 */
export function ownQuestionsOf(weeks: Weeks, serviceId?: string) {
  const ask = (cube: ServiceCubeName, by: readonly ExactDimension[], grain: CubeQuery['grain']): OwnQuestion => ({
    cube,
    by: by.join(','),
    grain,
    ...(serviceId !== undefined && { where: [`service:${serviceId}`] }),
    ...weeks,
  });
  return {
    received: ask('service-received', ['from'], 'week'),
    answered: ask('service-answered', ['answer', 'time'], 'week'),
    contacted: ask('service-contacted', ['time'], 'total'),
    ended: ask('service-ended', ['outcome', 'time'], 'total'),
    sent: ask('service-sent', ['to'], 'total'),
  } satisfies Record<string, OwnQuestion>;
}

/** The names of the questions. */
export type OwnQuestionName = keyof ReturnType<typeof ownQuestionsOf>;

/** The answers to the questions. */
export type OwnAnswers = Readonly<Record<OwnQuestionName, ExactAnswer>>;
