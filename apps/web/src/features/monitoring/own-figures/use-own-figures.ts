import type { Backlog, ExactAnswer } from '#contracts/monitoring';
import { ownQuestionsOf, type OwnAnswers, type OwnQuestionName, type Weeks } from '#figures';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { monitoringQueries } from '../queries.js';

/** What the page has to show. */
export type OwnFigures =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly error: unknown; readonly retry: () => void }
  | {
      readonly is: 'ready';
      readonly backlog: Backlog;
      readonly answers: OwnAnswers;
      /** What is shown answers the question before this one. */
      readonly isOld: boolean;
    };

/** Asks all that the figures need, for some weeks and one service or all that the person may read. */
export function useOwnFigures(weeks: Weeks, serviceId: string | undefined, enabled: boolean): OwnFigures {
  const questions = ownQuestionsOf(weeks, serviceId);
  const names = Object.keys(questions) as OwnQuestionName[];
  const backlog = useQuery({ ...monitoringQueries.backlog(), enabled });
  const figures = useQueries({
    queries: names.map((name) => ({
      ...monitoringQueries.ownFigures(questions[name]),
      enabled,
      placeholderData: keepPreviousData<ExactAnswer>,
    })),
  });
  const all = [backlog, ...figures];
  const failed = all.find((one) => one.error !== null && one.data === undefined);
  if (failed !== undefined) {
    const retry = () => all.forEach((one) => one.error !== null && void one.refetch());
    return { is: 'failed', error: failed.error, retry };
  }
  if (backlog.data === undefined || figures.some((one) => one.data === undefined)) {
    return { is: 'loading' };
  }
  const answers = Object.fromEntries(names.map((name, index) => [name, figures[index]?.data])) as OwnAnswers;
  return { is: 'ready', backlog: backlog.data, answers, isOld: figures.some((one) => one.isPlaceholderData) };
}
